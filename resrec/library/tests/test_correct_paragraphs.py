"""An officer puts paragraphs right, and that survives whatever is parsed again."""

import pytest

from resrec.journal.models import Entry
from resrec.library.corrected_parsing import parse_corrected
from resrec.library.correcting import join, set_values, split, take_back
from resrec.library.models import Paragraph, ParagraphCorrection
from resrec.library.paragraph_trees import store
from resrec.library.parsing import parse
from resrec.library.parsing.lines import lines_of
from resrec.library.tests.test_store_again import BODY, at, say, text, tree  # noqa: F401
from resrec.rules import RuleBroken

pytestmark = pytest.mark.django_db
What = ParagraphCorrection.What


@pytest.fixture
def parsed(cast, text):  # noqa: F811
    store(text, by=cast.officer)
    return text


def read(text):  # noqa: F811
    text.refresh_from_db(fields=["paragraphs_revision"])
    return text.paragraphs_revision


def words(text, path):  # noqa: F811
    return at(text, path).texts.get(language="en").text


def test_what_was_set_survives_a_new_version_of_the_words(cast, parsed):
    values = {
        What.VERB: "insist",
        What.VERB_TYPE: "directive",
        What.DEADLINE: "by next spring",
        What.DEADLINE_ON: "2031-06-20",
    }
    set_values(at(parsed, "op-2"), values, by=cast.officer, read=read(parsed), language="en")
    longer = BODY.replace("1. CALLS", "1. THANKS all;\n\n2. CALLS").replace("2. REQ", "3. REQ")
    store(say(parsed, longer, version=2), by=cast.officer)
    found = at(parsed, "op-3")
    assert (found.verb, found.deadline, str(found.deadline_on)) == (
        "insist",
        "by next spring",
        "2031-06-20",
    )


def test_kind_and_number_move_the_address(cast, parsed):
    values = {What.KIND: "preambular", What.NUMBER: ""}
    set_values(at(parsed, "op-1"), values, by=cast.officer, read=read(parsed), language="en")
    assert tree(parsed) == [
        ("pre-1", ""),
        ("heading-1", ""),
        ("pre-2", ""),
        ("op-2", "2."),
        ("op-3", "3."),
    ]


def test_addressees_are_set_by_class(cast, parsed):
    value = "members\tFen and Heath Trust\nother\tall who walk"
    paragraph = at(parsed, "op-1")
    set_values(
        paragraph, {What.ADDRESSEES: value}, by=cast.officer, read=read(parsed), language="en"
    )
    found = paragraph.addressees.values_list("name", "addressee_class", "constituent")
    assert list(found) == [
        ("Fen and Heath Trust", "members", cast.member.pk),
        ("all who walk", "other", None),
    ]


def test_joins_with_the_paragraph_before_and_what_was_set_stays(cast, parsed):
    set_values(at(parsed, "op-1"), {What.VERB: "invite"}, by=cast.officer, read=1, language="en")
    join(at(parsed, "op-2"), by=cast.officer, read=read(parsed))
    assert [path for path, _number in tree(parsed)] == ["pre-1", "heading-1", "op-1", "op-3"]
    assert "a year; 2. REQUESTS" in words(parsed, "op-1")
    assert at(parsed, "op-1").verb == "invite"


def test_splits_before_words(cast, parsed):
    split(at(parsed, "op-3"), "to leave the", by=cast.officer, read=read(parsed), language="en")
    assert words(parsed, "op-3") == "URGES States"
    last = parsed.paragraphs.last()
    assert last.texts.get().text == "to leave the banks open."
    with pytest.raises(RuleBroken, match="not found"):
        split(last, "no such words", by=cast.officer, read=read(parsed), language="en")
    assert ParagraphCorrection.objects.count() == 1


def test_a_correction_that_finds_its_line_no_more_is_listed_and_kept(cast, parsed):
    set_values(at(parsed, "op-3"), {What.VERB: "insist"}, by=cast.officer, read=1, language="en")
    made = store(say(parsed, BODY.partition("\n\n3.")[0], version=2), by=cast.officer)
    assert [fix.words for fix in made.unplaced] == ["URGES States to leave the banks open."]
    assert ParagraphCorrection.objects.count() == 1


def test_the_newest_setting_counts_and_can_be_taken_back(cast, parsed):
    for verb in ("invite", "insist"):
        paragraph = at(parsed, "op-1")
        set_values(paragraph, {What.VERB: verb}, by=cast.officer, read=read(parsed), language="en")
    take_back(ParagraphCorrection.objects.get(), by=cast.officer, read=read(parsed))
    assert at(parsed, "op-1").verb == "call upon"
    verbs = Entry.objects.about(parsed).values_list("verb", flat=True)
    assert "resolution.correction_taken_back" in verbs


def test_one_of_two_equal_lines_is_meant(cast, parsed):
    twice = "1. THANKS all.\n\nAnnex\n\n1. THANKS all."
    store(say(parsed, twice, version=2), by=cast.officer)
    second = parsed.paragraphs.last()
    set_values(second, {What.VERB: "greet"}, by=cast.officer, read=read(parsed), language="en")
    verbs = list(Paragraph.objects.filter(resolution=parsed).values_list("path", "verb"))
    assert verbs[-1][1] == "greet"
    assert verbs[0][1] == "thank"


def test_words_that_nobody_has_looked_at_are_not_stored_with_a_correction(cast, parsed):
    say(parsed, BODY.partition("\n\n3.")[0], version=2)
    with pytest.raises(RuleBroken, match="parse again"):
        join(at(parsed, "op-2"), by=cast.officer, read=read(parsed))
    assert at(parsed, "op-3")


def test_a_line_is_a_paragraph(shared_data):
    """Corrections rely on it: the parser gives one Parsed for each line."""
    for body in (BODY, "", "\n\n", "a\r\nb\x0b\n\n  c", "1.\n2.\n(a)\n-\n" * 50):
        assert len(parse(body, "en")) == len(lines_of(body))
    assert parse_corrected("", "en", "", ()).parsed == []
