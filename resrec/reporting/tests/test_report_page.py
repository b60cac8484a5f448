"""Reading a report: what is public, what is not stated, what is never shown."""

import pytest

from resrec.reporting.tests.pages import words_of

SECRETS = [
    "Quarrel with the miller",
    "Bribed the beaver",
    "Buy the mill",
    "And its weir",
    "Awa Diop",
    "awa@example.org",
    "secret-survey",
]


@pytest.fixture
def report(report_of):
    """A report with something private in every place that can hold it."""
    made = report_of(
        results="Two ponds",
        challenges="Quarrel with the miller",
        private_fields=[
            "challenges",
            "activity:aaaaaaaa/description",
            "future:bbbbbbbb/description",
        ],
        contact_name="Awa Diop",
        contact_email="awa@example.org",
        activities=[
            {"key": "aaaaaaaa", "description": "Bribed the beaver"},
            {"key": "cccccccc", "description": "Dug <b>two</b> ponds", "kind_id": "field"},
        ],
    )
    made.future_activities.create(key="bbbbbbbb", title="Buy the mill", description="And its weir")
    made.evidence.create(url="https://example.org/secret-survey", is_private=True)
    made.evidence.create(url="https://example.org/survey", title="The survey")
    return made


def accept(report, cast):
    report.submit(by=cast.reporter)
    report.accept(by=cast.focal_point)


@pytest.mark.parametrize("who", [None, "other_reporter", "stranger", "commission_reporter"])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_what_is_private_is_never_on_the_page_for_others(client, cast, report, who, language):
    for person, name in ((cast.reporter, "Moussa Ndiaye"), (cast.focal_point, "Ines Roca")):
        person.name = name
        person.save()
    accept(report, cast)
    if who:
        client.force_login(getattr(cast, who))
    page = client.get(f"/{language}/reports/{report.pk}/").content.decode()
    assert "Two ponds" in page
    assert "The survey" in page
    assert not [secret for secret in SECRETS if secret in page]
    for person in (cast.reporter, cast.focal_point):
        assert person.email not in page.replace(f"other_{cast.reporter.email}", "")
        assert person.name not in page


@pytest.mark.parametrize("who", ["reporter", "focal_point", "officer"])
def test_its_people_and_who_judges_it_read_all_and_see_it_marked(client, cast, report, who):
    accept(report, cast)
    client.force_login(getattr(cast, who))
    page = client.get(report.get_absolute_url()).content.decode()
    assert not [secret for secret in SECRETS if secret not in page]
    assert page.count(">private<") == 5


def test_a_private_field_is_not_called_not_stated(client, cast, report):
    accept(report, cast)
    assert "Stated, and kept private." in words_of(client.get(report.get_absolute_url()))


def test_a_focal_point_who_does_not_judge_reads_no_private_words(client, cast, report):
    from resrec.reporting.models import FocalPoint, Holder

    post = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.other_member
    )
    Holder.objects.create(post=post, person=cast.other_reporter)
    report.submit(by=cast.reporter)
    client.force_login(cast.other_reporter)
    page = client.get(report.get_absolute_url()).content.decode()
    assert "Two ponds" in page
    assert not [secret for secret in SECRETS if secret in page]


def test_passages_can_be_linked_to(client, cast, report):
    accept(report, cast)
    page = client.get(report.get_absolute_url()).content.decode()
    for passage in report.passages():
        assert f'id="{passage.fragment}"' in page


def test_what_people_type_is_no_markup(client, cast, report):
    accept(report, cast)
    assert (
        "Dug &lt;b&gt;two&lt;/b&gt; ponds" in client.get(report.get_absolute_url()).content.decode()
    )


def test_what_nobody_said_is_not_stated_and_no_is_no(client, cast, report_of):
    report = report_of(results="Ponds", members_answer="no", committees_answer="not_known")
    accept(report, cast)
    page = words_of(client.get(report.get_absolute_url()))
    assert "Geographic scope not stated" in page
    assert "Were other Members involved? No" in page
    assert "Were National or Regional Committees involved? Not known" in page
    assert "Was the Secretariat involved? not stated" in page


def test_words_bear_the_language_they_are_written_in(client, cast, report_of):
    report = report_of(results="Deux mares", language="fr")
    accept(report, cast)
    page = client.get(report.get_absolute_url()).content.decode()
    assert '<article class="stack" lang="fr">' in page


def test_signed_out_one_is_asked_who_one_is_and_comes_back(client, report):
    answer = client.get(report.get_absolute_url())
    assert "/sign-in/" in answer.url
    assert report.get_absolute_url() in answer.url


def test_a_correction_in_work_is_not_listed_for_the_public(client, cast, report):
    accept(report, cast)
    report.correct(by=cast.reporter)
    assert "Version 2" not in words_of(client.get(report.get_absolute_url()))
    client.force_login(cast.reporter)
    assert "Version 2" in words_of(client.get(report.get_absolute_url()))
