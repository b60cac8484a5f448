"""Whoever works with the texts: is there one on this, what does it ask, is it still in force?"""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

TEXT = "/en/resolutions/ALR-2024-Res-001/"
# Measures what a first visit moves on the page after it was drawn.
SHIFTS = """() => new Promise(done => {
  let moved = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) moved += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(moved), 1000);
})"""


def found(page):
    return page.locator("#found .text-line")


def test_a_delegate_asks_in_words_and_narrows_down(page, assert_accessible, at_width):
    page.goto("/en/")
    page.get_by_role("searchbox").first.fill("living rivers")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="texts meet these criteria")).to_be_visible()
    expect(found(page).first).to_contain_text("ALR 20")
    expect(found(page).first.locator("mark").first).to_be_visible()
    assert_accessible(page)
    # Ticking a box is enough; the address can be mailed and gives the same page.
    page.get_by_label(re.compile("^Recommendation")).check()
    expect(page).to_have_url(re.compile("kind=Rec"))
    expect(page.locator("#found .chips")).to_contain_text("Kind: Recommendation")
    for line in found(page).all():
        expect(line.locator(".eyebrow")).to_contain_text("Recommendation")
    shown = found(page).all_inner_texts()
    page.reload()
    assert found(page).all_inner_texts() == shown
    page.get_by_role("link", name="Take away: Kind").click()
    expect(page.locator("#found .chips")).to_have_count(0)
    at_width(page, 320)
    assert_accessible(page)


def test_words_are_found_while_they_are_typed(page):
    page.goto("/en/resolutions/")
    page.get_by_label("Words, a phrase in quotes, or a code").press_sequentially("connectiv")
    expect(found(page).first).to_contain_text("onnectivity")
    expect(page).to_have_url(re.compile("q=connectiv"))


def test_without_scripts_everything_is_there(new_page, assert_accessible):
    page = new_page(java_script_enabled=False, width=320, height=700)
    page.goto("/fr/resolutions/")
    page.locator("#id_q").fill("especes menacees")
    page.locator("#criteria button").click()
    expect(found(page).first).to_be_visible()
    page.locator("#narrow input[name=state][value=active]").check()
    page.locator("#narrow button").click()
    expect(page.locator("#found .chips")).to_be_visible()
    assert "state=active" in page.url
    assert "q=especes" in page.url


def test_a_slip_and_a_search_in_vain_are_explained(page, assert_accessible):
    page.goto("/en/resolutions/?q=conectivity")
    expect(page.get_by_role("main")).to_contain_text("“connectivity” was looked for")
    page.goto("/en/resolutions/?q=zzzzqqqq")
    expect(page.get_by_role("main")).to_contain_text("No text known here, in any language")
    assert_accessible(page)


def test_the_page_of_a_text_is_light_and_stands_still(new_page):
    page = new_page(width=390, height=800)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    weights, blocking = [], []
    session.on("Network.loadingFinished", lambda said: weights.append(said["encodedDataLength"]))
    page.on(
        "response",
        lambda answer: (
            blocking.append(answer.url) if answer.request.resource_type == "stylesheet" else None
        ),
    )
    page.goto(TEXT, wait_until="networkidle")
    moved = page.evaluate(SHIFTS)
    assert sum(weights) < 100_000, weights
    assert len(blocking) == 1, blocking
    assert moved == 0
    assert page.locator("script:not([type=module]):not([async]):not([type*=json])").count() == 0


def test_a_paragraph_has_an_address(page, assert_accessible, at_width):
    page.goto(f"{TEXT}#op-2")
    paragraph = page.locator("#op-2")
    expect(paragraph).to_be_in_viewport()
    expect(paragraph).to_contain_text("REQUESTS the Commission on Freshwater Science")
    assert_accessible(page)
    at_width(page, 320)
    assert_accessible(page)


DRAFT = """Fish ladders in small rivers

RECALLING that migrating fish move by night;

1. REQUESTS the Commission on Freshwater Science to publish a map of free-flowing reaches;

2. INVITES schools to adopt a fish ladder.
"""


def test_a_draft_is_compared_with_what_was_adopted(page, assert_accessible, at_width):
    page.goto("/en/resolutions/")
    page.get_by_role("link", name="Compare a draft").click()
    page.get_by_label("Draft", exact=True).fill(DRAFT)
    page.get_by_role("button", name="Compare the draft").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What adopted texts say already")
    expect(page.get_by_role("main")).to_contain_text("ALR 2024 Res 001")
    # What was pasted is there to be changed.
    expect(page.get_by_label("Draft", exact=True)).to_have_value(re.compile("fish ladder"))
    assert_accessible(page)
    at_width(page, 320)
    assert_accessible(page)


def test_similar_texts_and_two_side_by_side(page, assert_accessible, at_width):
    page.goto("/en/resolutions/ALR-2024-Res-002/")
    page.get_by_role("link", name="Similar texts").click()
    expect(page.get_by_role("main")).to_contain_text("Environmental flows in rivers that run dry")
    assert_accessible(page)
    page.get_by_role("link", name="Both texts, side by side").first.click()
    expect(page).to_have_url(re.compile("compare/.*a=.*b="))
    assert_accessible(page)
    at_width(page, 320)
    assert_accessible(page)


def test_an_officer_corrects_a_paragraph_beside_the_words(
    page, sign_in, assert_accessible, at_width
):
    page.goto("/en/")
    sign_in(page, "officer")
    page.goto("/en/resolutions/ALR-2022-Res-002/paragraphs/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert_accessible(page)
    at_width(page, 320)
    assert_accessible(page)


@pytest.mark.parametrize("suffix", ["json", "jsonld", "akn.xml", "txt", "bib", "ris"])
def test_a_text_is_there_in_other_forms(page, suffix):
    answer = page.request.get(f"/en/resolutions/ALR-2024-Res-001.{suffix}")
    assert answer.ok
    assert "ree-flowing reaches" in answer.text()
