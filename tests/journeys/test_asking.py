"""Asking: an officer looks at the reminders, a person chooses them, and ends them in one press."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey


def test_an_officer_pauses_the_reminders(page, sign_in, assert_accessible, at_width):
    page.goto("/en/")
    sign_in(page, "officer")
    page.goto("/en/asking/WCC-2016/2026/")
    assert_accessible(page)
    at_width(page, 320)
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("main")).to_contain_text("nobody is reminded")
    page.get_by_role("button", name="Go on").click()
    message = page.get_by_role("main").locator("a[href*='/preview/']")
    if message.count():
        message.first.click()
        assert_accessible(page)
        at_width(page, 320)


def test_a_person_chooses_how_often_to_be_reminded(page, sign_in, assert_accessible, at_width):
    page.goto("/en/")
    sign_in(page, "member-reporter")
    page.goto("/en/profile/")
    assert_accessible(page)
    at_width(page, 320)
    page.get_by_label("Reminders to report").select_option("weekly")
    page.get_by_role("button", name="Save choices of mail").click()
    expect(page.get_by_label("Reminders to report")).to_have_value("weekly")
    page.goto("/en/unsubscribe/cut-off/")
    expect(page.get_by_role("main")).to_contain_text("This address is not complete")
    assert_accessible(page)
