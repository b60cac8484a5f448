"""Narrative sections: figures bound into sentences, renderings, and what must be read again."""

from decimal import Decimal

import pytest

from resrec.analysis.bound import keys_in, moved, paragraphs, reading, refuse_unknown
from resrec.analysis.figures import Figure, Noun, Sum
from resrec.analysis.freeze.obstacles import obstacles
from resrec.analysis.models import Narrative, StaleNarrative
from resrec.analysis.overview import Overview
from resrec.analysis.tests.test_pages import words_of
from resrec.journal.models import Entry
from resrec.rules import RuleBroken

PAGE = "/en/analysis/TST-2022/2025/"
HERE = f"{PAGE}narrative/summary/en/"
FIGURES = {
    key: Figure("TST-2022", 2025, key, key, Noun.TEXT, tuple(range(number)))
    for key, number in (("moved_up", 2), ("moved_down", 1), ("texts", 12))
}


def figures_of(congress):
    return Overview(congress.assembly, congress.cycle).figures


@pytest.fixture
def written(counted, cast):
    """The summary in English, with a figure bound into it."""
    made = Narrative(assembly=counted.assembly, cycle=counted.cycle, place="summary", language="en")
    text = "Of {texts} texts, {moved_up} went on. None was forgotten."
    made.write(text, figures_of(counted), by=cast.officer, read=0)
    counted.narrative = made
    return counted


def test_keys_are_found_each_once_and_blanks_do_not_matter():
    assert keys_in("{texts} and { moved_up }, {texts}") == ["texts", "moved_up"]
    assert keys_in("no braces, {\n} nor {{}}") == [""]


@pytest.mark.parametrize("text", ["{luck}", "{}", "{moved}", "{texts} {0}", "{{texts}"])
def test_an_unknown_key_is_refused_by_name(text):
    if text == "{{texts}":
        refuse_unknown(text, FIGURES)
        return
    with pytest.raises(RuleBroken) as refused:
        refuse_unknown(text, FIGURES)
    assert "No figure is called {" in str(refused.value)


def test_a_key_that_is_nearly_one_is_helped():
    with pytest.raises(RuleBroken, match=r"Perhaps you mean \{moved_up\}"):
        refuse_unknown("{movd_up}", FIGURES)


def test_only_the_sentence_whose_number_has_moved_is_to_be_read_again():
    text = "There are {texts}. Then {moved_up} rose.\n\nAnd {moved_down} fell."
    read = {"texts": 12, "moved_up": 3, "moved_down": 1}
    found = moved(text, FIGURES, read)
    assert len(found) == 1
    assert [piece.was for piece in found[0].pieces if piece.figure] == ["3"]
    assert len(paragraphs(text, FIGURES, read)) == 2


def test_a_sum_of_money_is_bound_as_an_amount():
    paid = Sum("TST-2022", 2025, "paid", "Paid", Noun.NEED, (1, 2), Decimal(1200), "CHF")
    assert reading(paid) == "1200 CHF"
    still, since = (
        paragraphs("So {paid}.", {"paid": paid}, {"paid": read})[0][0].pieces[1]
        for read in ("1200 CHF", "800 CHF")
    )
    assert "CHF" in still.words
    assert not still.was
    assert since.was == "800 CHF"


def test_a_figure_that_is_gone_keeps_the_number_read_and_is_told():
    found = moved("So {lost} remain.", FIGURES, {"lost": 1204})
    assert [piece.words for piece in found[0].pieces] == ["So ", "1,204", " remain."]


@pytest.mark.django_db
def test_the_number_is_of_the_day_linked_and_in_the_readers_format(client, written):
    html = client.get(PAGE).content.decode()
    told = html[html.index('<div class="narrative">') : html.index("went on")]
    assert f'href="{PAGE}texts/"' in told
    assert ">12</a>" in told
    assert "{" not in told


@pytest.mark.django_db
def test_a_number_that_moved_is_shown_new_with_the_old_until_confirmed(client, written, cast):
    written.account(8, 2024, "initiated")
    written.account(10, 2024, "initiated")
    written.account(10, 2025, "completed")
    words = words_of(client.get(PAGE))
    assert "3 (it was 2 when this was written) went on." in words
    client.force_login(cast.officer)
    work = words_of(client.get(f"{PAGE}narrative/"))
    assert "To be read again" in work
    assert "None was forgotten" not in work
    found = {one.label: one.number for one in obstacles(written.assembly, written.cycle)}
    assert found["Sentences in which a number has moved since they were written"] == 1
    assert "to be read again" in words_of(client.get(PAGE))
    client.post(f"{HERE}read/", {"read": written.narrative.revision})
    assert "To be read again" not in words_of(client.get(f"{PAGE}narrative/"))
    assert Entry.objects.filter(verb="narrative.confirmed", content__figures__moved_up=3).exists()


@pytest.mark.django_db
def test_an_unknown_key_is_refused_and_nothing_typed_is_lost(client, counted, cast):
    client.force_login(cast.officer)
    text = "Half of {luck} is ours, and this must not be lost."
    answer = client.post(HERE, {"text": text, "read": "0"})
    assert "No figure is called {luck}." in words_of(answer)
    assert text in answer.content.decode()
    assert not Narrative.objects.exists()


@pytest.mark.django_db
def test_two_officers_at_once_lose_nothing(client, written, cast):
    client.force_login(cast.officer)
    answer = client.post(HERE, {"text": "My own words.", "read": "0"})
    html = answer.content.decode()
    assert "Someone else has written in this section" in html
    assert "My own words.</textarea>" in html
    assert "None was forgotten." in html
    stands = written.narrative
    client.post(HERE, {"text": "My own words.", "read": str(stands.revision)})
    stands.refresh_from_db()
    assert stands.text == "My own words."


@pytest.mark.django_db
@pytest.mark.parametrize("read", ["", "-3", "abc", "9" * 40])
def test_a_form_without_a_revision_is_stale_and_no_error(client, written, cast, read):
    client.force_login(cast.officer)
    answer = client.post(HERE, {"text": "New.", "read": read})
    assert "Someone else has written" in words_of(answer)


@pytest.mark.django_db
def test_a_figure_is_inserted_without_a_script(client, counted, cast):
    client.force_login(cast.officer)
    answer = client.post(HERE, {"text": "So many:", "read": "0", "insert": "1", "figure": "texts"})
    assert "So many: {texts}</textarea>" in answer.content.decode()


@pytest.mark.django_db
def test_readers_see_their_language_where_someone_rendered_it_else_the_original(
    client, written, cast
):
    french = f"/fr{PAGE[3:]}"
    assert 'lang="en"><p>Of ' in client.get(french).content.decode()
    client.force_login(cast.officer)
    said = {"text": "Sur {texts} textes.", "read": "0", "renders": "1"}
    client.post(f"{PAGE}narrative/summary/fr/", said)
    client.logout()
    html = client.get(french).content.decode()
    assert 'lang="fr"><p>Sur ' in html
    assert Narrative.objects.get(language="fr").renders == written.narrative.revision


@pytest.mark.django_db
def test_a_rendering_is_out_of_date_once_the_original_changes(client, written, cast):
    french = Narrative(
        assembly=written.assembly, cycle=written.cycle, place="summary", language="fr"
    )
    french.write("Sur tout.", figures_of(written), by=cast.officer, read=0, renders=1)
    client.force_login(cast.officer)
    assert "rendered, and out of date" not in words_of(client.get(f"{PAGE}narrative/"))
    original = written.narrative
    original.write("All new.", {}, by=cast.officer, read=original.revision)
    assert "rendered, and out of date" in words_of(client.get(f"{PAGE}narrative/"))


@pytest.mark.django_db
def test_a_figure_of_an_earlier_cycle_is_bound_with_its_year(client, written, cast):
    client.force_login(cast.officer)
    said = {"text": "In 2024 it was {2024.status_underway}.", "read": "1"}
    client.post(HERE, said)
    html = client.get(PAGE).content.decode()
    assert 'href="/en/analysis/TST-2022/2024/status_underway/"' in html
    assert Narrative.objects.get().figures == {"2024.status_underway": 2}


@pytest.mark.django_db
def test_a_rendering_of_an_original_that_has_moved_on_is_out_of_date(client, written, cast):
    client.force_login(cast.officer)
    original = written.narrative
    original.write("All new.", {}, by=cast.officer, read=original.revision)
    said = {"text": "Sur tout.", "read": "0", "renders": "1"}  # opened before the change
    client.post(f"{PAGE}narrative/summary/fr/", said)
    assert "rendered, and out of date" in words_of(client.get(f"{PAGE}narrative/"))


@pytest.mark.django_db
def test_words_are_shown_as_words(client, written, cast):
    made = written.narrative
    made.write("<b>5 < 6</b> & {texts}", figures_of(written), by=cast.officer, read=made.revision)
    html = client.get(PAGE).content.decode()
    assert "&lt;b&gt;5 &lt; 6&lt;/b&gt; &amp; " in html


@pytest.mark.django_db
def test_a_second_first_version_is_refused(written, cast):
    again = Narrative(
        assembly=written.assembly, cycle=written.cycle, place="summary", language="en"
    )
    with pytest.raises(StaleNarrative):
        again.write("Mine.", {}, by=cast.officer, read=0)


@pytest.mark.django_db
@pytest.mark.parametrize("end", ["nowhere/en/", "summary/de/"])
def test_a_place_or_language_that_is_not_is_not_found(client, counted, cast, end):
    client.force_login(cast.officer)
    assert client.get(f"{PAGE}narrative/{end}").status_code == 404
