"""A yearly analysis is frozen and run again, and a correction turns its figures amber."""

import os
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.running_site import ROOT

FROZEN = "/en/analysis/ALR-2024/2025/frozen/1/"

pytestmark = pytest.mark.journey


def rerun(site, *place):
    """Run the command beside the running site; give its status and what it says."""
    environment = os.environ | {"RESREC_DATA": str(site.data)}
    command = [sys.executable, "manage.py", "rerun_analysis", *place]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    return ran.returncode, ran.stdout + ran.stderr


def test_1_an_officer_freezes_the_year_and_anyone_can_run_it_again(
    person, site, assert_accessible, at_width
):
    page = person("officer", "/en/desk/")
    page.get_by_role("link", name="Freeze the analysis: ALR 2024").click()
    assert_accessible(page)
    page.get_by_role("button", name="Freeze it now").click()
    fingerprint = page.locator(".fingerprint").inner_text()
    assert len(fingerprint) == 64
    assert_accessible(page)
    at_width(page, 320)
    status, said = rerun(site, "ALR-2024", "2026")
    assert status == 0, said
    assert fingerprint in said


def test_2_a_correction_turns_the_figures_amber_that_rest_on_it(
    person, page, site, assert_accessible, at_width
):
    page.goto(FROZEN)
    expect(page.locator(".figure.amber")).to_have_count(0)
    fingerprint = page.locator(".fingerprint").inner_text()
    member = person("second-member-reporter", f"{FROZEN}activity_reports/")
    member.get_by_role("link", name="Fondation Vallée Vive").first.click()
    member.get_by_role("button", name="Correct this report").click()
    member.get_by_label("Results and achievements").fill("Neuf tronçons restent libres.")
    member.get_by_role("button", name="Submit report").first.click()
    expect(member.get_by_role("status")).to_contain_text("Your report is submitted")
    lead = person("focal-point", member.url.removeprefix(site.base))
    lead.get_by_role("button", name="Accept").click()
    expect(lead.get_by_role("status")).to_contain_text("accepted")

    page.reload()
    expect(page.locator(".figure.amber").first).to_be_visible()
    expect(page.locator(".chart .part.amber").first).to_be_visible()
    expect(page.locator(".prose .figure.amber").first).to_be_visible()
    expect(page.locator(".fingerprint")).to_have_text(fingerprint)
    assert_accessible(page)
    at_width(page, 320)
    page.goto(f"{FROZEN}activity_reports/")
    main = page.get_by_role("main")
    expect(main).to_contain_text("What is counted here has been corrected or replaced since")
    main.get_by_role("link", name="what came since").click()
    expect(page.get_by_role("main")).to_contain_text("Neuf tronçons restent libres.")
    status, said = rerun(site, "ALR-2024", "2025")
    assert status == 0, said
    assert fingerprint in said
