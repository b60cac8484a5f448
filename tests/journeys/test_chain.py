"""The whole chain on WCC 2016 Res 087: from a report to the analysis, and its correction on.

The parts are one story and run in their order; each looks at what the one before has left.
"""

import pytest
from playwright.sync_api import expect

TEXT = "/resolutions/WCC-2016-Res-087/"
BENCH = f"/en{TEXT}progress/2026/edit/"
ACCOUNT = f"{TEXT}progress/2026/"
ANALYSIS = "/analysis/WCC-2016/2026/"
RESULT = "Eleven municipalities wrote the definition into their land-use plans."
ACTIVITY = "Four workshops with planners of eleven municipalities."
CORRECTED = "Twelve municipalities wrote the definition into their land-use plans."
STATEMENT = "Eleven municipalities now plan with the definition."

pytestmark = pytest.mark.journey


def number_of(page, row):
    """The number that a row of the analysis gives in its first column."""
    line = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=row)).first
    return int(line.get_by_role("link").first.inner_text())


def test_1_a_member_reports_on_a_phone(person, assert_accessible, at_width):
    page = person("member-reporter", f"/en{TEXT}", width=320, height=720)
    page.get_by_role("link", name="Report on this text").click()
    page.get_by_role("main").locator("form button").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Activity Report")
    page.get_by_label("From", exact=True).fill("2026-01-01")
    page.get_by_label("To", exact=True).fill("2026-09-30")
    page.locator("[name=activities-0-kind]").select_option("convening")
    page.locator("[name=activities-0-description]").fill(ACTIVITY)
    page.locator("[name=activities-0-status]").select_option("completed")
    page.get_by_label("Results and achievements").fill(RESULT)
    # The draft saves itself: what was typed is there when the page is opened anew.
    expect(page.locator("auto-save")).to_contain_text("Saved at", timeout=20_000)
    page.reload()
    expect(page.get_by_label("Results and achievements")).to_have_value(RESULT)
    at_width(page, 320)
    assert_accessible(page)
    page.get_by_role("button", name="Submit report").first.click()
    expect(page.get_by_role("status")).to_contain_text("Your report is submitted")
    expect(page.get_by_role("main")).to_contain_text(RESULT)
    assert_accessible(page)


def test_2_the_focal_point_accepts_it(person, assert_accessible):
    page = person("focal-point", "/en/desk/")
    assert_accessible(page)
    waiting = page.get_by_role("listitem").filter(has_text="Center for Large Landscape")
    waiting.filter(has_text="WCC 2016 Res 087").get_by_role("link").first.click()
    assert_accessible(page)
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("status")).to_contain_text("accepted")


def test_3_and_makes_a_statement_of_its_words(person, assert_accessible, at_width):
    page = person("focal-point", BENCH)
    page.get_by_role("main").locator("form button").first.click()
    source = page.locator("[id*='passage-']").filter(has_text=RESULT).first
    source.get_by_role("button", name="Use this passage").click()
    statement = page.locator("li[id^='statement-']").filter(has_text=RESULT)
    statement.get_by_text("Change statement 1").click()
    statement.get_by_label("In your words").fill(STATEMENT)
    statement.get_by_role("button", name="Keep the change").click()
    # Reworded, it still rests on the words of the report.
    expect(page.locator("li[id^='statement-'] q")).to_have_text(RESULT)
    expect(page.get_by_role("main")).to_contain_text(STATEMENT)
    assert_accessible(page)
    at_width(page, 320)
    assert_accessible(page)


def test_4_proposes_it_with_its_status_and_warnings(person):
    page = person("focal-point", BENCH)
    page.get_by_role("radio", name="Completed").check()
    page.get_by_label("Reason for the status").fill("Planners use it without being asked.")
    page.get_by_role("button", name="Save the answers").click()
    warnings = page.locator("section, div").filter(
        has=page.get_by_role("heading", name="Before publishing")
    )
    expect(warnings.last).to_contain_text("Nothing is used of the report of WCPA")
    page.get_by_role("button", name="Propose it for publication").click()
    expect(page.get_by_role("status")).to_contain_text("asked to publish it")


def test_5_the_officer_publishes_it(person, page, assert_accessible):
    page.goto(f"/en{ACCOUNT}")
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("connectivity")
    before = person("officer", f"/en{ANALYSIS}")
    assert number_of(before, "Completed") == 1
    officer = person("officer", "/en/desk/")
    assert_accessible(officer)
    proposed = officer.locator("section").filter(
        has=officer.get_by_role("heading", name="Progress Reports to publish")
    )
    proposed.get_by_role("link", name="WCC 2016 Res 087").first.click()
    officer.get_by_role("button", name="Publish").click()
    expect(officer.get_by_role("status")).to_contain_text("published")


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_6_the_public_reads_it_and_opens_the_source(language, page, assert_accessible, at_width):
    page.goto(f"/{language}{ACCOUNT}")
    expect(page.get_by_role("main")).to_contain_text(STATEMENT)
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert_accessible(page)
    page.get_by_role("link", name=RESULT).press("Enter")
    expect(page.locator(":target")).to_contain_text(RESULT)
    assert_accessible(page)
    at_width(page, 320)


def test_7_the_analysis_counts_it_and_opens_the_list(page, assert_accessible, at_width):
    page.goto(f"/en{ANALYSIS}")
    assert number_of(page, "Completed") == 2
    line = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Completed"))
    line.first.get_by_role("link").first.click()
    expect(page.get_by_role("main")).to_contain_text("WCC 2016 Res 087")
    assert_accessible(page)
    at_width(page, 320)


def test_8_the_member_corrects_the_report(person, page, assert_accessible, at_width):
    page.goto(f"/en{ACCOUNT}")
    report = page.get_by_role("link", name=RESULT).get_attribute("href").partition("#")[0]
    member = person("member-reporter", report, width=320, height=720)
    expect(member.get_by_role("main")).to_contain_text("Where this report was used")
    assert_accessible(member)
    at_width(member, 320)
    member.get_by_role("button", name="Correct this report").click()
    member.get_by_label("Results and achievements").fill(CORRECTED)
    member.get_by_role("button", name="Submit report").first.click()
    expect(member.get_by_role("status")).to_contain_text("Your report is submitted")
    focal_point = person("focal-point", member.url.removeprefix(member.url.split("/en/")[0]))
    assert_accessible(focal_point)
    focal_point.get_by_role("button", name="Accept").click()
    expect(focal_point.get_by_role("status")).to_contain_text("accepted")


def test_9_readers_are_told_and_the_officer_finds_it(page, person, assert_accessible, at_width):
    page.goto(f"/en{ACCOUNT}")
    expect(page.get_by_label("Source corrected")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(STATEMENT)
    assert_accessible(page)
    at_width(page, 320)
    officer = person("officer", "/en/desk/open-points/WCC-2016/2026/?kind=corrected")
    expect(officer.locator(".points")).to_contain_text("WCC 2016 Res 087")
    assert_accessible(officer)


def test_10_the_next_version_supersedes_it_with_a_notice(person, page, assert_accessible, at_width):
    page.goto(f"/en{ACCOUNT}")
    old = page.locator("a[href*='/progress-reports/']").first.get_attribute("href")
    officer = person("officer", ACCOUNT.replace("/resolutions", "/en/resolutions"))
    officer.get_by_role("button", name="Write the next version").click()
    statement = officer.locator("li[id^='statement-']").filter(has_text=STATEMENT)
    statement.get_by_text("Change statement 1").click()
    statement.get_by_label("In your words").fill("Twelve municipalities now plan with it.")
    statement.get_by_role("button", name="Keep the change").click()
    officer.locator("#id_notice").fill("The number of municipalities was corrected.")
    officer.get_by_role("button", name="Save the answers").click()
    officer.get_by_role("button", name="Propose it for publication").click()
    officer.get_by_role("button", name="Publish it in place").click()
    expect(officer.get_by_role("status")).to_contain_text("published")
    page.goto(f"/en{ACCOUNT}")
    expect(page.get_by_role("main")).to_contain_text("Twelve municipalities now plan with it.")
    expect(page.get_by_role("main")).to_contain_text("The number of municipalities was corrected.")
    assert_accessible(page)
    page.goto(old)
    expect(page.get_by_role("main")).to_contain_text("which has been superseded")
    at_width(page, 320)
    assert_accessible(page)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/resolutions/",
        "/resolutions/?q=6.087",
        TEXT,
        "/resolutions/ALR-2024-Res-001/",
        "/resolutions/NOT-2016-Res-999/",
        "/assemblies/",
        "/motions/",
        ANALYSIS,
        "/analyses/",
        "/analysis/1999/",
        "/resources/",
        "/resources/reporting/",
        "/resources/for-reporters/",
        "/focal-points/WCC-2016/",
        "/data-policy/",
        "/sign-in/",
    ],
)
def test_11_pages_are_accessible_and_reflow(path, language, page, assert_accessible, at_width):
    page.goto(f"/{language}{path}")
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert_accessible(page)
    at_width(page, 320)
    # What changes with the width does not change with the language.
    if language == "en":
        assert_accessible(page)
