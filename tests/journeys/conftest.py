"""A real site, started as `make run` starts it, and a real browser to walk through it."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from identity_provider import cast

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 120
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


@dataclass(frozen=True)
class Site:
    """Where the site is, what it writes to, and who can sign in: persons by `sub`."""

    base: str
    data: Path
    log: Path
    people: dict
    password: str

    def url(self, path):
        return self.base + path


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
    """The demonstration, started by `manage.py serve` in a folder of its own; ended with SIGINT."""
    data, port = tmp_path_factory.mktemp("site"), free_port()
    log = data / "log"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("RESREC_")}
    environment |= {"PORT": str(port), "RESREC_DATA": str(data)}
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_until_ready(process, log)
        people = {person["sub"]: person for person in cast.people()}
        yield Site(f"http://localhost:{port}", data, log, people, cast.password())
    finally:
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise


def wait_until_ready(process, log):
    deadline = time.monotonic() + START_SECONDS
    while not re.search(r"^Ready", log.read_text(), re.MULTILINE):
        if process.poll() is not None or time.monotonic() > deadline:
            pytest.fail("The site did not start:\n" + log.read_text())
        time.sleep(0.2)


def free_port():
    """A port that is free together with the next one, which the identity provider takes."""
    while True:
        with socket.socket() as one, socket.socket() as two:
            one.bind(("127.0.0.1", 0))
            port = one.getsockname()[1]
            try:
                two.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port


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
        context.set_default_timeout(15_000)
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
        found = Axe().run(page, options=WCAG)
        assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"

    return check


@pytest.fixture
def at_width():
    """Give the page another width and see that nothing has to be scrolled sideways."""

    def narrow(page, width=320, height=800):
        page.set_viewport_size({"width": width, "height": height})
        needed = page.evaluate("document.documentElement.scrollWidth")
        assert needed <= width, f"{page.url} is {needed} px wide at {width} px"

    return narrow
