"""Mail of the demonstration in the browser: what somebody does is read by whom it is told."""

from playwright.sync_api import expect


def test_a_message_is_read_as_text_and_as_html(page, site, assert_accessible, at_width):
    page.goto("/en/sign-in/by-mail/")
    page.get_by_label("Your e-mail address").fill(site.people["officer"]["email"])
    page.get_by_role("button", name="Mail me a link").click()
    page.goto("/en/development/mail/")
    expect(page.get_by_role("row")).not_to_have_count(0)
    assert_accessible(page)
    at_width(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("link", name="Your link to sign in").first.click()
    expect(page.locator("main")).to_contain_text("Auto-Submitted")
    frame = page.frame_locator("iframe")
    expect(frame.locator("main")).to_contain_text("It works for a day.")
    expect(page.locator("pre")).to_contain_text("It works for a day.")
    assert_accessible(page)
    at_width(page)
    page.goto(page.locator("iframe").get_attribute("src"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your link to sign in")
    at_width(page)
