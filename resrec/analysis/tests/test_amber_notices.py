"""Whoever froze an analysis is told what turned amber: once, and in their language."""

from datetime import date

import pytest

from resrec.analysis.freeze.amber_notices import tell_amber
from resrec.analysis.freeze.freezing import freeze
from resrec.analysis.tests.test_freezing import reported  # noqa: F401  a fixture
from resrec.analysis.tests.test_frozen_pages import correct, frozen  # noqa: F401  a fixture
from resrec.journal.models import Mail
from resrec.people.models import MailChoices

MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)


@pytest.fixture
def corrected(cast, frozen, reported):  # noqa: F811
    """The analysis is frozen, its one report is corrected, and the mails of that are away."""
    correction = correct(reported, cast, results="Four ponds were dug.")
    Mail.objects.all().delete()
    return correction


def test_nobody_is_told_while_nothing_has_changed(frozen):  # noqa: F811
    assert tell_amber(MONDAY) == 0


def test_whoever_froze_it_is_told_the_figures_and_the_report(cast, frozen, corrected, reported):  # noqa: F811
    assert tell_amber(MONDAY) == 1
    mail = Mail.objects.get()
    assert mail.to == cast.officer.email
    for words in (mail.text, mail.html):
        assert str(cast.member) in words
        for one in (reported, corrected, frozen):
            assert one.get_absolute_url() in words
        assert f"{frozen.get_absolute_url()}with_progress_report/" in words
        assert "1 text" in words
        assert "All texts known" not in words, "it rests on nothing corrected"


def test_nobody_is_told_twice(cast, corrected, reported):  # noqa: F811
    assert [tell_amber(MONDAY), tell_amber(MONDAY), tell_amber(TUESDAY)] == [1, 0, 0]
    correct(corrected, cast, results="Five ponds were dug.")
    assert [tell_amber(TUESDAY), tell_amber(TUESDAY)] == [1, 0]


def test_one_message_a_day(cast, corrected):
    assert tell_amber(MONDAY) == 1
    correct(corrected, cast, results="Five ponds were dug.")
    assert tell_amber(MONDAY) == 0, "it waits for the next day"
    assert tell_amber(TUESDAY) == 1


def test_it_waits_over_the_days_that_a_person_keeps_free(cast, corrected):
    MailChoices(person=cast.officer).choose(frequency="daily", quiet_weekdays=[0], by=cast.officer)
    assert [tell_amber(MONDAY), tell_amber(TUESDAY)] == [0, 1]


@pytest.mark.parametrize(("language", "words"), [("fr", "/fr/analysis/"), ("es", "/es/analysis/")])
def test_it_is_in_the_language_of_the_person(cast, frozen, corrected, language, words):  # noqa: F811
    type(cast.officer).objects.filter(pk=cast.officer.pk).update(language=language)
    tell_amber(MONDAY)
    mail = Mail.objects.get()
    assert words in mail.text
    assert frozen.figures.get(key="with_progress_report").labels[language] in mail.text


def test_every_officer_is_told_of_what_a_command_froze(cast, reported):  # noqa: F811
    freeze(cast.resolution.assembly, cast.cycle, by=None)
    correct(reported, cast, results="Four ponds were dug.")
    Mail.objects.all().delete()
    tell_amber(MONDAY)
    assert [mail.to for mail in Mail.objects.all()] == [cast.officer.email]


def test_a_superseded_analysis_is_nobodys_concern_any_more(cast, frozen, corrected):  # noqa: F811
    freeze(cast.resolution.assembly, cast.cycle, by=cast.officer, notice="With the correction.")
    found = [tell_amber(MONDAY), Mail.objects.filter(text__contains="version 1").count()]
    assert found == [0, 0]
