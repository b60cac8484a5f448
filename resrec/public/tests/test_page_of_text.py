"""The page of one text: what it leads with, what it says of itself, and the one address it has."""

from datetime import date

import pytest

from resrec.library.models import Paragraph, ParagraphText, Resolution
from resrec.public.text_page import first_statements
from resrec.reporting.models import FocalPoint, Holder, ProgressReport

pytestmark = pytest.mark.django_db


def read(client, text, query="", language="en"):
    answer = client.get(f"/{language}/resolutions/{text.code}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def part(page, heading):
    """The section of the page that the heading with this id begins."""
    return page.partition(f'id="{heading}"')[2].partition("</section>")[0]


@pytest.mark.parametrize(
    "spelling",
    [
        "wcc-2016-res-087",
        "WCC 2016 Res 087",
        "WCC-2016-Res-87",
        "WCC-2016-Res-087-EN",
        "wcc_2016_res_87",
        "Résolution WCC 2016 87",
    ],
)
def test_any_spelling_leads_for_good_to_the_one_address(client, spelling):
    answer = client.get(f"/fr/resolutions/{spelling}/", {"text": "fr"})
    assert answer.status_code == 301
    assert answer["Location"] == "/fr/resolutions/WCC-2016-Res-087/?text=fr"


def test_a_stroke_in_the_address_is_a_spelling_too(client):
    answer = client.get("/en/resolutions/Resolution 16/5/")
    assert (answer.status_code, answer["Location"]) == (301, "/en/resolutions/GA-16.05/")


def test_an_ambiguous_address_leads_to_both_readings_and_not_for_good(client):
    answer = client.get("/en/resolutions/6.087/")
    assert (answer.status_code, answer["Location"]) == (302, "/en/resolutions/?q=6.087")


def test_an_unknown_code_is_not_found_and_names_the_nearest(client):
    answer = client.get("/en/resolutions/WCC-2016-Res-999/")
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "No text “WCC-2016-Res-999” is known here" in page
    assert "/en/resolutions/WCC-2016-Rec-102/" in page


@pytest.mark.parametrize("code", ["%00", "<script>", "x" * 3000, "🦦", "..", "99/9"])
def test_an_odd_address_is_not_found(client, code):
    answer = client.get(f"/en/resolutions/{code}/")
    assert answer.status_code == 404
    assert "<script>" not in answer.content.decode()


def test_it_leads_with_the_latest_progress_report(client, cast, published):
    published(2017, "initiated", "A first meeting was held.")
    latest = published(2018, "underway", "Two drafts were read.", "A third follows.")
    lead = part(read(client, cast.resolution), "progress")
    assert "Progress Report for 2018" in lead
    assert "Underway" in lead
    assert "Two drafts were read." in lead
    assert "A first meeting" not in lead
    assert latest.get_absolute_url() in lead


def test_it_says_when_there_is_no_progress_report(client, cast):
    lead = part(read(client, cast.resolution), "progress")
    assert "No Progress Report yet" in read(client, cast.resolution)
    assert "does not mean that nothing has been done" in lead


def test_what_is_in_work_is_not_shown(client, cast):
    draft = ProgressReport.objects.create(resolution=cast.resolution, cycle=cast.cycle)
    draft.statements.create(section="results", text="Not yet for all.", language="en")
    assert "Not yet for all." not in read(client, cast.resolution)


def test_a_status_that_nobody_stated_is_said(client, cast, published):
    published(2018, "")
    assert "not stated" in part(read(client, cast.resolution), "progress")


def test_results_come_before_other_statements(client, cast, published):
    account = ProgressReport.objects.create(resolution=cast.resolution, cycle=cast.cycle)
    for section, text in [("challenges", "Money is short."), ("results", "Two drafts.")]:
        account.statements.create(section=section, text=text, language="en")
    assert [statement.text for statement in first_statements(account)] == ["Two drafts."]


def test_without_results_it_leads_with_what_is_stated(client, cast, published):
    published(2018, "initiated", "Money is short.", section="challenges")
    assert "Money is short." in part(read(client, cast.resolution), "progress")


def test_status_over_time_shows_the_years_between(client, cast, published):
    published(2017, "initiated")
    published(2019, "ongoing")
    statuses = part(read(client, cast.resolution), "statuses")
    assert statuses.index("2017") < statuses.index("2018") < statuses.index("2019")
    assert statuses.count("no Progress Report") == 1
    assert "On-going" in statuses


def test_the_facts_say_kind_addressee_number_and_source(client, cast):
    facts = part(read(client, cast.resolution), "facts")
    assert "A Resolution is addressed to the Union itself" in facts
    assert "6.087" in facts
    assert "The words of this text are not held here." in facts
    assert f'href="{cast.resolution.source_url}"' in facts


def test_both_years_stand_where_they_differ(client):
    text = Resolution.objects.filter(assembly__code="WCC-2020").first()
    assert "Marseille, held in 2021, coded 2020" in read(client, text)


def test_a_kind_or_title_that_is_not_known_is_said(client):
    assert "kind not known" in read(client, Resolution.objects.get(code="GA-16.09"))
    text = Resolution.objects.without_title().first()
    assert f"{text.label}, title not known" in read(client, text)


def test_a_doubtful_title_is_said_in_words(client):
    text = Resolution.objects.filter(title_confidence="low").exclude(note="").first()
    facts = part(read(client, text), "facts")
    assert "it may be wrong" in facts
    assert str(text.get_note_display()) in facts


def test_the_motion_it_came_from_is_linked(client):
    text = Resolution.objects.filter(motions__isnull=False).first()
    motion = text.motions.first()
    facts = part(read(client, text), "facts")
    assert f"motions/?assembly={motion.assembly.code}#motion-{motion.number}" in facts


def test_titles_in_other_languages_carry_their_language(client, held_text):
    page = read(client, held_text, language="fr")
    assert '<h1 lang="fr">Les prés salés</h1>' in page
    assert '<dd lang="en">Salt marshes and their keepers</dd>' in page


def test_people_are_named_only_if_they_agree(client, cast):
    assert cast.focal_point.name not in read(client, cast.resolution)
    cast.focal_point.agrees_to_be_named = True
    cast.focal_point.save()
    assert cast.focal_point.name in part(read(client, cast.resolution), "focal-points")


def test_a_post_without_a_holder_is_vacant(client, cast):
    FocalPoint.objects.create(resolution=cast.resolution, role_id="member", constituent=cast.member)
    past = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="commission", constituent=cast.commission
    )
    Holder.objects.create(post=past, person=cast.stranger, until=date(2020, 1, 1))
    assert part(read(client, cast.resolution), "focal-points").count("vacant") == 2


def test_activity_reports_stand_by_year_in_their_latest_accepted_version(client, cast, report_of):
    old = report_of(
        status="accepted",
        results="In 2017.",
        period_to=date(2017, 5, 1),
        period_from=date(2017, 1, 1),
    )
    correction = old.correct(by=cast.reporter)
    correction.submit(by=cast.reporter)
    assert f'href="/en/reports/{old.pk}/"' in read(client, cast.resolution)
    correction.accept(by=cast.focal_point)
    newer = report_of(
        status="accepted",
        results="Later.",
        period_from=date(2019, 1, 1),
        period_to=date(2019, 5, 1),
    )
    draft = report_of(results="Not yet.")
    reports = part(read(client, cast.resolution), "activity-reports")
    assert reports.index("2019") < reports.index("2017")
    assert f"/en/reports/{newer.pk}/" in reports
    assert f"/en/reports/{correction.pk}/" in reports
    assert "version 2" in reports
    for hidden in (old, draft):
        assert f'"/en/reports/{hidden.pk}/"' not in reports


def test_an_archived_text_stays_readable_and_says_when_by_what_and_why(client, cast):
    cast.resolution.archive(
        by=cast.officer,
        on=date(2025, 3, 14),
        decision="Council decision C/98/5",
        reason_en="What it asked for is done.",
        reason_fr="Ce qu’elle demandait est fait.",
    )
    page = read(client, cast.resolution)
    assert "In the archive since 14 March 2025" in page
    assert "Council decision C/98/5" in page
    assert '<p lang="en">What it asked for is done.</p>' in page
    assert '<p lang="fr">Ce qu’elle demandait' in read(client, cast.resolution, language="fr")
    cast.resolution.reactivate(by=cast.officer)
    assert "In the archive" not in read(client, cast.resolution)


def test_paragraphs_have_addresses_numbers_and_levels(client, held_text):
    words = part(read(client, held_text), "words")
    assert '<div class="paragraph operative level-2" id="op-1-a">' in words
    assert 'href="#op-1-a"' in words
    assert "(a)" in words
    assert '<p lang="en">MINDFUL of the tide;</p>' in words


def test_the_text_is_read_in_the_language_of_the_page_or_the_one_asked_for(client, held_text):
    assert "DÉCIDE d’attendre" in read(client, held_text, language="fr")
    assert "DÉCIDE d’attendre" in read(client, held_text, "?text=fr")
    # Spanish is not held: the first language there is.
    assert "DECIDES to wait" in read(client, held_text, language="es")
    unknown = read(client, held_text, "?text=tlh")
    assert "The text is not held in “tlh”." in unknown
    assert "DECIDES to wait" in unknown


def test_a_paragraph_that_the_text_has_no_more_is_not_shown(client, held_text):
    path = held_text.paragraphs.first().path
    held_text.paragraphs.filter(path=path).update(gone_on=date(2026, 1, 1))
    assert f'id="{path}"' not in part(read(client, held_text), "words-heading")


def test_a_paragraph_missing_in_one_language_is_given_in_another(client, held_text):
    assert '<p lang="en">until it ebbs.</p>' in read(client, held_text, "?text=fr")


def test_a_translation_older_than_its_source_says_so(client, held_text):
    said = (
        "This text in French renders version 1 of the text in English, which is now at version 2."
    )
    assert said in read(client, held_text, "?text=fr")
    assert "renders version" not in read(client, held_text, "?text=en")


def test_everyone_can_report_and_writers_find_the_bench(client, cast):
    bench = f"/en/resolutions/{cast.resolution.code}/progress/{cast.cycle.year}/edit/"
    page = read(client, cast.resolution)
    assert f"/en/reports/new/?text={cast.resolution.code}" in page
    assert bench not in page
    client.force_login(cast.reporter)
    assert bench not in read(client, cast.resolution)
    client.force_login(cast.focal_point)
    assert bench in read(client, cast.resolution)


def test_the_page_asks_a_fixed_number_of_questions(
    client, cast, published, report_of, django_assert_max_num_queries
):
    for year in (2017, 2018, 2019):
        published(year, "initiated", "One.", "Two.")
    for constituent in (cast.member, cast.other_member):
        FocalPoint.objects.create(
            resolution=cast.resolution, role_id="member", constituent=constituent
        )
    for _ in range(5):
        report_of(status="accepted", results="Done.")
    read(client, cast.resolution)  # what is held in memory is read once
    with django_assert_max_num_queries(19):
        read(client, cast.resolution)


def test_what_a_text_is_filed_under_leads_to_its_like(client, cast):
    from resrec.library.models import Keyword

    cast.resolution.keywords.add(Keyword.objects.create(code="corridors", label_en="Corridors"))
    cast.resolution.scopes.add("africa")
    page = read(client, cast.resolution)
    assert '<a href="/en/resolutions/?keyword=corridors">Corridors</a>' in page
    assert '<a href="/en/resolutions/?scope=africa">Africa</a>' in page


def test_a_deadline_is_told_in_the_language_of_the_page(client):
    text = Resolution.objects.get(code="WCC-2016-Res-087")
    paragraph = Paragraph.objects.create(
        resolution=text,
        path="op-1",
        kind="operative",
        position=1,
        deadline="by 2025",
        deadline_on=date(2025, 12, 31),
    )
    for language, words in {"en": "ASKS for a map by 2025.", "fr": "DEMANDE une carte."}.items():
        ParagraphText.objects.create(paragraph=paragraph, language=language, text=words)
    assert '<span lang="en">by 2025</span>' in read(client, text)
    french = read(client, text, language="fr")
    assert "by 2025" not in french
    assert "31 décembre 2025" in french
