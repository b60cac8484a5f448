"""Mail: written in the transaction, sent once, tried again, given up in the end."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from resrec.journal import outbox
from resrec.journal.models import Mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def message(cast):
    return outbox.post(
        cast.officer,
        "people/mail/asks_to_join",
        asking=cast.stranger,
        constituent="Heath Watch",
        message="",
    )


@pytest.fixture
def refused(monkeypatch):
    """A mail server that refuses everything until told otherwise."""
    state = SimpleNamespace(refuses=True, sent=0)

    def send(self, *args):
        if state.refuses:
            raise ConnectionRefusedError("no mail server")
        state.sent += 1

    monkeypatch.setattr("django.core.mail.EmailMessage.send", send)
    return state


def later(minutes=2000):
    Mail.objects.update(next_try_at=timezone.now() - timedelta(minutes=minutes))


def test_what_is_due_is_sent_once_with_its_own_message_id(message):
    assert outbox.send_due() == 1
    assert outbox.send_due() == 0
    (sent,) = mail.outbox
    assert sent.to == [message.to]
    assert sent.message()["Message-ID"] == message.message_id
    assert sent.message()["Content-Language"] == "en"


def test_the_worker_sends_and_ends_when_asked_for_one_turn(message, capsys):
    call_command("work", "--once")
    assert "Sent: 1" in capsys.readouterr().out
    message.refresh_from_db()
    assert message.sent_at


def test_what_was_refused_is_tried_again_later_and_later(message, refused):
    pauses = []
    for _attempt in outbox.PAUSES:
        outbox.send_due()
        assert outbox.send_due() == 0
        message.refresh_from_db()
        pauses.append(message.next_try_at - timezone.now())
        later()
    assert pauses == sorted(pauses)
    assert pauses[0] < timedelta(minutes=1)
    assert "no mail server" in message.error


def test_after_the_last_attempt_it_is_given_up_with_its_error(message, refused):
    for _attempt in range(len(outbox.PAUSES) + 3):
        outbox.send_due()
        later()
    message.refresh_from_db()
    assert message.gave_up
    assert message.attempts == len(outbox.PAUSES) + 1
    assert not Mail.objects.due().exists()


def test_an_officer_may_have_it_tried_again(client, cast, message, refused):
    for _attempt in range(len(outbox.PAUSES) + 1):
        outbox.send_due()
        later()
    refused.refuses = False
    client.force_login(cast.officer)
    chosen = {"action": "try_again", "_selected_action": message.pk, "index": 0}
    client.post(reverse("admin:journal_mail_changelist"), chosen)
    assert outbox.send_due() == 1


def test_a_server_that_comes_back_gets_the_mail(message, refused):
    outbox.send_due()
    refused.refuses = False
    later()
    assert outbox.send_due() == 1
    message.refresh_from_db()
    assert message.sent_at
    assert message.error == ""


def test_two_workers_that_see_the_same_row_send_it_once(message):
    seen_twice = [Mail.objects.get(), Mail.objects.get()]
    assert [bool(outbox._claim(row)) for row in seen_twice] == [True, False]


def test_a_worker_that_died_on_the_way_is_made_good(message):
    outbox._claim(Mail.objects.get())
    assert outbox.send_due() == 0
    later()
    assert outbox.send_due() == 1


def test_a_subject_is_one_line(cast):
    cast.stranger.name = "Ada\nBcc: everyone@example.org"
    posted = outbox.post(
        cast.officer,
        "people/mail/asks_to_join",
        asking=cast.stranger,
        constituent="X",
        message="",
    )
    assert "\n" not in posted.subject
