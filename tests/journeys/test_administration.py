"""An officer's way through the administration, under the site's content security policy."""

from playwright.sync_api import expect


def test_an_officer_joins_a_person_and_the_person_has_a_desk(new_page, sign_in, site):
    stranger = new_page()
    stranger.goto("/en/")
    sign_in(stranger, "stranger")

    officer = new_page()
    officer.goto("/en/")
    sign_in(officer, "officer")
    officer.goto("/en/admin/")
    officer.get_by_role("link", name="Memberships").first.click()
    officer.get_by_role("link", name="Add membership").first.click()
    for field, words in (("person", "Lucía"), ("constituent", "Fondation Vallée")):
        # The chosen one is looked up while typing.
        officer.locator(f".field-{field} .select2-selection").click()
        officer.locator(".select2-search__field").fill(words)
        officer.locator(".select2-results__option--highlighted").filter(has_text=words).click()
    officer.get_by_role("button", name="Save", exact=True).click()
    expect(officer.locator(".messagelist .success")).to_contain_text("was added successfully")

    stranger.goto("/en/welcome/")
    expect(stranger).to_have_url(f"{site.base}/en/desk/")

    officer.goto("/en/admin/people/membership/")
    officer.get_by_role("link", name="Lucía").first.click()
    officer.get_by_role("link", name="History").click()
    expect(officer.get_by_role("main")).to_contain_text("membership.added")
    officer.go_back()
    officer.get_by_role("link", name="Delete", exact=True).click()
    officer.get_by_role("button", name="Yes, I’m sure").click()
    expect(officer.locator(".messagelist .success")).to_contain_text("was deleted successfully")


def test_others_are_told_that_it_is_not_for_them(page, sign_in):
    page.goto("/en/")
    sign_in(page, "focal-point")
    assert page.goto("/en/admin/people/user/").status == 403
