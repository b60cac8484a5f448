"""Writers who commit and roll back at random side by side leave one chain that verifies."""

import random
from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from resrec.journal.models import Entry
from resrec.journal.recording import journalled, record
from resrec.web.models import PublicRevision

WRITERS, TURNS = 8, 15


class ChangedMyMind(Exception):
    pass


def write(subject, seed):
    """Record in TURNS transactions, one in three rolled back; give what was kept."""
    chance, kept = random.Random(seed), []
    try:
        for turn in range(TURNS):
            try:
                with journalled():
                    record(subject, "test.written", by=None, writer=seed, turn=turn)
                    with journalled():
                        record(subject, "test.nested", by=None, writer=seed, turn=turn)
                    if chance.random() < 1 / 3:
                        raise ChangedMyMind
            except ChangedMyMind:
                continue
            kept.append((seed, turn))
    finally:
        connection.close()
    return kept


def test_eight_writers_leave_a_chain_that_verifies(committed, cast):
    before = PublicRevision.current()
    with ThreadPoolExecutor(WRITERS) as pool:
        kept = [
            one
            for many in pool.map(lambda n: write(cast.resolution, n), range(WRITERS))
            for one in many
        ]
    written = Entry.objects.filter(verb="test.written")
    assert sorted((e.content["writer"], e.content["turn"]) for e in written) == sorted(kept)
    assert 0 < len(kept) < WRITERS * TURNS
    assert Entry.objects.filter(verb="test.nested").count() == len(kept)
    assert Entry.objects.first_broken() is None
    sequences = Entry.objects.order_by("sequence").values_list("sequence", flat=True)
    assert list(sequences) == list(range(1, len(sequences) + 1))
    assert PublicRevision.current() == before + len(kept)


def test_the_facts_are_back_after_tests_that_commit(cast):
    assert cast.resolution.code == "WCC-2016-Res-087"
