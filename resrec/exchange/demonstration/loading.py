"""Bringing the demonstration into an empty house, all of it or nothing.

Reports go through the models' own verbs with the days of their files, in the order of those
days, so that the journal tells the story as it would have happened.
"""

from operator import itemgetter

from resrec.exchange.demonstration import accounts, adopted_texts, analyses, people, reports, trust
from resrec.exchange.demonstration.scene import Scene
from resrec.journal.recording import journalled
from resrec.library.models import Collection
from resrec.library.search.indexing import index_missing
from resrec.reporting.models import ActivityReport, ProgressReport
from resrec.rules import RuleBroken


def load():
    """Load the demonstration and tell whether there was anything to do.

    Raises RuleBroken where reports that are not the demonstration's exist: invented reports do
    not belong among them.
    """
    if is_loaded():
        return False
    refuse_among_real_reports()
    with journalled():
        adopted_texts.add()
        people.add()
        scene = Scene.set()
        happenings = [
            happening
            for noun in (adopted_texts, trust, reports, accounts, analyses)
            for happening in noun.happenings(scene)
        ]
        for _at, happen in sorted(happenings, key=itemgetter(0)):
            happen()
        index_missing()
    return True


def is_loaded():
    """Whether the demonstration's own union is in the library."""
    return Collection.objects.filter(is_demonstration=True).exists()


def refuse_among_real_reports():
    """Raise RuleBroken when a report exists that is not marked as demonstration."""
    real = sum(
        model.objects.filter(is_demonstration=False).count()
        for model in (ActivityReport, ProgressReport)
    )
    if real:
        raise RuleBroken(
            f"This installation holds real reports ({real}). The demonstration is not loaded among "
            "them: give it a folder of its own, RESREC_DATA=/some/other/folder."
        )
