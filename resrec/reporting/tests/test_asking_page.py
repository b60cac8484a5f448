"""An officer's page of a cycle's reminders, and the choices on the profile page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from resrec.journal.models import Entry, Mail
from resrec.people.models import MailChoices
from resrec.reporting.asking.digest import ask
from resrec.reporting.asking.ladder import Quiet
from resrec.reporting.models import Rung
from resrec.reporting.tests.asking import give_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(cast, client):
    cast.cycle.reports_due_on = timezone.localdate() + timedelta(days=30)
    cast.cycle.save()
    Rung.objects.create(cycle=cast.cycle, days=-20)
    Rung.objects.create(cycle=cast.cycle, days=-3, audience="alternate")
    client.force_login(cast.officer)
    arguments = [cast.cycle.assembly.code, cast.cycle.year]

    def fetch(name="asking", *more, **data):
        address = reverse(name, args=[*arguments, *more])
        answered = client.post(address, data, follow=True) if data else client.get(address)
        return answered.content.decode()

    return fetch


def test_it_says_who_is_silent_and_how_many_each_rung_asks(page, cast, report_of):
    give_post("member", cast.member, cast.reporter, cast.resolution)
    give_post("commission", cast.commission, None, cast.resolution)
    shown = page()
    assert "1 post is vacant." in shown
    assert "3 are silent" in shown
    assert '<td class="n">2</td>' in shown
    report_of(results="Bridges.", status="submitted")
    assert "2 are silent" in page()


def test_it_says_what_was_sent(page, cast):
    day = Quiet().next_after(timezone.localdate() + timedelta(days=11))
    assert ask(day) == 1
    assert "1 person, posts asked about: 1" in page()


def test_pausing_and_going_on_are_in_the_journal(page, cast):
    assert "Reminders are paused: nobody is reminded." in page("asking_pause", do="pause")
    assert "Reminders go out by themselves." in page("asking_pause", do="resume")
    verbs = Entry.objects.filter(verb__startswith="asking.").values_list("verb", flat=True)
    assert [*verbs] == ["asking.paused", "asking.resumed"]


def test_a_message_is_seen_before_it_is_sent(page, cast):
    post = give_post("member", cast.member, cast.reporter, cast.resolution)
    shown = page("asking_preview", post.pk)
    assert f"/reports/answer/{cast.resolution.code}/" in shown
    assert not Mail.objects.exists()
    vacant = give_post("commission", cast.commission, None, cast.resolution)
    assert "Nobody holds this post" in page("asking_preview", vacant.pk)


def test_a_person_chooses_how_often_to_be_reminded(client, cast):
    client.force_login(cast.reporter)
    said = {"frequency": "weekly", "quiet_weekdays": ["2", "4"]}
    client.post(reverse("mail_choices"), said)
    choices = MailChoices.objects.get(person=cast.reporter)
    assert (choices.frequency, choices.quiet_weekdays) == ("weekly", [2, 4])
    assert Entry.objects.filter(verb="mail_choices.changed", by=cast.reporter).exists()
    client.post(reverse("mail_choices"), {"frequency": "hourly", "quiet_weekdays": ["9"]})
    choices.refresh_from_db()
    assert choices.frequency == "weekly"
    page = client.get(reverse("profile")).content.decode()
    assert "checked" in page
    assert "a report that is returned to you" in page
