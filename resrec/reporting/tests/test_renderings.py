"""A rendering is a person's, knows what it renders, and turns stale when that changes."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from resrec.reporting.models import Rendering, Statement
from resrec.reporting.tests.pages import sent_by, words_of

SAID = "Des mares ont été creusées."


@pytest.fixture
def account(account_of):
    return account_of(says=("Ponds were dug.",))


@pytest.fixture
def writer(client, cast):
    client.force_login(cast.focal_point)
    return client


def page_of(account, language="fr"):
    return reverse("progress_renderings", args=[account.pk, language])


def write(client, account, text=SAID, **more):
    page = page_of(account)
    key = account.statements.get().key
    form = sent_by(client.get(page)) | {f"text-{key}": text}
    return client.post(page, form | {f"{name}-{key}": value for name, value in more.items()})


def reader(client, account, language):
    client.logout()
    address = f"/{language}/resolutions/{account.resolution.code}/progress/{account.year}/"
    return words_of(client.get(address, follow=True))


def test_readers_see_their_language_with_the_original_at_hand(writer, account, cast):
    assert write(writer, account).status_code == 302
    rendering = Rendering.objects.get()
    assert (rendering.by, rendering.is_stale) == (cast.focal_point, False)
    account.propose(by=cast.focal_point)
    account.publish(by=cast.officer)
    in_french, in_spanish = (reader(writer, account, one) for one in ("fr", "es"))
    assert in_french.index(SAID) < in_french.index("Ponds were dug.")
    assert SAID not in in_spanish
    with pytest.raises(DatabaseError), transaction.atomic():
        Rendering.objects.update(text="Otherwise.")


def test_it_turns_stale_and_readers_see_the_original(writer, account, cast):
    write(writer, account)
    Statement.objects.update(text="Many ponds were dug.")
    assert "stale" in words_of(writer.get(page_of(account)))
    account.propose(by=cast.focal_point)
    account.publish(by=cast.officer)
    page = reader(writer, account, "fr")
    assert page.index("Many ponds were dug.") < page.index(SAID)
    draft = account.open_next_version(by=cast.officer)
    copied = Rendering.objects.get(statement__report=draft)
    assert (copied.text, copied.is_stale) == (SAID, True)


def test_a_person_says_that_it_still_holds(writer, account):
    write(writer, account)
    Statement.objects.update(text="Ponds were dug!")
    write(writer, account)
    assert Rendering.objects.get().is_stale
    write(writer, account, holds="on")
    assert not Rendering.objects.get().is_stale


def test_what_was_read_is_what_is_rendered(writer, account):
    form = sent_by(writer.get(page_of(account)))
    Statement.objects.update(text="Changed meanwhile.")
    key = account.statements.get().key
    writer.post(page_of(account), form | {f"text-{key}": SAID})
    assert Rendering.objects.get().is_stale


def test_nobody_is_overwritten(writer, account):
    form = sent_by(writer.get(page_of(account)))
    write(writer, account, "Leur version.")
    key = account.statements.get().key
    answer = writer.post(page_of(account), form | {f"text-{key}": SAID})
    assert answer.status_code == 422
    assert f"{SAID}</textarea>" in answer.text
    assert Rendering.objects.get().text == "Leur version."


def test_empty_words_take_it_away(writer, account):
    write(writer, account)
    write(writer, account, " ")
    assert not Rendering.objects.exists()


@pytest.mark.parametrize("read", ["", "x" * 64, "a" * 65])
def test_words_of_which_nobody_knows_what_they_render(writer, account, read):
    assert write(writer, account, read=read).status_code == 422


def test_no_such_language(writer, account):
    assert writer.get(page_of(account, "de")).status_code == 404
