"""A real site, started as `make run` starts it, and a real browser to walk through it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from tests.running_site import ROOT, running_site

# A laden machine is slow to answer, which is no fault of the page.
expect.set_options(timeout=20_000)

# Started as root and without a network, as in a container.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="session")
def chromium():
    """The path of Debian's Chromium; required under CI, else its tests are left out."""
    if found := shutil.which("chromium") or shutil.which("chromium-browser"):
        return found
    if os.environ.get("CI"):
        pytest.fail("Chromium is needed for the journeys under CI.")
    pytest.skip("no Chromium on this system: the journeys are left out")


@pytest.fixture(scope="session")
def site(chromium, tmp_path_factory):
    """The demonstration, running: a `Site`."""
    with running_site(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="session")
def browser(chromium):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser, site):
    """Open a page in a browser of its own, without cookies: `new_page(width=320)`.

    A script error or a refused resource (content security policy) fails the test.
    """
    contexts, faults = [], []

    def open_page(width=1280, height=900, **options):
        options.setdefault("locale", "en-GB")
        context = browser.new_context(
            base_url=site.base, viewport={"width": width, "height": height}, **options
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if refused(said) else None)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults


def refused(said):
    return said.type == "error" and "Content Security Policy" in said.text


@pytest.fixture
def page(new_page):
    """A page at desktop width."""
    return new_page()


@pytest.fixture
def sign_in(site):
    """Sign a person of the cast in from the page one is on: `sign_in(page, "officer")`."""

    def as_person(page, who):
        page.locator("header a[href*='/sign-in/']").click()
        page.locator("main form[method=post] button").click()
        page.locator(f"button[name=person][value={who}]").click()
        page.wait_for_url(f"{site.base}/**")
        expect(page.get_by_role("banner")).to_contain_text(site.people[who]["name"])

    return as_person


@pytest.fixture
def person(new_page, sign_in):
    """Open a page as a person of the cast: `person("officer", "/en/desk/")`."""

    def arrive(who, path, **options):
        page = new_page(**options)
        page.goto("/en/")
        sign_in(page, who)
        page.goto(path)
        return page

    return arrive


@pytest.fixture
def sign_out():
    """End the session of the page one is on."""

    def end(page):
        page.locator("header details.account summary").click()
        page.locator("header form[action*='/sign-out/'] button").click()

    return end


@pytest.fixture
def assert_accessible():
    """No violation of WCAG 2.2 AA or of good practice on the page as it stands."""

    def check(page):
        page.wait_for_load_state("load")  # a click does not wait for the styles
        found = Axe().run(page, options=WCAG)
        assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"

    return check


@pytest.fixture
def at_width():
    """Give the page another width and see that nothing has to be scrolled sideways."""

    def narrow(page, width=320, height=800):
        page.wait_for_load_state("load")
        page.set_viewport_size({"width": width, "height": height})
        needed = page.evaluate("document.documentElement.scrollWidth")
        assert needed <= width, f"{page.url} is {needed} px wide at {width} px"

    return narrow


@pytest.fixture
def twenty_reports_on(site):
    """`twenty_reports_on("WCC-2016-Res-014")` has twenty accepted on a text of this year."""

    def make(code):
        environment = os.environ | {"RESREC_DATA": str(site.data), "TEXT": code}
        seed = (Path(__file__).parent / "twenty_reports.py").read_text()
        command = [sys.executable, "manage.py", "shell", "-c", seed]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)

    return make
