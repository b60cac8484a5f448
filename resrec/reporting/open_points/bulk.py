"""What an officer does to many open points at once, and the way back."""

from django.utils import timezone
from django.utils.translation import gettext as _

from resrec.journal.recording import journalled, record
from resrec.reporting.models import BulkStep, Charge, SetAside
from resrec.rules import RuleBroken


@journalled()
def give(points, officer, *, by):
    """Put the texts of these OpenPoints into an officer's charge (None: nobody's); a BulkStep."""
    texts = {text.pk for point in points for text in point.texts}
    if not texts:
        raise RuleBroken(_("Choose at least one line with a text."))
    before = dict(Charge.objects.filter(resolution__in=texts).values_list("resolution", "officer"))
    after = officer and officer.pk
    changes = [[pk, before.get(pk), after] for pk in sorted(texts) if before.get(pk) != after]
    _charge({pk: after for pk, _before, _after in changes})
    return _step(BulkStep.Verb.CHARGE, changes, by=by)


@journalled()
def set_aside(points, until, why, *, by):
    """Show these OpenPoints no more before the day `until`; a BulkStep."""
    if not points:
        raise RuleBroken(_("Choose at least one line."))
    if until <= timezone.localdate():
        raise RuleBroken(_("Choose a day that is still to come."))
    after = [until.isoformat(), why]
    keys = sorted(point.key for point in points)
    before = _aside(keys)
    _set_aside(dict.fromkeys(keys, after))
    return _step(BulkStep.Verb.SET_ASIDE, [[k, before.get(k), after] for k in keys], by=by)


@journalled()
def undo(step, *, by):
    """Put back what stood before a BulkStep; give the number of things left as they are, because
    somebody has changed them since."""
    if not BulkStep.objects.filter(pk=step.pk, undone_at=None).update(undone_at=timezone.now()):
        raise RuleBroken(_("This has been undone already."))
    keys = [key for key, _before, _after in step.changes]
    if step.verb == BulkStep.Verb.CHARGE:
        now = dict(Charge.objects.filter(resolution__in=keys).values_list("resolution", "officer"))
        put_back = _charge
    else:
        now, put_back = _aside(keys), _set_aside
    unchanged = {key: before for key, before, after in step.changes if now.get(key) == after}
    put_back(unchanged)
    record(step, "bulk_step.undone", by=by, number=len(unchanged))
    return len(keys) - len(unchanged)


def _step(verb, changes, *, by):
    step = BulkStep.objects.create(verb=verb, by=by, changes=changes)
    record(step, f"bulk_step.{verb}", by=by, number=len(changes))
    return step


def _charge(officers):
    """Bring {text's id: officer's id or None} about."""
    Charge.objects.filter(resolution__in=officers).delete()
    rows = [Charge(resolution_id=text, officer_id=one) for text, one in officers.items() if one]
    Charge.objects.bulk_create(rows)


def _aside(keys):
    found = SetAside.objects.filter(point__in=keys)
    return {one.point: [one.until.isoformat(), one.why] for one in found}


def _set_aside(wanted):
    """Bring {point's key: [day, reason] or None} about."""
    SetAside.objects.filter(point__in=wanted).delete()
    SetAside.objects.bulk_create(
        SetAside(point=key, until=said[0], why=said[1]) for key, said in wanted.items() if said
    )
