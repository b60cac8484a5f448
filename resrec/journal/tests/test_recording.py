"""The journal: entries are chained, written last, and taken back with the change they tell of."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from resrec.journal.models import Entry
from resrec.journal.recording import journalled, record
from resrec.web.models import PublicRevision


def note(subject, by, verb="test.done", **content):
    with journalled():
        record(subject, verb, by=by, **content)


def test_entries_form_a_chain_that_verifies(cast):
    for n in range(3):
        note(cast.resolution, cast.officer, n=n)
    assert Entry.objects.first_broken() is None
    assert Entry.objects.about(cast.resolution).count() == 3


def test_what_a_failed_block_noted_is_taken_back(cast):
    @journalled()
    def fail():
        record(cast.resolution, "test.lost", by=None)
        raise ValueError("no")

    with journalled():
        record(cast.resolution, "test.kept", by=None)
        with pytest.raises(ValueError, match="no"):
            fail()
    assert [e.verb for e in Entry.objects.about(cast.resolution)] == ["test.kept"]


def test_the_public_revision_moves_once_a_transaction(cast):
    before = PublicRevision.current()
    with journalled():
        record(cast.resolution, "test.one", by=None)
        record(cast.resolution, "test.two", by=None)
    assert PublicRevision.current() == before + 1


def test_the_database_refuses_to_change_an_entry(cast):
    note(cast.resolution, cast.officer)
    for change in (lambda e: e.update(verb="test.other"), lambda e: e.delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            change(Entry.objects.about(cast.resolution))


def test_forgetting_a_person_leaves_a_chain_that_verifies(cast):
    with journalled():
        record(cast.stranger, "test.named", by=None, personal={"name": "Ada"})
    Entry.objects.about(cast.stranger).update(personal=None, salt="")
    assert Entry.objects.first_broken() is None


def test_the_command_finds_an_entry_that_was_changed_from_outside(cast, capsys):
    note(cast.resolution, cast.officer)
    note(cast.resolution, cast.officer)
    call_command("verify_journal")
    assert "whole: 2 entries" in capsys.readouterr().out
    # As someone with the rights of the database's owner could.
    Entry.objects.create(sequence=3, at=timezone.now(), verb="test.slipped_in", content={})
    with pytest.raises(CommandError, match=r"entry 3 test\.slipped_in"):
        call_command("verify_journal")


def test_noting_outside_a_block_is_an_error(cast):
    with pytest.raises(RuntimeError):
        record(cast.resolution, "test.done", by=None)
