"""Two people write in one draft at the same time: each sees the other's words, none is lost."""

import pytest
from playwright.sync_api import expect

AUTOSAVED = 15_000


@pytest.fixture
def draft(person):
    """A page with a fresh draft."""
    page = person("member-reporter", "/en/reports/new/?text=WCC-2016-Res-087")
    page.get_by_role("button", name="Begin the report").click()
    expect(page.locator("#id_results")).to_be_visible()
    return page


def write(page, field, words):
    with page.expect_response(lambda answer: "/autosave/" in answer.url, timeout=AUTOSAVED):
        page.locator(field).press_sequentially(words)


def test_both_write_and_both_stand(draft, person, assert_accessible, at_width):
    other = person("member-reporter", draft.url.split(draft.url.split("/en/")[0])[1])
    other.get_by_text("Challenges, and what was done about them").click()
    write(other, "#id_challenges", "The bridge had to wait for a permit.")
    draft.locator("#id_results").focus()
    write(draft, "#id_results", "Two crossings were built.")
    # What the other wrote is here, and the cursor is where it was.
    expect(draft.locator("#id_challenges")).to_have_value("The bridge had to wait for a permit.")
    expect(draft.locator("draft-news")).to_contain_text("Challenges")
    expect(draft.locator("#id_results")).to_be_focused()
    assert_accessible(draft)
    # The same field by both is a question, and nothing is lost.
    write(other, "#id_results", "Three crossings.")
    expect(other.get_by_role("alert")).to_contain_text("Somebody else has changed the same")
    assert_accessible(other)
    other.get_by_role("button", name="Compare and choose").click()
    for words in ("Two crossings were built.", "Three crossings."):
        expect(other.get_by_role("main")).to_contain_text(words)
    assert_accessible(other)
    other.get_by_role("button", name="Keep mine").click()
    expect(other.locator("#id_results")).to_have_value("Three crossings.")
    expect(other.locator("#id_challenges")).to_have_value("The bridge had to wait for a permit.")
    at_width(draft, 320)


def test_somebody_from_outside_is_invited_by_mail(draft, new_page, assert_accessible, at_width):
    draft.get_by_role("link", name="Write it together").click()
    draft.get_by_label("E-mail address").fill("ada@elsewhere.example")
    draft.get_by_role("button", name="Send the invitation").click()
    expect(draft.get_by_role("status")).to_contain_text("They are invited")
    assert_accessible(draft)
    at_width(draft, 320)
    ada = new_page(width=320)
    ada.goto("/en/development/mail/?to=ada@elsewhere.example")
    ada.locator("main table a").first.click()
    ada.goto(ada.locator("pre a[href*='/links/']").first.get_attribute("href"))
    assert_accessible(ada)
    at_width(ada, 320)
    ada.get_by_role("button", name="Accept").click()
    write(ada, "#id_results", "Otters came back.")
    assert_accessible(ada)
    expect(ada.get_by_role("button", name="Submit report")).to_have_count(0)
    draft.get_by_role("link", name="Back to the draft").click()
    expect(draft.locator("#id_results")).to_have_value("Otters came back.")
    expect(draft.locator(".save-bar")).to_contain_text("ada@elsewhere.example is writing in")
