"""Words that a correction marks private are no more shown, quoted or handed out in any version."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from resrec.reporting.anchors import normalised
from resrec.reporting.models import ActivityReport
from resrec.rules import RuleBroken

pytestmark = pytest.mark.django_db
DISPUTE = "A dispute over the weir at Kesten."
FIELDS = ["challenges", "activity:aaaaaaaa/description"]


@pytest.fixture
def first(report_of):
    """The version that was accepted with all its words public."""
    made = report_of(
        results="Dug.",
        challenges=DISPUTE,
        activities=[{"key": "aaaaaaaa", "kind_id": "field", "description": "Watched the weir."}],
    )
    made.evidence.create(
        key="bbbbbbbb",
        file=ContentFile(b"%PDF-1.4", name="map.pdf"),
        file_name="map.pdf",
        media_type="application/pdf",
    )
    made.submit(by=made.entered_by)
    return made


def accepted(report, cast):
    report.accept(by=cast.focal_point)
    return ActivityReport.objects.get(pk=report.pk)


def made_private(report, cast):
    """Correct the report, marking its challenges, its activity and its file private."""
    draft = report.correct(by=cast.reporter)
    ActivityReport.objects.filter(pk=draft.pk).update(private_fields=FIELDS)
    draft.evidence.update(is_private=True)
    draft = ActivityReport.objects.get(pk=draft.pk)
    draft.submit(by=cast.reporter)
    draft.accept(by=cast.focal_point)
    return ActivityReport.objects.get(pk=report.pk)


def test_the_earlier_version_hides_them_too(client, cast, first):
    report = accepted(first, cast)
    file = reverse("evidence", args=[report.evidence.get().pk])
    page = client.get(report.get_absolute_url()).content.decode()
    assert DISPUTE in page
    assert "Watched the weir." in page
    assert client.get(file).status_code == 200
    made_private(report, cast)
    page = client.get(report.get_absolute_url()).content.decode()
    assert DISPUTE not in page
    assert "Watched the weir." not in page
    assert file not in page
    assert client.get(file).status_code == 404
    client.force_login(cast.reporter)
    assert DISPUTE in client.get(report.get_absolute_url()).content.decode()
    assert client.get(file).status_code == 200


def test_the_earlier_version_cannot_be_quoted_for_them(cast, first, account_of):
    report = made_private(accepted(first, cast), cast)
    statement = account_of().statements.get()
    for field in FIELDS:
        with pytest.raises(RuleBroken):
            statement.quote(report, field, "the weir")
    assert statement.quote(report, "results", "Dug.").exact == normalised("Dug.")


@pytest.mark.parametrize("status", ["draft", "published"])
def test_what_was_quoted_is_not_shown_any_more(client, cast, first, account_of, status):
    report = accepted(first, cast)
    account = account_of(quotes=[(report, "challenges", "A dispute over")])
    account.statements.filter(basis="quoted").update(text="People differed.")
    if status == "published":
        account.propose(by=cast.focal_point)
        account.publish(by=cast.officer)
    made_private(report, cast)
    if status == "draft":
        client.force_login(cast.focal_point)
        address = reverse("progress_bench", args=[cast.resolution.code, account.year])
    else:
        address = account.get_absolute_url()
    page = client.get(address).content.decode()
    assert "These words have been made private since." in page
    assert "A dispute over" not in page


def test_an_account_that_quotes_them_is_not_published(cast, first, account_of):
    report = accepted(first, cast)
    account = account_of(quotes=[(report, "challenges", "A dispute over")])
    made_private(report, cast)
    with pytest.raises(RuleBroken, match="made private since"):
        account.propose(by=cast.focal_point)
    account.statements.get(basis="quoted").quotations.get().delete()
    account.statements.filter(basis="quoted").update(basis="own_knowledge")
    account.propose(by=cast.focal_point)
