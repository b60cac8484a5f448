"""A reader follows a text and a search, finds both in one list, and lets them go."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey


def test_a_text_and_a_search_are_followed_and_let_go(person, assert_accessible, at_width):
    page = person("stranger", "/en/resolutions/WCC-2016-Res-012/", width=320, height=720)
    page.get_by_role("link", name="Follow", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Follow WCC 2016 Res 012")
    assert_accessible(page)
    at_width(page, 320)
    page.get_by_role("button", name="Follow", exact=True).click()
    page.goto("/en/resolutions/?q=connectivity")
    page.get_by_role("link", name="by e-mail").click()
    expect(page.get_by_role("main")).to_contain_text("Search for “connectivity”")
    assert_accessible(page)
    page.get_by_role("button", name="Follow", exact=True).click()

    page.goto("/en/following/")
    lines = page.locator(".followed")
    expect(lines).to_have_count(2)
    expect(page.get_by_role("main")).to_contain_text("Nothing new since you were last told.")
    assert_accessible(page)
    at_width(page, 320)
    for left in (1, 0):
        lines.first.get_by_role("button", name="Follow no more").click()
        expect(lines).to_have_count(left)
