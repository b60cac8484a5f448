"""A yearly analysis taken away in three languages, and a Progress Report from its page."""

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

SAID = {
    "en": "Where the texts stand",
    "fr": "Où en sont les textes",
    "es": "Dónde están los textos",
}


def words_of(download):
    reader = PdfReader(BytesIO(Path(download.path()).read_bytes()))
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


@pytest.mark.journey
@pytest.mark.parametrize("language", SAID)
def test_an_analysis_is_taken_away_in_the_language_of_its_page(new_page, language):
    page = new_page()
    page.goto(f"/{language}/analysis/ALR-2024/2025/")
    with page.expect_download() as taken:
        page.locator(".downloads").get_by_text("PDF").click()
    assert taken.value.suggested_filename == "ALR-2024 2025 analysis.pdf"
    assert SAID[language] in words_of(taken.value)


@pytest.mark.journey
def test_a_collection_is_made_in_the_background_and_then_given(new_page):
    page = new_page(width=320)
    page.goto("/fr/progress-reports/ALR-2024/2025/")
    page.locator("button[value=csv]").click()
    link = page.locator("#csv a")
    expect(link).to_be_visible(timeout=90_000)  # the page looks again by itself
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    with page.expect_download() as taken:
        link.click()
    assert "Résultats" in Path(taken.value.path()).read_text(encoding="utf-8-sig")
