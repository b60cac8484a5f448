"""Mail that comes back is noted once, by its Message-ID; what is not ours is left alone."""

import smtplib

import pytest
from django.core.management import CommandError, call_command

from resrec.journal import outbox
from resrec.journal.bounces import read_report, take_back
from resrec.journal.models import Entry, Mail
from resrec.people.models import User

pytestmark = pytest.mark.django_db

REPORT = """\
From: MAILER-DAEMON@mx.example.net
To: resrec@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Sorry.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; officer@example.org
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such
 mailbox

--b
Content-Type: {kind}

{returned}
--b--
"""


def report(message_id, *, action="failed", kind="message/rfc822"):
    returned = f"Subject: Hello\nMessage-ID:\n {message_id}\n\nWords.\n"
    return REPORT.format(action=action, kind=kind, returned=returned).encode()


@pytest.fixture
def sent(cast):
    message = outbox.post(
        cast.officer, "people/mail/asks_to_join", asking=cast.stranger, constituent="X", message=""
    )
    outbox.send_due()
    return message


@pytest.fixture
def server(monkeypatch):
    """A mail server that gives this answer to the recipient."""

    def answers(code, words):
        def send(message):
            raise smtplib.SMTPRecipientsRefused({message.to[0]: (code, words.encode())})

        monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", send)

    return answers


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_what_came_back_marks_message_and_person(sent, cast, kind):
    assert "came back" in take_back(report(sent.message_id, kind=kind))
    sent.refresh_from_db()
    assert sent.bounce == "5.1.1 smtp; 550 5.1.1 no such mailbox"
    assert list(User.objects.unreachable()) == [cast.officer]
    assert Entry.objects.about(sent).get().verb == "mail.bounced"


def test_the_same_report_twice_is_noted_once(sent):
    take_back(report(sent.message_id))
    assert "was known" in take_back(report(sent.message_id))
    assert Entry.objects.about(sent).count() == 1


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed"])
def test_what_is_only_late_did_not_come_back(sent, action):
    assert action in take_back(report(sent.message_id, action=action))
    assert not Mail.objects.bounced()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff" * 50,
        b"Subject: out of office\n\nI am away.\n",
        report("none"),
        REPORT.replace("Action: {action}\n", "").encode(),
        b"Content-Type: message/delivery-status\n\nAction: failed\n",
        b"Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n",
    ],
)
def test_other_mail_is_left_alone(content):
    assert read_report(content) is None
    assert "left alone" in take_back(content)


def test_a_report_about_a_message_of_others_is_said(tmp_path, capsys):
    (tmp_path / "one.eml").write_bytes(report("<other@example.net>"))
    call_command("read_bounces", tmp_path)
    assert "<other@example.net> is no message of ours" in capsys.readouterr().out


def test_a_maildir_is_read_once(sent, tmp_path, capsys):
    for folder in ("new", "cur", "tmp"):
        (tmp_path / folder).mkdir()
    (tmp_path / "new" / "1.M2.host").write_bytes(report(sent.message_id))
    call_command("read_bounces", tmp_path)
    assert Mail.objects.bounced().get() == sent
    assert [file.name for file in (tmp_path / "cur").iterdir()] == ["1.M2.host:2,S"]
    call_command("read_bounces", tmp_path)
    assert "Nothing came back." in capsys.readouterr().out


def test_the_worker_reads_the_maildir_that_is_configured(sent, tmp_path, settings, capsys):
    assert "read_bounces" in settings.DAILY
    call_command("read_bounces")
    assert "No folder is configured" in capsys.readouterr().out
    for folder in ("new", "cur"):
        (tmp_path / folder).mkdir()
    (tmp_path / "new" / "1.M2.host").write_bytes(report(sent.message_id))
    settings.BOUNCES = str(tmp_path)
    call_command("read_bounces")
    assert Mail.objects.bounced().get() == sent


def test_a_path_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="is not there"):
        call_command("read_bounces", tmp_path / "none")


@pytest.fixture
def waiting(cast):
    return outbox.post(
        cast.officer, "people/mail/asks_to_join", asking=cast.stranger, constituent="X", message=""
    )


def test_a_recipient_refused_for_good_is_not_tried_again(waiting, server, cast):
    server(550, "5.1.1 no such mailbox")
    assert outbox.send_due() == 0
    waiting.refresh_from_db()
    assert (waiting.gave_up, waiting.bounce) == (True, "550 5.1.1 no such mailbox")
    assert list(User.objects.unreachable()) == [cast.officer]


@pytest.mark.parametrize("answer", [(450, "4.2.0 greylisted"), (550, "5.7.1 relaying denied")])
def test_a_refusal_that_is_not_about_the_address_is_tried_again(waiting, server, answer):
    server(*answer)
    outbox.send_due()
    waiting.refresh_from_db()
    assert (waiting.gave_up, waiting.bounced_at) == (False, None)
    assert answer[1] in waiting.error


def test_a_new_address_can_be_reached(sent, cast):
    take_back(report(sent.message_id))
    User.objects.filter(pk=cast.officer.pk).update(email="new@example.org")
    assert not User.objects.unreachable()


def test_trying_again_forgets_that_it_came_back(sent, cast):
    take_back(report(sent.message_id))
    assert outbox.try_again(Mail.objects.all()) == 1
    assert not User.objects.unreachable()
    assert outbox.send_due() == 1


def test_officers_see_who_cannot_be_reached(client, sent, cast):
    take_back(report(sent.message_id))
    client.force_login(cast.officer)
    page = client.get("/en/admin/people/user/?reachable=no").content.decode()
    assert "officer@example.org" in page
    assert "reporter@example.org" not in page
    person = client.get(f"/en/admin/people/user/{cast.officer.pk}/change/").content.decode()
    assert "550 5.1.1 no such mailbox" in person
