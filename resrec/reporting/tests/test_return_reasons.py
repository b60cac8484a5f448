"""Reasons of a return: each beside its passage, and again beside its field in the next draft."""

import pytest
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from resrec.journal.models import Mail
from resrec.reporting.models import ActivityReport
from resrec.reporting.tests.pages import words_of
from resrec.rules import RuleBroken


@pytest.fixture
def report(report_of):
    return report_of(
        results="Two ponds",
        status="submitted",
        activities=[{"key": "7f3a90c1", "description": "Dug in spring", "kind_id": "field"}],
    )


@pytest.fixture
def send(client, cast, report):
    def press(action="return", **words):
        client.force_login(cast.focal_point)
        answer = client.post(reverse(f"report_{action}", args=[report.pk]), words)
        report.refresh_from_db()
        return answer

    return press


DUG = "activity:7f3a90c1/description"


def test_each_passage_has_its_field_in_the_form_of_the_verdict(client, cast, report):
    client.force_login(cast.focal_point)
    page = HTMLParser(client.get(report.get_absolute_url()).text)
    for field in ("results", DUG):
        box = page.css_first(f'textarea[name="about:{field}"]')
        assert box.attributes["form"] == page.css_first("form#verdict").id
    client.force_login(cast.reporter)
    assert "about:" not in client.get(report.get_absolute_url()).text


def test_reasons_are_kept_by_passage_and_mailed(send, cast, report):
    Mail.objects.all().delete()
    send(**{"about:results": "How many hectares?", f"about:{DUG}": "Where?", "reason": ""})
    kept = [(r.field, r.words, r.by) for r in report.return_reasons.all()]
    assert sorted(kept) == sorted(
        [
            ("results", "How many hectares?", cast.focal_point),
            (DUG, "Where?", cast.focal_point),
        ]
    )
    mail = Mail.objects.get(to=cast.reporter.email)
    assert "Results and achievements:\nHow many hectares?" in mail.text
    assert "Where?" in mail.text


def test_one_reason_is_needed_and_nothing_typed_is_lost(send, report):
    page = send(reason="  ", **{"about:results": " "})
    assert "Say what should be changed" in words_of(page)
    page = send(reason="x" * 5001, **{"about:results": "How many?"})
    assert report.status == "submitted"
    typed = HTMLParser(page.text).css_first('textarea[name="about:results"]')
    assert typed.text().strip() == "How many?"


def test_accepting_does_not_lose_what_was_typed(send, report):
    page = send("acceptance", **{"about:results": "How many?"})
    assert "Return the report with it, or clear it" in words_of(page)
    assert "How many?" in page.text
    assert report.status == "submitted"


def test_what_comes_too_late_is_shown_again(send, cast, report):
    report.accept(by=cast.officer)
    page = send(**{"about:results": "How many hectares?"})
    assert "This was not sent" in words_of(page)
    assert "How many hectares?" in words_of(page)
    assert not report.return_reasons.exists()


def test_a_reason_about_no_passage_of_the_report_is_refused(cast, report):
    with pytest.raises(RuleBroken, match="a passage that this report has not"):
        report.send_back(by=cast.officer, reasons={"measures": "Which?"})
    assert ActivityReport.objects.get().status == "submitted"


def test_the_reporter_sees_each_beside_its_field_and_ticks_it_off_by_changing_it(
    client, cast, send, report
):
    send(reason="Shorter.", **{"about:results": "How many hectares?", f"about:{DUG}": "Where?"})
    draft = report.replaced_by
    client.force_login(cast.reporter)
    address = reverse("report_edit", args=[draft.pk])
    page = HTMLParser(client.get(address).text)
    box = page.css_first("textarea[name=results]")
    beside = {one.id: one.text() for one in page.css(".asked")}
    assert any(
        "How many hectares?" in beside[i]
        for i in box.attributes["aria-describedby"].split()
        if i in beside
    )
    assert not page.css(".asked.met")
    ActivityReport.objects.filter(pk=draft.pk).update(results="Two ponds, three hectares")
    page = HTMLParser(client.get(address).text)
    assert ["How many hectares?" in one.text() for one in page.css(".asked.met")] == [True]
    draft.activities.all().delete()
    assert "taken out" in words_of(client.get(address))
    assert "Shorter." in words_of(client.get(address))
