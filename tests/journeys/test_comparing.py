"""Whoever drafts: is there a text on this already, and what does it say?"""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

DRAFT = """The Assembly of the Alliance of Living Rivers:
1. DECIDES to establish a common register of river barriers, open to all;
2. ASKS the moon to rise a little earlier;
"""


def test_a_drafter_sees_what_is_said_already(page, assert_accessible, at_width):
    page.goto("/en/resolutions/")
    page.get_by_role("link", name="Compare a draft").click()
    assert_accessible(page)
    page.get_by_role("button", name="Compare the draft").click()
    expect(page.locator(".error-summary")).to_contain_text("Paste a draft")
    assert_accessible(page)
    page.get_by_label("Draft", exact=True).fill(DRAFT)
    page.get_by_role("button", name="Compare the draft").click()
    register, moon = page.locator(".looked-up").all()
    expect(register).to_contain_text("ALR 2022 Res 002")
    expect(register.locator(".own mark").first).to_be_visible()
    expect(moon).to_contain_text("Nothing near it was found")
    # What was typed is still there, to be worked on.
    expect(page.get_by_label("Draft", exact=True)).to_have_value(DRAFT)
    assert_accessible(page)
    at_width(page)
    assert_accessible(page)
    register.get_by_role("link", name="ALR 2022 Res 002").first.click()
    expect(page).to_have_url("/en/resolutions/ALR-2022-Res-002/#op-1")


def test_similar_texts_are_read_side_by_side(new_page, assert_accessible, at_width):
    page = new_page(java_script_enabled=False)
    page.goto("/en/resolutions/ALR-2024-Res-002/")
    page.get_by_role("link", name="Similar texts").click()
    nearest = page.locator(".similar > li").first
    expect(nearest).to_contain_text("ALR 2022 Res 001")
    at_width(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/en/resolutions/compare/")
    page.get_by_label("Code of one text").fill("ALR 2024 Res 002")
    page.get_by_label("Code of the other").fill("alr-2022-res-001")
    page.keyboard.press("Enter")
    expect(page.locator(".aligned .beside").first).to_be_visible()
    page.get_by_role("link", name="Français").last.click()
    expect(page.locator(".aligned blockquote").first).to_have_attribute("lang", "fr")
    at_width(page)
