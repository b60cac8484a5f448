"""Motions with the texts they became, and the overview of all sittings."""

import pytest

from resrec.library.models import Assembly, Motion, Resolution

pytestmark = pytest.mark.django_db


def test_every_sitting_is_in_the_overview_with_what_is_known_of_it(client):
    answer = client.get("/en/assemblies/")
    sittings = {sitting.code: sitting for sitting in answer.context["sittings"]}
    assert len(sittings) == Assembly.objects.count() == 27
    for code, sitting in sittings.items():
        texts = Resolution.objects.filter(assembly__code=code)
        assert sitting.known_texts == texts.count()
        assert sitting.titled_texts == texts.filter(texts__title__gt="").distinct().count()
        assert sitting.known_motions == Motion.objects.filter(assembly__code=code).count()
    page = answer.content.decode()
    assert "Marseille, held in 2021, coded 2020" in page
    assert 'href="/en/resolutions/?assembly=WCC-2016"' in page


def test_motions_of_an_assembly_lead_to_the_texts_they_became(client):
    motion = Motion.objects.filter(became__isnull=False, assembly__code="WCC-2016").first()
    answer = client.get("/en/motions/", {"assembly": "WCC-2016"})
    assert {m.assembly.code for m in answer.context["motions"]} == {"WCC-2016"}
    page = answer.content.decode()
    line = page.partition(f'id="motion-{motion.number}"')[2].partition("</li>")[0]
    assert f'<a href="/en/resolutions/{motion.became.code}/">' in line


def test_a_doubtful_link_says_so(client):
    motion = Motion.objects.filter(became_confidence="medium").first()
    page = client.get("/en/motions/", {"assembly": motion.assembly.code}).content.decode()
    line = page.partition(f'id="motion-{motion.number}"')[2].partition("</li>")[0]
    assert "this link is not certain" in line


def test_the_latest_assembly_with_motions_is_shown_first(client):
    assert client.get("/en/motions/").context["assembly"].code == "WCC-2025"


@pytest.mark.parametrize("asked", ["WCC-1999", "GA-1948", "\x00", "<b>"])
def test_an_assembly_without_motions_is_said_and_ignored(client, asked):
    answer = client.get("/en/motions/", {"assembly": asked})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "that was ignored" in page
    assert "<b>" not in page


def test_no_motion_at_all_is_said(client):
    Motion.objects.all().delete()
    assert "No motion is known here yet." in client.get("/en/motions/").content.decode()


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("address", ["assemblies/", "motions/", "focal-points/WCC-2016/"])
def test_pages_speak_three_languages(client, language, address):
    answer = client.get(f"/{language}/{address}")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.content.decode()


@pytest.mark.parametrize("address", ["assemblies/", "motions/?assembly=WCC-2020"])
def test_they_ask_a_fixed_number_of_questions(client, address, django_assert_max_num_queries):
    client.get(f"/en/{address}")
    with django_assert_max_num_queries(9):
        client.get(f"/en/{address}")
