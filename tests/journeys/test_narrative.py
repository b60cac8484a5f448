"""Beside the figures: an officer names a theme and writes a sentence, and a reader follows both."""

import pytest
from playwright.sync_api import expect

ANALYSIS = "/en/analysis/WCC-2016/2026/"

pytestmark = pytest.mark.journey


def test_passages_go_under_a_theme_by_one_press(person, assert_accessible, at_width):
    page = person("officer", f"{ANALYSIS}themes/work/")
    assert_accessible(page)
    group = page.locator("form[id]").last
    said = group.locator(".words").first.inner_text()
    group.get_by_role("checkbox").first.check()
    group.get_by_label("or a new one, named").fill("What takes long")
    group.get_by_role("button", name="Put the ticked passages there").click()
    expect(page.get_by_role("status")).to_contain_text("put there")
    expect(page.get_by_role("heading", name="What takes long")).to_be_visible()
    at_width(page)
    assert_accessible(page)
    page.goto(f"{ANALYSIS}themes/")
    expect(page.get_by_role("main")).to_contain_text(said)
    assert_accessible(page)


def test_a_figure_is_put_at_the_caret_and_read_as_a_number(
    person, page, assert_accessible, at_width
):
    desk = person("officer", f"{ANALYSIS}narrative/summary/en/")
    words = desk.get_by_label("Words", exact=True)
    words.fill("We know  texts.")
    words.evaluate("field => field.setSelectionRange(8, 8)")
    desk.get_by_label("A figure").select_option("texts")
    desk.get_by_role("button", name="Insert it").click()
    expect(words).to_have_value("We know {texts} texts.")
    assert_accessible(desk)
    at_width(desk)
    desk.get_by_role("button", name="Save").click()
    assert_accessible(desk)
    page.goto(ANALYSIS)
    told = page.locator(".narrative").first
    number = told.get_by_role("link").inner_text().split()[-1]
    told.get_by_role("link").click()
    expect(page.get_by_role("main")).to_contain_text(f"{number} texts")


def test_the_map_and_the_movement_are_for_everyone(page, assert_accessible, at_width):
    page.goto(ANALYSIS)
    measured = page.get_by_role("figure", name="Map of the world")
    expect(measured.locator("svg.world")).to_be_visible()
    at_width(page)
    page.get_by_role("link", name="Each cycle’s movement").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("over the cycles")
    assert_accessible(page)
    at_width(page)
