"""Taking an assignment back, as far as nobody has answered; what was answered stays."""

from collections import defaultdict

from django.db import IntegrityError
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from resrec.journal.recording import journalled, record
from resrec.library.batches import batched
from resrec.reporting.assigning import notices
from resrec.reporting.assigning.beginning import read_rows
from resrec.reporting.models import Assignment, FocalPoint, Holder, Reminder
from resrec.rules import RuleBroken

LOT = 400


def undo(assignment, *, by):
    """Withdraw its invitations that wait, and remove its posts that have no other history.

    Gives the number of rows that stay. Raises RuleBroken, and nothing is changed, when it was not
    carried out or is undone already.
    """
    try:
        return _undo(assignment, by=by)
    except (IntegrityError, ProtectedError) as error:
        raise RuleBroken(_("Somebody is at one of these posts just now. Try again.")) from error


@journalled()
def _undo(assignment, *, by):
    now = timezone.now()
    done = Assignment.objects.carried_out().filter(pk=assignment.pk, undone_at=None)
    if not done.update(undone_at=now, undone_by=by):
        raise RuleBroken(_("This has been undone already, or was never carried out."))
    rows = read_rows(Assignment.objects.get(pk=assignment.pk))
    made = [row for row in rows if row.became]
    asked = [row.became["holder"] for row in made if "holder" in row.became]
    withdrawn = _withdraw(asked, now, by)
    removed = _remove([row.became["post"] for row in made if row.became["made"]], withdrawn, by)
    answers = _answers(asked)
    for row in made:
        row.became["undone"] = _what_of(row.became, withdrawn, removed, answers)
    Assignment.objects.filter(pk=assignment.pk).update(rows=[vars(row) for row in rows])
    record(assignment, "assignment.undone", by=by, withdrawn=len(withdrawn), removed=len(removed))
    return sum(row.became["undone"] not in ("removed", "withdrawn") for row in made)


def _withdraw(ids, now, by):
    """Withdraw those who have not answered; gives their ids. One message a person tells of all."""
    found, of_each = set(), defaultdict(list)
    said = {"answer": Holder.Answer.WITHDRAWN, "answered_at": now}
    for lot in batched(ids, LOT):
        Holder.objects.asked().filter(pk__in=lot).update(**said)
        # Whoever answered in the same moment has another answer, or another time of it.
        for one in Holder.objects.filter(pk__in=lot, **said).for_display().select_related("person"):
            found.add(one.pk)
            of_each[one.person].append(one)
            record(one, "holder.withdrawn", by=by, post=one.post_id)
    for person, holders in of_each.items():
        notices.withdrawn(person, holders)
    return found


def _remove(ids, withdrawn, by):
    """Remove posts without a history: nobody was asked but those just withdrawn. Gives ids."""
    found = set()
    for lot in batched(ids, LOT):
        holders = Holder.objects.filter(post__in=lot).values_list("pk", "post")
        kept = {post for pk, post in holders if pk not in withdrawn}
        kept |= set(Reminder.objects.filter(post__in=lot).values_list("post", flat=True))
        posts = FocalPoint.objects.filter(pk__in=set(lot) - kept)
        for post in posts:
            found.add(post.pk)
            record(post, "focalpoint.deleted", by=by)
        posts.delete()
    return found


def _answers(ids):
    found = {}
    for lot in batched(ids, LOT):
        found |= dict(Holder.objects.filter(pk__in=lot).values_list("pk", "answer"))
    return found


def _what_of(became, withdrawn, removed, answers):
    """Give "removed", "withdrawn", the answer that was given, "post_stays" or "gone"."""
    if became["post"] in removed:
        return "removed"
    if became.get("holder") in withdrawn:
        return "withdrawn"
    return answers.get(became["holder"], "gone") if "holder" in became else "post_stays"
