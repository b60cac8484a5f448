"""Answers of one press on a phone: three texts, three presses, one of them taken back."""

import pytest
from playwright.sync_api import expect

ALL = "/en/reports/answers/"
ONE = "/en/reports/answer/WCC-2016-Res-096/"
OF_THE_NETWORK = "WCC 2016 Res 036"
ANSWERED = "Your answer for"


@pytest.fixture
def page(new_page, sign_in):
    """A phone of 320 px on which the Commission's reporter has signed in."""
    page = new_page(width=320, height=720)
    page.goto("/en/")
    sign_in(page, "commission-reporter")
    return page


def place(page, heading):
    return page.locator(".answers > section").filter(has_text=heading).first


def pressed(page, name):
    return page.get_by_role("button", name=name, exact=True).last


def test_three_texts_three_presses_one_taken_back(page, assert_accessible, at_width):
    page.goto(ALL)
    assert_accessible(page)
    at_width(page, 320)
    # One of them on its own page, where each press says what it says.
    page.goto(ONE)
    assert_accessible(page)
    at_width(page, 320)
    pressed(page, "Same as last time, still going").click()
    expect(page.get_by_role("main")).to_contain_text("same as last time, still going.")
    assert_accessible(page)
    # Two in the list.
    page.goto(ALL)
    expect(place(page, "WCC 2016 Res 096")).to_contain_text(ANSWERED)
    pressed(place(page, OF_THE_NETWORK), "Nothing this year").click()
    expect(place(page, OF_THE_NETWORK)).to_contain_text("nothing this year.")
    page.goto("/en/reports/answer/WCC-2016-Res-009/")
    pressed(page, "This is done").click()
    expect(page.get_by_role("main")).to_contain_text("this is done.")
    # And one taken back.
    page.goto(ALL)
    expect(page.get_by_text(ANSWERED)).to_have_count(3)
    place(page, OF_THE_NETWORK).get_by_role("button", name="Take the answer").click()
    expect(page.get_by_role("status")).to_contain_text("taken back")
    expect(page.get_by_text(ANSWERED)).to_have_count(2)
    assert_accessible(page)
    at_width(page, 320)
