"""A long PDF: the process that has read becomes the typesetter, which becomes the keeper."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

from resrec.documents import apart, making
from resrec.documents.building import collected as collecting
from resrec.documents.models import MadeDocument
from resrec.documents.tests.conftest import Pdf


class Became(BaseException):
    """A process has become another program."""


@pytest.fixture
def asked(client, account_of, monkeypatch):
    monkeypatch.setattr(collecting, "LARGE", 0)
    account_of(year=2018, says=["Fens were restored."], status="published")
    client.post(reverse("collected", args=["WCC-2016", 2018]), {"format": "pdf"})
    return MadeDocument.objects.get()


@pytest.fixture
def becoming(monkeypatch):
    """Give the list of what this process was to become: [(program, *arguments)]"""
    seen = []

    def become(_program, arguments, _environment):
        seen.append(arguments)
        raise Became

    monkeypatch.setattr(os, "execve", become)
    monkeypatch.setattr(apart.connections, "close_all", lambda: None)
    return seen


@pytest.fixture
def handed_over(asked, becoming):
    with pytest.raises(Became):
        making.make_due(alone=True)
    (arguments,) = becoming
    at = arguments.index("--")
    return arguments[:at], arguments[at + 1 :]


def test_it_is_read_then_set_then_kept(client, asked, handed_over):
    setting, keeping = handed_over
    page = client.get(reverse("collected", args=["WCC-2016", 2018])).text
    assert "Everything has been read." in page
    assert "<progress" in page
    said = subprocess.run(
        [*setting, "--", sys.executable, "-c", "print('kept')"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert said.stdout == "kept\n"
    command, option, folder = keeping[keeping.index("make_documents") :]
    call_command(command, option, folder)
    asked.refresh_from_db()
    assert asked.status == "ready"
    assert "Fens were restored." in Pdf(asked.file.open().read()).words
    assert not Path(folder).exists()


def test_what_the_typesetter_cannot_set_is_told(client, asked, handed_over, caplog):
    setting, keeping = handed_over
    folder = Path(keeping[-1])
    (folder / "document.json").write_text("{}", encoding="utf-8")
    subprocess.run(setting, check=True)
    assert making.keep_set(folder) == 0
    asked.refresh_from_db()
    assert asked.status == "failed"
    assert "KeyError" in caplog.text
    assert "It could not be made." in client.get(reverse("collected", args=["WCC-2016", 2018])).text


def test_one_that_was_taken_over_meanwhile_keeps_nothing(asked, handed_over):
    setting, keeping = handed_over
    subprocess.run(setting, check=True)
    MadeDocument.objects.update(attempts=2)
    assert making.keep_set(keeping[-1]) == 0
    asked.refresh_from_db()
    assert (asked.status, asked.file.name) == ("making", "")


def test_a_command_that_has_more_to_do_waits_for_the_typesetter(asked, becoming):
    assert making.make_due() == 1
    assert becoming == []
    asked.refresh_from_db()
    assert asked.status == "ready"
