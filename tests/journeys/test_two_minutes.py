"""A report by a mailed link, on a phone, with the keyboard alone, in under two minutes."""

import time

import pytest
from playwright.sync_api import expect

TYPING = 60  # milliseconds a key: a practised thumb
WORDS = (
    "Two more crossings were built on the road through the corridor, and camera traps show "
    "that deer and badgers use them. Forty drivers of the bus company took part in a talk."
)


@pytest.fixture
def phone(new_page):
    return new_page(width=320, height=640)


def tab_to(page, element, most=120):
    """Move on with the Tab key until this element has the focus."""
    for _press in range(most):
        if element.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{element} is not reached with the keyboard")


def mailed_link(page, site, who):
    """Ask for a link at the sign-in page, and give the address in the mail."""
    page.goto("/en/sign-in/by-mail/")
    page.keyboard.press("Tab")
    field = page.get_by_label("Your e-mail address")
    tab_to(page, field)
    page.keyboard.type(site.people[who]["email"])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Look into your mail")
    page.goto(f"/en/development/mail/?to={site.people[who]['email']}")
    page.locator("main table a").first.click()
    return page.locator("pre a[href*='/links/']").first.get_attribute("href")


def test_a_report_by_mailed_link_in_under_two_minutes(phone, site, assert_accessible, at_width):
    link = mailed_link(phone, site, "member-reporter")
    begun = time.monotonic()
    phone.goto(link)
    paused = audit(phone, assert_accessible, at_width)
    tab_to(phone, phone.get_by_role("button", name="Go on as"))
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(f"{site.base}/en/desk/")
    phone.goto("/en/reports/new/?text=WCC-2016-Res-087")
    tab_to(phone, phone.get_by_role("button", name="Begin the report"))
    phone.keyboard.press("Enter")
    results = phone.locator("#id_results")
    expect(results).to_be_visible()
    paused += audit(phone, assert_accessible, at_width)
    # The period is there already, and so are the text, the constituent and whom to ask.
    assert phone.locator("#id_period_from").input_value()
    tab_to(phone, results)
    phone.keyboard.type(WORDS, delay=TYPING)
    tab_to(phone, phone.get_by_role("button", name="Submit report"))
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("status")).to_contain_text("Your report is submitted")
    taken = time.monotonic() - begun - paused
    assert taken < 120, f"it took {taken:.0f} s"
    expect(phone.get_by_role("main")).to_contain_text("Two more crossings were built")


def audit(page, assert_accessible, at_width):
    """Look at the page as a machine does; gives the seconds that took, which nobody types in."""
    begun = time.monotonic()
    assert_accessible(page)
    at_width(page, 320)
    return time.monotonic() - begun


def test_a_link_that_was_cut_off_says_so(phone, site, assert_accessible, at_width):
    link = mailed_link(phone, site, "member-reporter")
    phone.goto(link[:-8] + "/")
    expect(phone.get_by_role("main")).to_contain_text("did not arrive whole")
    audit(phone, assert_accessible, at_width)
