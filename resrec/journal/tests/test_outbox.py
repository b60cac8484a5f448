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


def posted_with(cast, message, **more):
    return outbox.post(
        cast.officer,
        "people/mail/asks_to_join",
        asking=cast.stranger,
        constituent="Heath Watch",
        message=message,
        **more,
    )


def written(part):
    return part.get_payload(decode=True).decode()


def test_text_and_html_say_the_same_and_what_was_typed_is_no_markup(cast):
    posted_with(cast, "<b>Ponds</b> & fens")
    outbox.send_due()
    text, html = mail.outbox[0].message().get_payload()
    assert [part.get_content_type() for part in (text, html)] == ["text/plain", "text/html"]
    assert "<b>Ponds</b> & fens" in written(text)
    html = written(html)
    assert "&lt;b&gt;Ponds&lt;/b&gt; &amp; fens" in html
    assert f'href="http://localhost:8000/en/admin/people/user/{cast.stranger.pk}/change/"' in html
    assert "<img" not in html
    assert "src=" not in html


def test_html_is_in_the_language_of_the_person(cast):
    cast.officer.language = "fr"
    assert '<html lang="fr">' in posted_with(cast, "").html


def test_a_message_may_have_html_of_its_own(cast, settings, tmp_path):
    folder = tmp_path / "people/mail"
    folder.mkdir(parents=True)
    own = "{% extends 'mail/base.html' %}{% block content %}<p>{{ message }}</p>{% endblock %}"
    (folder / "asks_to_join.html").write_text(own)
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]
    assert "<p>&lt;fens&gt;</p>" in posted_with(cast, "<fens>").html


def test_more_headers_go_out_but_never_another_identifier(cast):
    more = {"List-Unsubscribe": "<https://example.org/u>", "Message-ID": "<other@example.org>"}
    posted = posted_with(cast, "", headers=more)
    outbox.send_due()
    sent = mail.outbox[0].message()
    assert sent["List-Unsubscribe"] == "<https://example.org/u>"
    assert sent.get_all("Message-ID") == [posted.message_id]
