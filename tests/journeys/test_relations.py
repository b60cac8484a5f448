"""From text to text by what they cite; languages side by side; an officer says what became of one.

The parts are one story and run in their order.
"""

import pytest
from playwright.sync_api import expect

TEXT = "/en/resolutions/ALR-2024-Res-001/"

pytestmark = pytest.mark.journey


@pytest.fixture
def officer(new_page, sign_in):
    page = new_page()
    page.goto("/en/")
    sign_in(page, "officer")
    return page


def test_1_a_reader_follows_citations_to_the_chain(page, assert_accessible, at_width):
    page.goto(TEXT)
    page.locator("#words").get_by_role("link", name="Resolution ALR-2022-Res-002").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A common register of river barriers")
    page.get_by_role("link", name="All citations, through time").click()
    expect(page.locator(".chain .middle")).to_contain_text("ALR 2022 Res 002")
    expect(page.get_by_role("img", name="The same chain as a drawing")).to_be_visible()
    assert_accessible(page)
    at_width(page, 320)
    assert_accessible(page)
    page.locator(".chain li").last.get_by_role("link", name="read it there").first.click()
    expect(page.locator("#pre-4")).to_be_in_viewport()
    expect(page.locator("#pre-4")).to_contain_text("a common register of river barriers")


def test_2_languages_stand_side_by_side(page, assert_accessible, at_width):
    page.goto("/en/resolutions/ALR-2024-Res-004/")
    page.get_by_role("link", name="Side by side").click()
    english, french = (page.locator(f"#op-2 [lang={code}]") for code in ("en", "fr"))
    assert english.bounding_box()["y"] == french.bounding_box()["y"]
    expect(page.get_by_role("main")).to_contain_text("Older than its source")
    page.get_by_role("link", name="Español (leave out)").click()
    assert page.url.endswith("?text=en,fr")
    assert_accessible(page)
    at_width(page, 320)
    assert english.bounding_box()["y"] < french.bounding_box()["y"]
    assert_accessible(page)


def test_3_an_officer_settles_what_can_mean_two_texts(officer, assert_accessible, at_width):
    officer.goto("/en/desk/")
    officer.get_by_role("link", name="1 citation that can mean several texts").click()
    assert_accessible(officer)
    at_width(officer, 320)
    assert_accessible(officer)
    officer.get_by_role("button", name="WCC 2016 Res 087 is meant").click()
    expect(officer.get_by_role("status")).to_contain_text("is settled")
    officer.goto(TEXT)
    expect(officer.locator("#pre-4").get_by_role("link", name="Resolution 6.087")).to_be_visible()


def test_4_an_officer_says_that_a_text_was_superseded(officer, assert_accessible, at_width):
    officer.goto("/en/resolutions/ALR-2022-Rec-003/")
    officer.get_by_role("link", name="What became of it").click()
    officer.get_by_label("superseded by another text").check()
    officer.get_by_label("Which text took its place").fill("ALR 2024 Res 1")
    officer.get_by_role("button", name="Record it").click()
    expect(officer.locator(".error-summary").first).to_contain_text("This field is required.")
    assert_accessible(officer)
    officer.get_by_label("By which decision").fill("C/8/1")
    officer.get_by_label("Reason in English").first.fill("Its requests are in the later text.")
    officer.get_by_role("button", name="Record it").click()
    expect(officer.get_by_role("status")).to_contain_text("The state of the text is changed.")
    at_width(officer, 320)
    assert_accessible(officer)


def test_5_readers_see_it_on_the_page_and_in_the_list(page, assert_accessible):
    page.goto("/en/resolutions/ALR-2022-Rec-003/")
    expect(page.locator(".notice").first).to_contain_text("Superseded since")
    expect(page.locator(".notice").first).to_contain_text("Free-flowing reaches")
    assert_accessible(page)
    page.goto("/en/resolutions/?state=archived")
    expect(page.get_by_role("main")).to_contain_text("superseded by ALR 2024 Res 001")
