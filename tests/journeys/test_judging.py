"""A report before its verdict: an opinion against it, a verdict that says why, trust given.

The parts are one story and run in their order.
"""

import pytest
from playwright.sync_api import expect

ANSWER = "/en/reports/answer/WCC-2016-Rec-106/"
TRUST = "/en/review/after-a-period/"
NAME = "Center for Large Landscape Conservation"

pytestmark = pytest.mark.journey


@pytest.fixture
def at_the_report(person):
    """Open the report that waits on the text, as one of those who review it."""

    def arrive(who, **options):
        page = person(who, "/en/desk/", **options)
        to_accept = page.locator("section").filter(has=page.locator("#to-accept"))
        to_accept.get_by_role("link", name="WCC 2016 Rec 106").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(NAME)
        return page

    return arrive


def test_1_a_member_answers_in_one_press(person):
    page = person("member-reporter", ANSWER)
    page.get_by_role("button", name="Nothing this year", exact=True).last.click()
    expect(page.get_by_role("main")).to_contain_text("nothing this year.")


def test_2_an_officer_is_for_returning_it(at_the_report, assert_accessible, at_width):
    page = at_the_report("officer", width=320, height=720)
    page.get_by_text("Give your opinion").click()
    page.get_by_label("for returning").check()
    page.get_by_role("button", name="Give this opinion").click()
    expect(page.get_by_role("main")).to_contain_text("Say why the report should be returned.")
    at_width(page, 320)
    assert_accessible(page)
    page.get_by_label("Why", exact=True).fill("Their newsletter tells of a meeting in May.")
    page.get_by_role("button", name="Give this opinion").click()
    expect(page.get_by_role("status")).to_contain_text("Your opinion is noted.")
    expect(page.get_by_role("main")).to_contain_text("Their newsletter tells of a meeting in May.")
    assert_accessible(page)


def test_3_the_lead_accepts_it_and_says_why(at_the_report, assert_accessible, at_width):
    page = at_the_report("focal-point")
    page.get_by_role("button", name="Accept the report").click()
    expect(page.get_by_role("main")).to_contain_text("Say why you accept it.")
    at_width(page, 320)
    assert_accessible(page)
    page.get_by_label("Why you accept it although").fill("The meeting was on another text.")
    page.get_by_role("button", name="Accept the report").click()
    expect(page.get_by_role("main")).to_contain_text("Accepted all the same, because")
    assert_accessible(page)


def test_4_an_officer_trusts_a_constituent_and_ends_it(person, assert_accessible, at_width):
    page = person("officer", "/en/desk/")
    page.get_by_role("link", name="Acceptance after a period").click()
    page.get_by_text("Trust a constituent", exact=True).click()
    give = page.get_by_role("button", name="Accept its reports after this period")
    give.click()
    expect(page.get_by_role("main")).to_contain_text("Say which constituent is trusted.")
    assert_accessible(page)
    page.get_by_role("textbox", name="Constituent").fill(NAME)
    page.get_by_label("Days to wait").fill("14")
    page.get_by_label("Why it is trusted").fill("Its last ten reports were accepted as they came.")
    give.click()
    expect(page.get_by_role("status")).to_contain_text("accepted after a period from now on")
    page.locator("details.trust summary").filter(has_text=NAME).click()
    at_width(page, 320)
    assert_accessible(page)
    page.get_by_role("textbox", name="Why it ends").fill("Only a trial.")
    page.get_by_role("button", name="End it").click()
    expect(page.get_by_role("status")).to_contain_text("wait for a person from now on")
