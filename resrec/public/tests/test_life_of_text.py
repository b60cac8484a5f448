"""Readers see how a text stands, since when and why, what took its place, and all that happened."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resrec.library.models import Resolution
from resrec.public.living import Living

pytestmark = pytest.mark.django_db
DAY = date(2024, 5, 2)


@pytest.fixture
def superseded(cast):
    text = Resolution.objects.get(code="WCC-2016-Res-087")
    later = Resolution.objects.get(code="WCC-2020-Res-073")
    text.archive(by=cast.officer, on=date(2020, 1, 9), decision="C/1", reason_en="Carried out.")
    text.reactivate(by=cast.officer, on=date(2021, 1, 9), decision="C/2")
    text.supersede(
        later, by=cast.officer, on=DAY, decision="C/3", reason_en="Wider.", reason_fr="Plus large."
    )
    return text


def read(client, code, language="en"):
    return client.get(f"/{language}/resolutions/{code}/").content.decode()


def test_the_banner_says_by_what_since_when_and_by_which_decision(client, superseded):
    page = read(client, "WCC-2016-Res-087")
    banner = page.partition('<div class="notice">')[2].partition("</div>")[0]
    assert "Superseded since 2 May 2024 by" in banner or "Superseded since May 2, 2024 by" in banner
    assert 'href="/en/resolutions/WCC-2020-Res-073/"' in banner
    assert "Ecological connectivity conservation" in banner
    assert "Decision: C/3." in banner
    assert "Wider." in banner
    assert '<span class="tag archived">superseded</span>' in page


def test_the_reason_is_in_the_readers_language(client, superseded):
    assert '<p lang="fr">Plus large.</p>' in read(client, "WCC-2016-Res-087", "fr")


def test_the_history_is_whole_and_newest_first(client, superseded):
    page = read(client, "WCC-2016-Res-087")
    history = page.partition('<ol class="life"')[2].partition("</ol>")[0]
    decisions = [history.index(f"Decision: C/{number}.") for number in (3, 2, 1)]
    assert decisions == sorted(decisions)
    assert "Carried out." in history
    assert "Officer" not in history


def test_the_later_text_says_whose_place_it_took(client, superseded, cast):
    page = read(client, "WCC-2020-Res-073")
    assert "It took the place of" in page
    superseded.reinstate(by=cast.officer)
    assert "It took the place of" not in read(client, "WCC-2020-Res-073")


def test_related_texts_show_on_both_pages(client, cast):
    other = Resolution.objects.get(code="GA-16.05")
    cast.resolution.relate(other, by=cast.officer, reason_en="Both speak of paths.")
    for code, end in [("GA-16.05", "WCC-2016-Res-087"), ("WCC-2016-Res-087", "GA-16.05")]:
        page = read(client, code)
        assert "Related texts" in page
        assert f'href="/en/resolutions/{end}/"' in page
        assert "Both speak of paths." in page
    other.unrelate(cast.resolution, by=cast.officer)
    assert "<h3>Related texts</h3>" not in read(client, "GA-16.05")


def test_lists_say_it(client, superseded, cast):
    Resolution.objects.get(code="GA-16.05").archive(by=cast.officer)
    page = client.get("/en/resolutions/?state=archived").content.decode()
    assert "superseded by WCC 2020 Res 073" in page
    assert '<span class="tag archived">archived</span>' in page


def test_a_text_with_nothing_to_tell_says_nothing(client, cast):
    assert 'id="life"' not in read(client, "WCC-2016-Res-087")


def test_one_query_however_long_the_life(superseded, cast):
    Living(superseded).history  # which texts have lived is held in memory  # noqa: B018
    for other in Resolution.objects.exclude(pk=superseded.pk)[:20]:
        superseded.relate(other, by=cast.officer)
    Living(superseded).history  # noqa: B018
    with CaptureQueriesContext(connection) as asked:
        living = Living(superseded)
        assert len(living.related) == 20
        assert living.successor
    assert len([one for one in asked if "library_lifeevent" in one["sql"]]) == 1
