"""Many posts assigned from a sheet with errors, carried out, answered together, and undone.

The parts are one story and run in their order.
"""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

HEADER = "Code;Rôle;Constituant;Adresse électronique;Remarques"
ROLE, BODY = "Members’ focal point", "World Commission on Protected Areas"
# As Windows writes it: neither a mark nor UTF-8.
ENCODING = "cp1252"


@pytest.fixture
def sheet(site):
    address = site.people["member-reporter"]["email"]
    rows = [
        HEADER,
        f"WCC-2016-Res-001;member;{BODY};{address};",
        f"WCC 2016 Res 002;{ROLE};{BODY};{address};two posts for one person",
        f"WCC-2016-Res-999;member;{BODY};{address};no such text",
        f"WCC-2016-Res-004;königin;{BODY};not an address;",
        f"wcc-2016-res-001;member;{BODY};{address};twice",
    ]
    return {
        "name": "posts.csv",
        "mimeType": "text/csv",
        "buffer": "\r\n".join(rows).encode(ENCODING),
    }


def test_1_an_officer_sees_each_error_before_anything_is_made(
    person, sheet, assert_accessible, at_width
):
    page = person("officer", "/en/assignments/")
    assert_accessible(page)
    at_width(page, 320)
    assert_accessible(page)
    page.get_by_label("The sheet").set_input_files({**sheet, "buffer": b""})
    page.get_by_role("button", name="Check the sheet").click()
    expect(page.get_by_role("main")).to_contain_text("Some things need another look")
    assert_accessible(page)
    at_width(page, 1280, 900)
    page.get_by_label("The sheet").set_input_files(sheet)
    page.get_by_role("button", name="Check the sheet").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("3 rows have errors")
    for words in ("No text has the code", "königin", "is not an e-mail address", "Row 2 is about"):
        expect(main).to_contain_text(words)
    assert_accessible(page)
    at_width(page, 320)
    assert_accessible(page)
    page.get_by_role("link", name="Only rows with errors").click()
    expect(page.get_by_role("listitem").filter(has_text="Row 4")).to_be_visible()


def test_2_the_good_rows_are_carried_out(person, assert_accessible, at_width):
    page = person("officer", "/en/assignments/", width=320, height=720)
    page.get_by_role("link", name="posts.csv").click()
    page.get_by_role("button", name="Carry out the 2 good rows only").click()
    expect(page.get_by_role("status")).to_contain_text("That is done")
    expect(page.get_by_role("main")).to_contain_text("new post, and asked")
    at_width(page, 320)
    assert_accessible(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="All rows, and what becomes of each").click()
    assert "left out" in download.value.path().read_text("utf-8-sig")


def test_3_who_is_asked_answers_for_both_on_one_page(person, assert_accessible, at_width):
    page = person("member-reporter", "/en/profile/", width=320, height=720)
    page.get_by_role("link", name="Answer for all of them together").click()
    at_width(page, 320)
    assert_accessible(page)
    page.get_by_label("WCC 2016 Res 002").uncheck()
    page.get_by_role("button", name="Accept the ticked posts").click()
    expect(page.get_by_role("status")).to_contain_text("1 post is yours.")
    page.get_by_text("Decline the ticked posts with a word").click()
    page.get_by_role("button", name="Decline the ticked posts").click()
    expect(page.get_by_role("main")).to_contain_text("Say in a word why you decline.")
    assert_accessible(page)


def test_4_undoing_takes_back_what_was_not_answered(person, assert_accessible, at_width):
    page = person("officer", "/en/assignments/")
    page.get_by_role("link", name="posts.csv").click()
    page.get_by_text("Undo this assignment").click()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("stays: accepted meanwhile")
    expect(page.get_by_role("main")).to_contain_text("removed again")
    assert_accessible(page)
    at_width(page, 320)
    assert_accessible(page)
