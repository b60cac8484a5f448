"""From twenty reports to a published Progress Report, by keyboard, press and drag."""

import os
import re

import pytest
from playwright.sync_api import expect

TEXT = "resolutions/WCC-2016-Res-014/progress/2026"
# With it set, the picture of docs/synthesis.md is drawn there.
PICTURES = os.environ.get("RESREC_PICTURES")

pytestmark = pytest.mark.journey


def passage(page, words):
    return page.locator("quote-passage").filter(has_text=words).first


def statement(page, words):
    return page.locator(".bench-statement").filter(has_text=words).first


def test_from_twenty_reports_to_a_published_account(
    twenty_reports_on, person, assert_accessible, at_width
):
    twenty_reports_on("WCC-2016-Res-014")
    page = person("officer", f"/en/{TEXT}/edit/", width=1200)
    page.get_by_role("main").locator("form button").first.click()
    expect(page.locator("#sources")).to_contain_text("0 of 20 used so far")
    use_passages(page)
    fold(page)
    arrange(page)
    render_in_french(page)
    finish(page, assert_accessible, at_width)
    page.goto(f"/en/{TEXT}/")
    expect(page.get_by_role("main")).to_contain_text("Eleven ponds were dug")
    assert_accessible(page)
    page.goto(f"/fr/{TEXT}/")
    expect(page.get_by_role("main")).to_contain_text("Onze mares ont été creusées.")
    assert_accessible(page)


def use_passages(page):
    """By press, by keyboard and by drag."""
    passage(page, "Eleven ponds").get_by_role("button", name="Use this passage").click()
    by_keyboard = passage(page, "20 rangers").or_(passage(page, "24 rangers")).first
    by_keyboard.get_by_role("button", name="Use this passage").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".bench-statement")).to_have_count(2)
    money = passage(page, "Money for the boat")
    money.locator(".grip").drag_to(page.locator("[data-section=challenges]"))
    expect(page.locator("[data-section=challenges] .bench-statement")).to_have_count(1)


def fold(page):
    page.get_by_role("link", name="By theme").click()
    page.get_by_text("1 passage says nearly the same").click()
    other = passage(page, "once estanques")
    other.locator(".grip").drag_to(statement(page, "Eleven ponds"))
    expect(statement(page, "Eleven ponds").locator(".source")).to_have_count(2)
    expect(page).to_have_url(re.compile("by=theme"))


def arrange(page):
    """Alt and an arrow, split, undo."""
    statement(page, "rangers").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".bench-statement").first).to_contain_text("rangers")
    one = statement(page, "Eleven ponds")
    one.get_by_text("Change statement").click()
    one.get_by_role("link", name="Split it in two").click()
    expect(page.get_by_text("It has no sentence, comma or other mark")).to_be_visible()
    one.get_by_text("Change statement").click()
    one.get_by_role("button", name="Join it to the one above").click()
    expect(page.locator("[data-section=results] .bench-statement")).to_have_count(1)
    page.get_by_role("button", name="Undo: two statements joined").click()
    expect(page.get_by_role("status")).to_contain_text("Undone")
    expect(page.locator("[data-section=results] .bench-statement")).to_have_count(2)


def render_in_french(page):
    page.get_by_role("link", name="In other languages").click()
    languages = page.get_by_role("navigation", name="In other languages")
    languages.get_by_role("link", name="Français").click()
    card = page.locator(".rendering").filter(has_text="Eleven ponds")
    card.get_by_role("textbox").fill("Onze mares ont été creusées.")
    page.get_by_role("button", name="Save the renderings").click()
    expect(page.get_by_role("status")).to_contain_text("saved")
    page.get_by_role("link", name="Back to the bench").click()


def finish(page, assert_accessible, at_width):
    """See the warnings, follow one to its place, propose and publish."""
    assert_accessible(page)
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/bench.png")
    not_used = page.locator(".bench-warnings").filter(has_text="Nothing is used of the report of")
    not_used.locator("summary").click()
    not_used.get_by_role("link").first.click()
    expect(page.locator(".bench-report:target")).to_be_visible()
    at_width(page, 320)
    assert_accessible(page)
    at_width(page, 1200)
    page.get_by_role("button", name="Propose it for publication").click()
    page.get_by_role("button", name="Publish it", exact=True).click()
    expect(page.get_by_role("status")).to_be_visible()
