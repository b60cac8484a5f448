"""The texts of the resource pages: each page in three languages, of one shape."""

import re
from pathlib import Path

import pytest

from resrec.web.kept_forms import WRITER_COOKIE

GUIDANCE = Path(__file__).parents[1] / "guidance"
PAGES = [
    "data-policy",
    "for-commissions",
    "for-committees",
    "for-council",
    "for-focal-points",
    "for-members",
    "for-reporters",
    "for-secretariat",
    "policy-cycle",
    "reporting",
]
LANGUAGES = ["en", "fr", "es"]


def read(page, language):
    return (GUIDANCE / page / f"{language}.md").read_bytes().decode("utf-8")


def test_every_page_is_there():
    assert sorted(folder.name for folder in GUIDANCE.iterdir()) == PAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_title_summary_sections(page, language):
    title, gap, summary, *rest = read(page, language).split("\n")
    assert title.startswith("# ")
    assert gap == ""
    assert summary.endswith(".")
    assert not summary.startswith("#")
    assert [line for line in rest if line.startswith("#") and not line.startswith("## ")] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_short_and_well_set(page, language):
    text = read(page, language)
    most = 620 if page == "data-policy" else 350  # it names all that is kept
    assert 150 <= len(re.findall(r"\w+(?:[’-]\w+)*", text)) <= most
    assert "\ufffd" not in text
    assert "'" not in text
    if language == "fr":
        # A French colon must not begin a line: it is tied to its word.
        assert re.findall(r"\w [:;?!»]|« ", text) == []


@pytest.mark.parametrize("page", PAGES)
def test_languages_have_the_same_sections(page):
    sections = {language: read(page, language).count("\n## ") for language in LANGUAGES}
    assert len(set(sections.values())) == 1, sections
    items = {language: read(page, language).count("\n- ") for language in LANGUAGES}
    assert len(set(items.values())) == 1, items


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_policy_names_each_cookie(language, settings):
    said = set(re.findall(r"^- `(\w+)`", read("data-policy", language), re.MULTILINE))
    assert said == {
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        settings.LANGUAGE_COOKIE_NAME,
        "messages",
        WRITER_COOKIE,
    }
