"""Telling whoever froze an analysis that figures of it have turned amber.

One message an analysis, person and day, of what they have not been told yet. It waits over the
weekdays that a person keeps free.
"""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override

from resrec.analysis.freeze.frozen import FrozenOverview
from resrec.analysis.freeze.since import Since
from resrec.analysis.models import ChangeTold, YearlyAnalysis
from resrec.journal.outbox import post
from resrec.people.models import MailChoices, User

TEMPLATE = "analysis/mail/amber"
SHOWN = 15  # figures, and changes, that a message names; the page has all


def tell_amber(on=None):
    """Write what is new on a day (today) into the outbox; gives the number of messages.

    Run again on the same day it writes nothing more.
    """
    on = on or timezone.localdate()
    standing = YearlyAnalysis.objects.filter(status=YearlyAnalysis.Status.FROZEN)
    found = standing.select_related("assembly__kind__collection", "cycle", "frozen_by")
    return sum(_tell(analysis, person, on) for analysis in found for person in _owners(analysis))


def _owners(analysis):
    """The officer who froze it; every officer where a command did, or the officer has left."""
    by = analysis.frozen_by
    return [by] if by and by.is_active and by.is_officer else User.objects.officers()


def _tell(analysis, person, on):
    told = ChangeTold.objects.filter(analysis=analysis, person=person)
    if on.weekday() in MailChoices.of(person).quiet_weekdays or told.filter(on=on).exists():
        return False
    known = {*told.values_list("change", flat=True)}
    with override(person.language):
        since = Since(analysis)
        new = [one for one in since.changes if one.key not in known]
        return bool(new) and _write(analysis, person, on, since, new)


def _write(analysis, person, on, since, new):
    figures = _resting_on(analysis, since, new)
    keys = dict.fromkeys(one.key for one in new)
    try:
        with transaction.atomic():
            ChangeTold.objects.bulk_create(
                ChangeTold(analysis=analysis, person=person, change=key, on=on) for key in keys
            )
            post(
                person,
                TEMPLATE,
                analysis=analysis,
                changes=new[:SHOWN],
                more_changes=len(new) - len(new[:SHOWN]),
                figures=figures[:SHOWN],
                more_figures=len(figures) - len(figures[:SHOWN]),
            )
    except IntegrityError:  # another worker has just told the same; its message stands
        return False
    return True


def _resting_on(analysis, since, new):
    """The FrozenFigures of its own year that rest on one of these, in the order of the page."""
    overview, news = FrozenOverview(analysis), {one.key for one in new}
    return [
        overview.figures[key]
        for key, changes in since.touched.items()
        if not key.startswith("sum_")  # their needs are listed already
        and "." not in key
        and not news.isdisjoint(one.key for one in changes)
    ]
