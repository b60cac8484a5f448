"""A draft is suggested on the bench, marked in words, and kept or removed by a person."""

import os

import pytest
from playwright.sync_api import expect

BENCH = "/en/resolutions/WCC-2016-Res-060/progress/2026/edit/"
PICTURES = os.environ.get("RESREC_PICTURES")  # a folder, to look at the pages

pytestmark = pytest.mark.journey


def test_a_draft_is_suggested_and_answered(twenty_reports_on, person, assert_accessible, at_width):
    twenty_reports_on("WCC-2016-Res-060")
    page = person("officer", BENCH)
    page.get_by_role("main").locator("form button").first.click()
    page.get_by_label("Words in the whole account").fill("120")
    page.get_by_role("button", name="Suggest a draft").click()
    expect(page.get_by_role("status")).to_contain_text("suggested. Keep or remove")
    marks = page.get_by_text("Suggested by the machine")
    suggested = marks.count()
    assert suggested > 1
    expect(page.locator("#warnings")).to_contain_text("is only suggested")
    assert_accessible(page)
    picture(page, "wide")
    at_width(page, 320)
    assert_accessible(page)
    page.locator("#account").scroll_into_view_if_needed()
    picture(page, "narrow")
    page.get_by_role("button", name="Keep statement 1", exact=True).click()
    expect(marks).to_have_count(suggested - 1)
    page.get_by_role("button", name="Remove all suggestions").click()
    expect(marks).to_have_count(0)
    expect(page.locator("li[id^='statement-']")).to_have_count(1)


def picture(page, name):
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/suggested-{name}.png", full_page=name == "wide")
