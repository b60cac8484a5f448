"""The outbox in the browser: everyone's in the development set-up, nobody's anywhere else."""

import pytest
from django.urls import reverse

from resrec.journal import outbox
from resrec.journal.models import Mail


@pytest.fixture
def message(cast):
    return outbox.post(
        cast.officer,
        "people/mail/asks_to_join",
        headers={"List-Unsubscribe": "<https://example.org/u>"},
        asking=cast.stranger,
        constituent="<script>Heath</script>",
        message="",
    )


@pytest.fixture
def pages(message):
    one = [message.pk]
    return [
        reverse("development_mail"),
        reverse("development_message", args=one),
        reverse("development_message_html", args=one),
    ]


def test_it_is_not_there_by_itself(client, cast, pages):
    client.force_login(cast.officer)
    assert [client.get(page).status_code for page in pages] == [404, 404, 404]


def test_in_development_everyone_reads_it(client, pages, settings):
    settings.SHOWS_MAIL = True
    listed, shown, html = [client.get(page) for page in pages]
    assert "officer@example.org" in listed.content.decode()
    assert "&lt;script&gt;Heath" in shown.content.decode()
    assert "List-Unsubscribe" in shown.content.decode()
    assert "<script" not in html.content.decode()


def test_the_html_part_can_run_and_fetch_nothing(client, pages, settings):
    settings.SHOWS_MAIL = True
    policy = client.get(pages[2])["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox allow-popups" in policy
    assert "allow-scripts" not in policy


def test_it_keeps_to_one_address_when_asked(client, message, settings):
    settings.SHOWS_MAIL = True
    Mail.objects.create(to="other@example.org", subject="Other", text="x", message_id="<a@b>")
    page = client.get(reverse("development_mail"), {"to": "officer"}).content.decode()
    assert "officer@example.org" in page
    assert "other@example.org" not in page


@pytest.mark.parametrize("asked", ["?page=x", "?page=999", "?to=%00", "?to=" + "a" * 300])
def test_odd_addresses_are_answered(client, message, settings, asked):
    settings.SHOWS_MAIL = True
    assert client.get(reverse("development_mail") + asked).status_code == 200


@pytest.mark.parametrize(
    ("says", "shows"),
    [
        ({"RESREC_DEMONSTRATION": "yes"}, True),
        ({}, False),
        ({"RESREC_DEMONSTRATION": "yes", "RESREC_MAIL_HOST": "mx.example.org"}, False),
        ({"RESREC_DEMONSTRATION": "yes", "RESREC_ORIGIN": "https://example.org"}, False),
    ],
)
def test_what_the_environment_says_decides(monkeypatch, tmp_path, says, shows):
    import importlib.util

    from resrec import settings as ours

    for name in ("DEMONSTRATION", "MAIL_HOST", "ORIGIN"):
        monkeypatch.delenv(f"RESREC_{name}", raising=False)
    for name, value in (says | {"RESREC_DATA": str(tmp_path)}).items():
        monkeypatch.setenv(name, value)
    spec = importlib.util.spec_from_file_location("settings_read_again", ours.__file__)
    again = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(again)
    assert again.SHOWS_MAIL is shows
