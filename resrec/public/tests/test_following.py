"""Following a text, a paragraph, a search: what is told, to whom, and that it is told once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from resrec.journal.models import Mail
from resrec.library.models import Followed, Resolution
from resrec.library.search.indexing import index
from resrec.people.models import MailChoices
from resrec.public.following.news import news_on
from resrec.public.following.telling import tell_followers
from resrec.reporting.tests.pages import words_of
from resrec.web.models import PublicRevision


@pytest.fixture
def on_text(cast):
    return Followed.begin(cast.stranger, resolution=cast.resolution)


def told_before(*, days=2):
    """As if everyone had been told some days ago."""
    Followed.objects.update(told_at=timezone.now() - timedelta(days=days))


def news():
    return [item.words for one in news_on(list(Followed.objects.all())) for item in one.news]


def test_an_accepted_report_is_news_on_its_text(cast, on_text, report_of):
    report = report_of(results="Ponds", status="submitted")
    assert not news()
    report.accept(by=cast.focal_point)
    assert news() == ["Fen and Heath Trust has reported on WCC 2016 Res 087"]


def test_a_published_account_and_the_life_of_the_text_are_news(cast, on_text, account_of):
    account_of(status="published")
    cast.resolution.archive(by=cast.officer, decision="C/1", reason_en="Done.")
    year = cast.cycle.year
    assert news() == [
        f"The Progress Report for {year} on WCC 2016 Res 087 is published",
        "WCC 2016 Res 087: put in the archive",
    ]


def test_of_a_paragraph_only_what_points_at_it_is_news(cast, report_of):
    resolution = cast.resolution
    first, _second = resolution.paragraphs.filter(kind="operative")[:2] or (
        resolution.paragraphs.create(path="op-1", kind="operative", position=1, number="1"),
        resolution.paragraphs.create(path="op-2", kind="operative", position=2, number="2"),
    )
    Followed.begin(cast.stranger, resolution=resolution, paragraph=first)
    report_of(results="Ponds", status="accepted")
    assert not news()
    report = report_of(results="Ponds")
    report.reported_texts.get().paragraphs.add(first)
    report.submit(by=cast.reporter)
    report.accept(by=cast.focal_point)
    assert len(news()) == 1


def test_a_message_comes_once_in_the_person_s_language(cast, on_text, report_of, monkeypatch):
    cast.stranger.language = "fr"
    cast.stranger.save()
    Mail.objects.all().delete()
    report_of(results="Ponds", status="accepted")
    assert tell_followers() == 0  # told a moment ago: the next message has to wait
    told_before()
    assert tell_followers() == 1
    mail = Mail.objects.get(to=cast.stranger.email)
    assert mail.language == "fr"
    assert "/fr/reports/" in mail.text
    assert "/fr/following/" in mail.text
    two_days_later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: two_days_later)
    assert tell_followers() == 0


def test_nothing_new_is_not_written(cast, on_text):
    told_before()
    assert tell_followers() == 0
    assert not Mail.objects.filter(to=cast.stranger.email)


def test_who_may_not_sign_in_is_not_written_to(cast, on_text, report_of):
    report_of(results="Ponds", status="accepted")
    told_before()
    type(cast.stranger).objects.filter(pk=cast.stranger.pk).update(is_active=False)
    assert tell_followers() == 0


def test_a_search_tells_of_a_text_that_it_finds_for_the_first_time(client, cast):
    client.force_login(cast.stranger)
    client.post(reverse("follow"), {"search": "q=quillwort"})
    followed = Followed.objects.get()
    assert (followed.search, followed.known) == ("q=quillwort", [])
    text = Resolution.objects.get(code="WCC-2016-Res-001")
    text.texts.create(language="es", title="Sobre quillwort", version=1)
    index([text.pk])
    PublicRevision.move()
    told_before()
    assert tell_followers() == 1
    assert "WCC 2016 Res 001" in Mail.objects.get(to=cast.stranger.email).text
    told_before()
    assert tell_followers() == 0


def test_opening_the_page_changes_nothing_and_one_press_follows(client, cast):
    client.force_login(cast.stranger)
    address = reverse("follow", query={"text": cast.resolution.code})
    assert "Follow WCC 2016 Res 087" in words_of(client.get(address))
    assert not Followed.objects.exists()
    for _twice in range(2):
        client.post(reverse("follow"), {"text": cast.resolution.code})
    assert Followed.objects.get().resolution == cast.resolution
    page = client.get(reverse("following"))
    assert "WCC 2016 Res 087" in words_of(page)
    client.post(reverse("followed_let_go", args=[Followed.objects.get().pk]))
    assert not Followed.objects.exists()


def test_another_s_list_is_theirs(client, cast, on_text):
    client.force_login(cast.reporter)
    assert "WCC 2016 Res 087" not in words_of(client.get(reverse("following")))
    assert client.post(reverse("followed_let_go", args=[on_text.pk])).status_code == 404


@pytest.mark.parametrize("asked", [{"text": "no-such"}, {"search": "order=newest"}])
def test_what_is_not_there_cannot_be_followed(client, cast, asked):
    client.force_login(cast.stranger)
    assert client.get(reverse("follow", query=asked)).status_code == 404


def test_the_text_s_page_and_a_search_lead_there(client, cast):
    page = client.get(reverse("resolution", args=[cast.resolution.code])).content.decode()
    assert f"{reverse('follow')}?text=WCC-2016-Res-087" in page
    page = client.get(reverse("resolutions", query={"q": "forest rivers"})).content.decode()
    assert f"{reverse('follow')}?search=q%3Dforest%2Brivers" in page


def test_queries_do_not_grow_with_what_is_followed(cast, report_of, django_assert_max_num_queries):
    texts = Resolution.objects.filter(assembly__code="WCC-2016")[:6]
    for text in texts:
        Followed.begin(cast.stranger, resolution=text)
        report_of(results="Ponds", status="accepted", resolution=text)
    with django_assert_max_num_queries(8):
        assert len(news()) == 6


@pytest.mark.parametrize(
    ("frequency", "days", "told"),
    [("daily", 2, 1), ("weekly", 6, 0), ("weekly", 8, 1), ("monthly", 29, 0), ("never", 400, 0)],
)
def test_news_comes_as_often_as_the_person_chose(cast, on_text, report_of, frequency, days, told):
    MailChoices.objects.create(person=cast.stranger, frequency=frequency)
    told_before(days=days)
    report_of(results="Ponds", status="accepted")
    assert tell_followers() == told


def test_no_news_comes_on_a_quiet_weekday(cast, on_text, report_of):
    today = timezone.localdate().weekday()
    MailChoices.objects.create(person=cast.stranger, quiet_weekdays=[today])
    told_before()
    report_of(results="Ponds", status="accepted")
    assert tell_followers() == 0


def test_what_was_followed_later_comes_in_the_same_weekly_message(cast, on_text, report_of):
    MailChoices.objects.create(person=cast.stranger, frequency="weekly")
    told_before(days=8)
    later = Followed.begin(cast.stranger, resolution=Resolution.objects.get(code="GA-16.08"))
    Followed.objects.filter(pk=later.pk).update(told_at=timezone.now() - timedelta(days=3))
    report_of(results="Ponds", status="accepted")
    assert tell_followers() == 1
    assert not Followed.objects.filter(told_at__lt=timezone.now() - timedelta(days=1)).exists()
