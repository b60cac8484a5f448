"""While an analysis is being frozen a report is published, another officer freezes."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from resrec.analysis.freeze import freezing
from resrec.analysis.freeze.freezing import freeze, standing
from resrec.analysis.freeze.rerunning import rerun
from resrec.analysis.models import YearlyAnalysis
from resrec.analysis.overview import Overview
from resrec.rules import RuleBroken


def beside(step):
    """Take a step on a connection of its own and wait for its end; give what it raised."""
    raised = []

    def take():
        try:
            step()
        except Exception as error:
            raised.append(error)
        finally:
            connection.close()

    thread = Thread(target=take)
    thread.start()
    thread.join(timeout=30)
    return raised


def test_what_is_published_meanwhile_is_counted_whole_or_not_at_all(
    committed, congress, monkeypatch
):
    congress.account(1, 2025, "initiated")
    published = []

    class Publishing(Overview):
        @property
        def all_figures(self):
            figures = super().all_figures
            if not published:  # the English figures are counted, the French not yet
                published.append(beside(lambda: congress.account(2, 2025, "completed")))
            return figures

    monkeypatch.setattr(freezing, "Overview", Publishing)
    frozen = freeze(congress.assembly, congress.cycle, by=None)
    assert published == [[]]
    values = {figure.key: figure.value for figure in frozen.figures.all()}
    assert (values["with_progress_report"], values["status_completed"]) == (1, 0)
    account = frozen.parts.get(name="account").content
    assert all('figure:with_progress_report">1<' in words for words in account.values())
    assert rerun(frozen).is_same
    monkeypatch.undo()
    newer = freeze(congress.assembly, congress.cycle, by=None, notice="One more.")
    assert newer.figures.get(key="with_progress_report").value == 2


def test_of_two_officers_who_freeze_at_once_one_does(committed, congress, cast, monkeypatch):
    congress.account(1, 2025, "initiated")
    gathered, ready, refused = freezing.gathered, Barrier(2), []

    def together(*place):
        kept = gathered(*place)
        ready.wait(timeout=30)  # both have read before either writes
        return kept

    def press():
        try:
            freeze(congress.assembly, congress.cycle, by=cast.officer)
        except RuleBroken as rule:
            refused.append(str(rule))
        finally:
            connection.close()

    monkeypatch.setattr(freezing, "gathered", together)
    presses = [Thread(target=press) for _turn in range(2)]
    for one in presses:
        one.start()
    for one in presses:
        one.join(timeout=60)
    assert refused == ["Someone else has just frozen this analysis."]
    one = YearlyAnalysis.objects.get()
    assert standing(congress.assembly, congress.cycle) == one
    assert rerun(one).is_same


@pytest.mark.django_db
def test_a_merge_changes_no_name_that_was_frozen(congress, cast):
    congress.report(cast.member, congress.texts[1])
    congress.report(cast.other_member, congress.texts[1])
    frozen = freeze(congress.assembly, congress.cycle, by=None)
    was = cast.other_member.name
    cast.other_member.merge_into(cast.member, by=cast.officer)
    kept = frozen.records.filter(noun="activity_report")
    names = {one.values["constituent_names"]["en"] for one in kept}
    assert names == {cast.member.name, was}
    assert frozen.figures.get(key="constituents").value == 2
    again = {one.key: counted for one, counted in rerun(frozen).figures}
    assert again["constituents"] == 2
    assert rerun(frozen).is_same
