"""A report goes away as a Word file, is filled in without a network, and comes back as a draft."""

import pytest
from docx import Document
from playwright.sync_api import expect

NEW = "/en/reports/new/?text=WCC-2016-Res-069"
RESULTS = "Forty fishers of three villages learned to free turtles from their nets."

pytestmark = pytest.mark.journey


def fill_in(path):
    """Write beside the question about results, as a word processor would."""
    document = Document(path)
    rows = [row for table in document.tables for row in table.rows]
    (row,) = [row for row in rows if row.cells[0].text.endswith("[results]")]
    row.cells[1].text = RESULTS
    document.save(path)


def test_the_form_goes_out_and_comes_back(person, assert_accessible, at_width, tmp_path):
    page = person("member-reporter", NEW)
    page.get_by_role("button", name="Begin the report").click()
    expect(page.locator("#id_results")).to_be_visible()
    draft = page.url
    with page.expect_download() as coming:
        page.get_by_role("link", name="Take the form with you as a Word file").click()
    form = tmp_path / "form.docx"
    coming.value.save_as(form)
    page.get_by_role("link", name="print it").click()
    expect(page.get_by_role("main")).to_contain_text("WCC 2016 Res 069")
    assert_accessible(page)
    at_width(page, 320)
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="Back to the draft")).to_be_hidden()
    page.emulate_media(media="screen")

    fill_in(form)
    page.goto("/en/reports/filled-form/")
    assert_accessible(page)
    at_width(page, 320)
    page.get_by_label("The filled form").set_input_files(form)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#id_results")).to_have_value(RESULTS)
    page.goto(draft)
    expect(page.locator("#id_results")).to_have_value(RESULTS)
    page.get_by_role("link", name="Discard draft").click()
    page.locator("main form button").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My desk")
