"""Full reports, each answer of one press, and silence: rows of their own, never added up."""

from datetime import date

import pytest

from resrec.analysis.overview import Overview
from resrec.analysis.tests.conftest import YEAR, ask
from resrec.library.models import Assembly

pytestmark = pytest.mark.django_db
OF_THE_YEAR = {"period_from": date(YEAR, 1, 1), "period_to": date(YEAR, 12, 31)}


def figures(congress, *keys):
    found = Overview(congress.assembly, congress.cycle).figures
    return {key: found[key].value for key in keys}


@pytest.fixture
def press(congress, cast):
    def make(kind, body, *texts, **more):
        return congress.report(body, *texts, kind=kind, **OF_THE_YEAR, **more)

    return make


def test_each_answer_has_its_own_row_and_none_is_a_full_report(congress, cast, press):
    earlier = congress.report(cast.member, congress.texts[1], period_to=date(2024, 1, 1))
    press("same", cast.member, congress.texts[1], repeats=earlier)
    press("nothing", cast.commission, congress.texts[1])
    press("nothing", cast.commission, congress.texts[2])
    press("done", cast.other_member, congress.texts[3])
    assert figures(
        congress,
        "activity_reports",
        "constituents",
        "answered_same",
        "answered_nothing",
        "answered_nothing_constituents",
        "answered_nothing_texts",
        "answered_done",
        "silent",
    ) == {
        "activity_reports": 0,
        "constituents": 0,
        "answered_same": 1,
        "answered_nothing": 2,
        "answered_nothing_constituents": 1,
        "answered_nothing_texts": 2,
        "answered_done": 1,
        "silent": 0,
    }


def test_a_text_with_an_answer_is_not_without_any_report(congress, cast, press):
    press("nothing", cast.commission, congress.texts[1])
    assert figures(
        congress, "without_report", "with_short_answers_only", "without_progress_report"
    ) == {"without_report": 11, "with_short_answers_only": 1, "without_progress_report": 0}


def test_silence_is_of_those_who_were_asked_and_handed_nothing_in(congress, cast, press):
    for number, body in enumerate([cast.member, cast.other_member, cast.commission], start=1):
        ask(body, congress.texts[number], cast.stranger)
    press("nothing", cast.member, congress.texts[1])
    press("done", cast.other_member, congress.texts[2], state="submitted")  # waits: no silence
    found = figures(congress, "silent", "silent_constituents", "silent_texts", "answered_done")
    assert found == {
        "silent": 1,
        "silent_constituents": 1,
        "silent_texts": 1,
        "answered_done": 0,
    }


def test_what_was_taken_back_is_silence_again(congress, cast, press):
    ask(cast.member, congress.texts[1], cast.reporter)
    press("nothing", cast.member, congress.texts[1], state="submitted").withdraw(by=cast.reporter)
    assert figures(congress, "silent") == {"silent": 1}


def test_a_vacant_post_was_not_asked_nor_is_the_secretariat_s(congress, cast):
    ask(cast.member, congress.texts[1], cast.reporter)
    post = congress.texts[1].focal_points.get()
    post.holders.update(until=date(2020, 1, 1))
    lead = congress.texts[2].focal_points.create(
        role_id="secretariat_lead", constituent=cast.secretariat
    )
    lead.holders.create(person=cast.focal_point)
    assert figures(congress, "silent") == {"silent": 0}


def test_a_body_known_under_two_names_is_asked_once(congress, cast, press):
    for body in (cast.member, cast.other_member):
        ask(body, congress.texts[1], cast.reporter)
    cast.other_member.merge_into(cast.member, by=cast.officer)
    assert figures(congress, "silent") == {"silent": 1}
    press("nothing", cast.other_member, congress.texts[1])
    assert figures(congress, "silent") == {"silent": 0}


def test_the_page_says_how_it_is_counted(client, congress, cast, press):
    ask(cast.member, congress.texts[1], cast.reporter)
    press("nothing", cast.commission, congress.texts[1])
    page = client.get(f"/en/analysis/TST-2022/{YEAR}/").content.decode()
    assert "counted apart and never added up" in page
    assert f"/en/analysis/TST-2022/{YEAR}/silent/" in page
    bodies = client.get(f"/en/analysis/TST-2022/{YEAR}/answered_nothing_constituents/")
    assert "1 answer of one press" in bodies.content.decode()


def test_who_said_nothing_is_named_to_officers_and_to_its_own_people(client, congress, cast):
    ask(cast.member, congress.texts[1], cast.reporter)
    address = f"/en/analysis/TST-2022/{YEAR}/silent/"
    assert "Fen and Heath Trust" not in client.get(address).content.decode()
    for told, who in ((True, cast.officer), (True, cast.reporter), (False, cast.other_reporter)):
        client.force_login(who)
        assert ("Fen and Heath Trust" in client.get(address).content.decode()) == told
        bodies = client.get(address.replace("silent/", "silent_constituents/")).content.decode()
        assert ("Fen and Heath Trust" in bodies) == told
        texts = client.get(address.replace("silent/", "silent_texts/"))
        assert "shown by name" not in texts.content.decode()
    client.logout()
    Assembly.objects.filter(code="TST-2022").update(names_the_silent=True)
    assert "Fen and Heath Trust" in client.get(address).content.decode()


def test_who_reported_in_full_as_well_counts_there_alone(congress, cast, press):
    press("nothing", cast.member, congress.texts[1])
    congress.report(cast.member, congress.texts[1], **OF_THE_YEAR)
    assert figures(congress, "answered_nothing", "activity_reports") == {
        "answered_nothing": 0,
        "activity_reports": 1,
    }
