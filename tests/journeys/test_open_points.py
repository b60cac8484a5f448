"""An officer finds what is open, gives two texts to somebody, sets one aside, and undoes both."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

OPEN = "/en/desk/open-points/WCC-2016/2026/"
LATER = (date.today() + timedelta(days=30)).isoformat()

pytestmark = pytest.mark.journey


def test_search_a_bulk_step_and_its_undoing(person, assert_accessible, at_width):
    page = person("officer", OPEN)
    assert_accessible(page)
    at_width(page, 320)
    at_width(page, 1280)
    criteria = page.get_by_role("search")
    criteria.get_by_label("What is to be done").select_option(label="Texts without a lead")
    criteria.get_by_role("button", name="Show").click()
    points, boxes = page.locator(".point"), page.locator(".point > input")
    every = points.count()
    for number in (0, 1):
        boxes.nth(number).check()
    give = page.locator(".bulk")
    give.get_by_label("Officer who answers").select_option(label="Tomasz Okafor-Reyes")
    give.get_by_role("button", name="Give", exact=True).click()
    expect(page.locator(".notice.actions")).to_contain_text("What you did last: 2 lines")
    expect(points.first).to_contain_text("Tomasz Okafor-Reyes")
    assert_accessible(page)

    criteria.get_by_label("Officer who answers").select_option(label="Tomasz Okafor-Reyes")
    criteria.get_by_role("button", name="Show").click()
    expect(points).to_have_count(2)
    code = points.first.locator(".title a").inner_text().split(":")[0]
    criteria.get_by_label("Words of a title").fill(code)
    criteria.get_by_role("button", name="Show").click()
    expect(points).to_have_count(1)
    boxes.first.check()
    page.get_by_label("Not before").fill(LATER)
    page.get_by_role("textbox", name="Why").fill("The post is advertised.")
    page.get_by_role("button", name="Set aside").click()
    expect(points).to_have_count(0)
    undo = page.get_by_role("button", name="Undo")
    undo.click()
    expect(points).to_have_count(1)
    undo.click()
    page.goto(f"{OPEN}?kind=vacant")
    expect(points).to_have_count(every)
    expect(points.first).not_to_contain_text("Tomasz Okafor-Reyes")
