"""Citations are kept beside the words; reading the words anew keeps what an officer decided."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resrec.journal.models import Entry
from resrec.library.citations.refreshing import refresh
from resrec.library.facts import load_citations
from resrec.library.models import Assembly, Citation, Paragraph, ParagraphText, Resolution
from resrec.rules import RuleBroken

pytestmark = pytest.mark.django_db
State = Citation.State


@pytest.fixture
def citing(cast):
    """WCC 2020 Res 073, which cites in two languages; one number can mean two texts."""
    text = Resolution.objects.get(code="WCC-2020-Res-073")
    say(text, "pre-1", en="Recalling WCC-2016-Res-087;", fr="Rappelant WCC-2016-Res-087 ;")
    say(text, "pre-2", en="Recalling Resolution 6.059;", fr="Rappelant la Résolution 6.059 ;")
    refresh([text.pk])
    return text


def say(text, path, **words):
    position = text.paragraphs.count() + 1
    paragraph = Paragraph.objects.create(
        resolution=text, path=path, kind="preambular", position=position
    )
    for language, said in words.items():
        ParagraphText.objects.create(paragraph=paragraph, language=language, text=said)
    return paragraph


def told(text):
    rows = text.cites.filter(origin="words").order_by("paragraph__path", "language")
    return [(row.exact, row.language, row.state, row.target and row.target.code) for row in rows]


def open_one(text):
    return text.cites.open().first()


def test_each_mention_is_kept_with_its_words_paragraph_and_language(citing):
    assert told(citing) == [
        ("WCC-2016-Res-087", "en", State.FOUND, "WCC-2016-Res-087"),
        ("WCC-2016-Res-087", "fr", State.FOUND, "WCC-2016-Res-087"),
        ("Resolution 6.059", "en", State.AMBIGUOUS, None),
        ("Résolution 6.059", "fr", State.AMBIGUOUS, None),
    ]
    first = citing.cites.filter(origin="words").first()
    assert (first.paragraph.path, first.start) == ("pre-1", 10)
    assert [text.code for text in open_one(citing).candidates.all()] == ["WCC-2016-Res-059"]


def test_reading_again_keeps_the_rows(citing):
    before = list(citing.cites.values_list("pk", flat=True).order_by("pk"))
    refresh([citing.pk])
    assert list(citing.cites.values_list("pk", flat=True).order_by("pk")) == before


def test_what_the_words_say_no_more_is_gone(citing):
    ParagraphText.objects.filter(paragraph__path="pre-1").update(text="Recalling nothing;")
    refresh([citing.pk])
    assert [row[0] for row in told(citing)] == ["Resolution 6.059", "Résolution 6.059"]


def test_a_decision_holds_in_every_language_and_is_journalled(citing, cast):
    target = Resolution.objects.get(code="WCC-2016-Res-059")
    open_one(citing).confirm(target, by=cast.officer)
    assert [row[2:] for row in told(citing)][2:] == [(State.CONFIRMED, target.code)] * 2
    entry = Entry.objects.about(citing).last()
    assert (entry.verb, entry.by) == ("citation.confirmed", cast.officer)
    assert entry.content == {"words": "Resolution 6.059", "target": "WCC-2016-Res-059"}


def test_a_decision_survives_a_re_parse_even_where_its_words_were_away(citing, cast):
    open_one(citing).dismiss(by=cast.officer)
    citing.paragraphs.all().delete()
    refresh([citing.pk])
    assert [row[0] for row in told(citing)] == ["Resolution 6.059"]
    assert citing.cites.decided().get().start is None
    say(citing, "pre-9", es="Recordando la Resolución 6.059;")
    refresh([citing.pk])
    assert told(citing) == [("Resolución 6.059", "es", State.DISMISSED, None)]
    assert citing.cites.decided().get().decided_by == cast.officer


def test_deciding_again_undoes(citing, cast):
    citation = open_one(citing)
    citation.dismiss(by=cast.officer)
    citation.confirm(cast.resolution, by=cast.officer)
    assert citing.cites.decided().first().target == cast.resolution
    assert [text.code for text in citation.candidates.all()] == ["WCC-2016-Res-059"]


def test_no_text_cites_itself_by_decision(citing, cast):
    with pytest.raises(RuleBroken):
        open_one(citing).confirm(citing, by=cast.officer)
    assert open_one(citing)


def test_a_text_that_comes_later_is_found_by_what_others_said_before(citing):
    say(citing, "pre-3", en="Recalling Recommendation 19.88 and Resolution WCC-2016-Res-900;")
    refresh([citing.pk])
    assert citing.cites.filter(state=State.UNKNOWN).count() == 2
    sittings = {"GA-19.88": ("GA-1994", 88), "WCC-2016-Res-900": ("WCC-2016", 900)}
    new = [
        Resolution.objects.create(
            code=code, assembly=Assembly.objects.get(code=sitting), number=number
        )
        for code, (sitting, number) in sittings.items()
    ]
    refresh([text.pk for text in new])
    assert not citing.cites.filter(state=State.UNKNOWN).exists()
    assert {text.cited_by.get().source for text in new} == {citing}


def test_words_without_paragraphs_are_read_in_their_newest_version():
    text = Resolution.objects.get(code="WCC-2020-Res-121")
    text.texts.create(language="es", version=8, body="Recordando la Resolución 19.41.")
    text.texts.create(language="es", version=9, body="Recordando la Recomendación 16/5.")
    refresh([text.pk])
    assert told(text) == [("Recomendación 16/5", "es", State.FOUND, "GA-16.05")]


def test_gone_paragraphs_cite_nothing(citing):
    paragraph = citing.paragraphs.get(path="pre-1")
    paragraph.gone_on = "2026-01-01"
    paragraph.save()
    refresh([citing.pk])
    assert [row[0] for row in told(citing)] == ["Resolution 6.059", "Résolution 6.059"]


def test_the_database_is_asked_as_often_for_many_texts_as_for_few(citing):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            refresh([citing.pk])
        return len(queries)

    few = asked()
    for number in range(40):
        say(citing, f"op-{number}", en="Recalling Resolution 6.059 and WCC-2016-Res-087;")
    refresh([citing.pk])
    assert asked() == few


def test_citations_on_record_come_with_the_facts_and_a_dismissed_one_stays_away(cast):
    from django.apps import apps

    text = Resolution.objects.get(code="WCC-2020-Res-073")
    assert sorted(row.target.code for row in text.cites.standing()) == [
        "WCC-2016-Res-051",
        "WCC-2016-Res-087",
        "WCC-2016-Res-096",
    ]
    text.cites.get(target=cast.resolution).dismiss(by=cast.officer)
    load_citations(apps)
    refresh([text.pk])
    assert text.cites.standing().count() == 2


def test_the_command_reads_all_and_says_what_it_found(citing, capsys):
    Citation.objects.filter(origin="words").delete()
    call_command("find_citations")
    assert len(told(citing)) == 4
    assert "2 ambiguous" in capsys.readouterr().out
    with pytest.raises(CommandError, match="No collection"):
        call_command("find_citations", collection="atlantis")
