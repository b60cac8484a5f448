"""Signing in at the organisation's accounts, coming back, going astray, and signing out."""

import pytest
from playwright.sync_api import expect

TEXT = "/resolutions/WCC-2016-Res-087/"


@pytest.mark.parametrize(
    ("language", "asks"), [("en", "Who are you today?"), ("fr", None), ("es", None)]
)
def test_one_comes_back_to_the_text_one_was_reading(page, sign_in, site, language, asks):
    page.goto(f"/{language}{TEXT}")
    page.locator("header a[href*='/sign-in/']").click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.locator("main form[method=post] button").click()
    # The accounts speak the language one came with.
    expect(page.locator("html")).to_have_attribute("lang", language)
    if asks:
        expect(page.get_by_role("heading", name=asks)).to_be_visible()
    page.locator("button[name=person][value=member-reporter]").click()
    expect(page).to_have_url(f"{site.base}/{language}{TEXT}")
    expect(page.get_by_role("banner")).to_contain_text(site.people["member-reporter"]["name"])


def test_signing_in_with_address_and_password(page, site):
    page.goto("/en/sign-in/")
    page.get_by_role("button", name="Go to the organisation’s accounts").click()
    page.get_by_label("E-mail address").fill(site.people["officer"]["email"])
    page.get_by_label("Password").fill("not this one")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("No account has this address and password.")
    page.get_by_label("Password").fill(site.password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_url(f"{site.base}/en/desk/")


def test_a_person_without_a_constituent_is_told_what_to_do(page, sign_in, site):
    page.goto("/en/")
    sign_in(page, "stranger")
    page.goto("/en/welcome/")
    page.get_by_label("I work for").fill("River Keepers of the North")
    page.get_by_role("button", name="Send to the Secretariat").click()
    expect(page.get_by_role("status")).to_contain_text("has been sent to the Secretariat")
    page.get_by_label("I work for").fill("River Keepers of the North")
    page.get_by_role("button", name="Send to the Secretariat").click()
    expect(page.get_by_role("main")).to_contain_text("You have asked today.")


def test_a_stranger_without_a_way_back_arrives_at_the_welcome(page, site):
    page.goto("/en/sign-in/")
    page.locator("main form[method=post] button").click()
    page.locator("button[name=person][value=stranger]").click()
    expect(page).to_have_url(f"{site.base}/en/welcome/")


def test_signing_out_ends_the_session_here(page, sign_in, sign_out, site):
    page.goto("/en/profile/")
    page.locator("main form[method=post] button").click()
    page.locator("button[name=person][value=focal-point]").click()
    expect(page).to_have_url(f"{site.base}/en/profile/")
    sign_out(page)
    expect(page.get_by_role("status")).to_contain_text("You are signed out here.")
    page.goto("/en/profile/")
    expect(page).to_have_url(f"{site.base}/en/sign-in/?next=/en/profile/")


@pytest.mark.parametrize(
    "answer", ["state=forged&code=stolen", "code=stolen", "error=server_error", ""]
)
def test_a_forged_or_late_answer_gets_a_clear_page(page, answer):
    response = page.goto(f"/signed-in/?{answer}")
    assert response.status == 400
    expect(page.get_by_role("heading", name="You are not signed in")).to_be_visible()
    expect(page.get_by_role("link", name="Sign in again")).to_be_visible()


def test_an_answer_serves_once(page, site):
    answers = []
    page.on("request", lambda r: answers.append(r.url) if "/signed-in/" in r.url else None)
    page.goto("/en/sign-in/")
    page.locator("main form[method=post] button").click()
    page.locator("button[name=person][value=member-reporter]").click()
    page.wait_for_url(f"{site.base}/en/desk/")
    assert page.goto(answers[0]).status == 400


def test_the_pages_are_accessible_and_reflow(page, assert_accessible, at_width, sign_in):
    page.goto("/en/sign-in/")
    assert_accessible(page)
    at_width(page, 320)
    assert_accessible(page)
    page.locator("main form[method=post] button").click()
    assert_accessible(page)
    at_width(page, 320)
    page.locator("button[name=person][value=stranger]").click()
    for path in ("/en/welcome/", "/en/profile/", "/fr/sign-in/failed/expired/"):
        page.goto(path)
        assert_accessible(page)
        at_width(page, 320)
