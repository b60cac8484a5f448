"""A post changes hands: its holder leaves, one who is asked declines, another takes it over.

The parts are one story and run in their order.
"""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

TEXT = "/en/resolutions/WCC-2016-Res-036/"
TOMORROW = (date.today() + timedelta(days=1)).isoformat()

pytestmark = pytest.mark.journey


@pytest.fixture
def at_the_post(person):
    """Open the post's page from the text's as somebody who may read it."""

    def arrive(who, **options):
        page = person(who, TEXT, **options)
        posts = page.locator("section").filter(has=page.get_by_role("heading", name="Focal points"))
        posts.get_by_role("link", name="World Commission on Protected Areas").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Commission focal point")
        return page

    return arrive


def ask(page, address):
    page.get_by_label("E-mail address").fill(address)
    page.get_by_label("From", exact=True).fill(TOMORROW)
    page.get_by_role("button", name="Send the invitation").click()


def test_1_the_public_sees_roles_bodies_and_vacancies(page, assert_accessible, at_width):
    page.goto("/en/focal-points/WCC-2016/")
    expect(page.get_by_text("vacant", exact=True).first).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text("Pereira-Lindqvist")
    at_width(page, 320)
    assert_accessible(page)


def test_2_a_holder_leaves(at_the_post, assert_accessible, at_width):
    page = at_the_post("commission-reporter", width=320, height=720)
    page.get_by_text("Leave this post").click()
    at_width(page, 320)
    assert_accessible(page)
    page.get_by_role("button", name="Set the last day").click()
    expect(page.get_by_role("status")).to_contain_text("The last day is on record")


def test_3_an_officer_asks_somebody(at_the_post, site, assert_accessible, at_width):
    page = at_the_post("officer")
    ask(page, "not an address")
    expect(page.get_by_role("main")).to_contain_text("Some things need another look")
    assert_accessible(page)
    ask(page, site.people["member-reporter"]["email"])
    expect(page.get_by_role("main")).to_contain_text("not answered yet")
    at_width(page, 320)
    assert_accessible(page)


def test_4_who_declines_with_a_word(person, assert_accessible, at_width):
    page = person("member-reporter", "/en/profile/", width=320, height=720)
    assert_accessible(page)
    page.get_by_role("link", name="WCC 2016 Res 036").click()
    page.get_by_text("Decline with a word").click()
    at_width(page, 320)
    assert_accessible(page)
    page.get_by_role("button", name="Decline the post").click()
    expect(page.get_by_role("main")).to_contain_text("Say in a word why you decline.")
    page.get_by_label("Why you decline").fill("I speak for a Member only.")
    page.get_by_role("button", name="Decline the post").click()
    expect(page.get_by_role("status")).to_contain_text("You have declined")


def test_5_the_officer_reads_why_and_asks_another(at_the_post, site, assert_accessible):
    page = at_the_post("officer")
    expect(page.get_by_role("main")).to_contain_text("I speak for a Member only.")
    assert_accessible(page)
    ask(page, site.people["second-member-reporter"]["email"])
    expect(page.get_by_role("main")).to_contain_text("not answered yet")


def test_6_who_accepts_and_is_handed_over(person, assert_accessible, at_width):
    page = person("second-member-reporter", "/en/profile/", width=320, height=720)
    page.get_by_role("link", name="WCC 2016 Res 036").click()
    page.get_by_role("button", name="Accept the post").click()
    expect(page.get_by_role("status")).to_contain_text("The post is yours")
    page.get_by_role("link", name="Handover page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Handover")
    expect(page.get_by_role("main")).to_contain_text("Reported last")
    at_width(page, 320)
    assert_accessible(page)


def test_7_the_leaver_and_the_officer_read_the_same(at_the_post, assert_accessible):
    for who in ("commission-reporter", "officer"):
        page = at_the_post(who)
        page.get_by_role("link", name="Handover page").click()
        expect(page.get_by_role("heading", name="Promised")).to_be_visible()
        assert_accessible(page)
