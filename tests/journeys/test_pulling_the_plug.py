"""The network goes, the lid is closed, the session ends: words are kept and offered back."""

import os
import re
import signal
import time

import pytest
from playwright.sync_api import expect

FIRST, LATER = "Two crossings were built.", "Deer use them."


@pytest.fixture
def draft(person):
    """A page with a fresh draft, on a phone."""
    page = person("member-reporter", "/en/reports/new/?text=WCC-2016-Res-087", width=320)
    page.get_by_role("button", name="Begin the report").click()
    expect(page.locator("#id_results")).to_be_visible()
    return page


def type_on(page, field, words):
    page.locator(field).press_sequentially(words)


def kept(page):
    """What this device keeps of drafts, as one text."""
    return page.evaluate("JSON.stringify(localStorage)")


def wait_until_kept(page, words):
    """The device keeps it a moment after it is typed."""
    deadline = time.monotonic() + 10
    while words not in kept(page):
        assert time.monotonic() < deadline
        page.wait_for_timeout(100)


def test_words_typed_without_a_network_come_back(draft, assert_accessible):
    type_on(draft, "#id_results", FIRST)
    expect(draft.locator("[data-status]")).to_have_text(re.compile("^Saved at"))
    expect(draft.locator("offered-words")).to_be_hidden()
    assert "crossings" not in kept(draft), "what is saved is kept no longer"
    draft.context.set_offline(True)
    type_on(draft, "#id_results", f" {LATER}")
    notice = draft.get_by_role("alert").filter(has_text="Not sent yet: kept on this device")
    expect(notice).to_be_visible()
    # The lid is closed; days later the page is opened anew.
    address, context = draft.url, draft.context
    draft.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    expect(again.locator("#id_results")).to_have_value(FIRST)
    expect(again.locator("offered-words")).to_contain_text("have not been sent yet")
    assert_accessible(again)
    again.get_by_role("button", name="Bring them back").click()
    expect(again.locator("#id_results")).to_have_value(f"{FIRST} {LATER}")
    expect(again.locator("offered-words")).to_be_hidden()
    assert "Deer" not in kept(again)


def test_the_network_comes_back_by_itself(draft):
    draft.context.set_offline(True)
    type_on(draft, "#id_results", FIRST)
    expect(draft.get_by_role("alert").filter(has_text="Not sent yet")).to_be_visible()
    draft.context.set_offline(False)
    expect(draft.locator("[data-status]")).to_have_text(re.compile("^Saved at"))
    expect(draft.get_by_role("alert").filter(has_text="Not sent yet")).to_be_hidden()


def test_words_kept_do_not_write_over_newer_ones(draft, person):
    draft.context.set_offline(True)
    type_on(draft, "#id_results", "Mine, typed on the train.")
    expect(draft.get_by_role("alert").filter(has_text="Not sent yet")).to_be_visible()
    other = person("member-reporter", "/en/" + draft.url.partition("/en/")[2])
    with other.expect_response("**/autosave/"):
        type_on(other, "#id_results", "Theirs, typed at home.")
    address, context = draft.url, draft.context
    draft.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    again.get_by_role("button", name="Bring them back").click()
    for words in ("Mine, typed on the train.", "Theirs, typed at home."):
        expect(again.get_by_role("main")).to_contain_text(words)
    again.get_by_role("button", name="Keep mine").click()
    expect(again.locator("#id_results")).to_have_value("Mine, typed on the train.")


def test_words_outlive_the_session(draft, sign_in, assert_accessible):
    draft.context.clear_cookies(name="resrec_session")
    type_on(draft, "#id_results", FIRST)
    notice = draft.get_by_role("alert").filter(has_text="You have been signed out")
    expect(notice).to_be_visible()
    assert_accessible(draft)
    address = draft.url
    draft.goto("/en/")
    sign_in(draft, "member-reporter")
    draft.goto(address)
    draft.get_by_role("button", name="Bring them back").click()
    expect(draft.locator("#id_results")).to_have_value(FIRST)


def test_signing_out_empties_the_device(draft, sign_out):
    draft.context.set_offline(True)
    type_on(draft, "#id_results", "A private thought.")
    wait_until_kept(draft, "private")
    draft.context.set_offline(False)
    sign_out(draft)
    expect(draft.get_by_role("status")).to_contain_text("You are signed out here")
    assert kept(draft) == "{}"


def test_another_person_on_the_same_device_is_offered_nothing(draft, sign_in):
    draft.context.set_offline(True)
    type_on(draft, "#id_results", "A private thought.")
    wait_until_kept(draft, "private")
    address = draft.url
    draft.context.set_offline(False)
    # Not signed out: the session ended, and somebody else sits down.
    draft.goto("/en/")
    draft.context.clear_cookies(name="resrec_session")
    draft.goto("/en/")
    sign_in(draft, "officer")
    draft.goto(address)
    assert "A private thought" not in draft.content()


def test_a_server_that_stops_loses_nothing(draft, site):
    os.killpg(site.process.pid, signal.SIGSTOP)
    try:
        type_on(draft, "#id_results", FIRST)
        wait_until_kept(draft, "crossings")
    finally:
        os.killpg(site.process.pid, signal.SIGCONT)
    expect(draft.locator("[data-status]")).to_have_text(re.compile("^Saved at"))
