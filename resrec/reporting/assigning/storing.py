"""Carrying an assignment out: its posts and invitations are made in one transaction, or none is."""

from collections import defaultdict
from datetime import date

from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from resrec.journal.recording import journalled, record
from resrec.library.models import Resolution
from resrec.people.models import Constituent, User
from resrec.reporting.assigning import notices
from resrec.reporting.assigning.beginning import checked_anew, read_rows
from resrec.reporting.models import Assignment, FocalPoint, FocalRole, Holder
from resrec.rules import RuleBroken

LOT = 500


class HasChanged(RuleBroken):
    """What was shown is not what would be made now."""


def carry_out(assignment, *, by, only_good=False):
    """Make what the preview shows. With `only_good` rows with errors are left out.

    Raises RuleBroken, and nothing is made: when there are errors, when another press was faster,
    or when something has changed since the preview, which then shows what is found now.
    """
    try:
        _carry_out(assignment, by=by, only_good=only_good)
    except HasChanged:
        rows = [vars(row) for row in checked_anew(read_rows(assignment))]
        Assignment.objects.filter(pk=assignment.pk, done_at=None).update(rows=rows)
        raise
    except IntegrityError as error:
        raise RuleBroken(_("Somebody has just made one of these posts. Try again.")) from error


@journalled()
def _carry_out(assignment, *, by, only_good):
    still_open = Assignment.objects.filter(pk=assignment.pk, done_at=None)
    if not still_open.update(done_at=timezone.now(), done_by=by):
        raise RuleBroken(_("This has been carried out already."))
    rows = checked_anew(read_rows(assignment))
    if [vars(row) for row in rows] != assignment.rows:
        raise HasChanged(
            _("Something has changed since you looked. Nothing was made: look through it again.")
        )
    good = [row for row in rows if not row.wrong]
    if not good:
        raise RuleBroken(_("No row can be carried out."))
    if len(good) < len(rows) and not only_good:
        raise RuleBroken(_("There are rows with errors, so nothing was made."))
    people = _people(good, assignment.language, by=by)
    posts = _posts(good, by=by)
    asked = _ask(good, posts, people, by=by)
    Assignment.objects.filter(pk=assignment.pk).update(rows=[vars(row) for row in rows])
    counts = {"posts": sum(row.became["made"] for row in good), "asked": len(asked)}
    record(assignment, "assignment.carried_out", by=by, left_out=len(rows) - len(good), **counts)


def _people(rows, language, *, by):
    """Give {address in small letters: User}; who is new becomes a person by being asked."""
    known = User.objects.in_bulk({row.person for row in rows if row.person})
    people = {row.email.lower(): known[row.person] for row in rows if row.person}
    new = {}
    for row in rows:
        if row.email and not row.person and row.email.lower() not in new:
            person = User(email=User.objects.normalize_email(row.email), language=language)
            person.set_unusable_password()
            new[row.email.lower()] = person
    for person in User.objects.bulk_create(new.values(), batch_size=LOT):
        record(person, "user.added", by=by)
    return people | new


def _posts(rows, *, by):
    """Give {row's number: FocalPoint}, with what a message says of it."""
    there = FocalPoint.objects.select_related("role", "resolution", "constituent__merged_into")
    there = there.in_bulk({row.post for row in rows if row.post})
    texts = Resolution.objects.in_bulk({row.text for row in rows})
    bodies = Constituent.objects.in_bulk({row.body for row in rows})
    roles = FocalRole.objects.in_bulk()
    made = {
        row.number: FocalPoint(
            resolution=texts[row.text], role=roles[row.role], constituent=bodies[row.body]
        )
        for row in rows
        if not row.post
    }
    for post in FocalPoint.objects.bulk_create(made.values(), batch_size=LOT):
        record(post, "focalpoint.added", by=by)
    through = FocalPoint.paragraphs.through
    pairs = [(made[row.number], pk) for row in rows if row.number in made for pk in row.paragraphs]
    through.objects.bulk_create(
        [through(focalpoint=post, paragraph_id=pk) for post, pk in pairs], batch_size=LOT
    )
    posts = made | {row.number: there[row.post] for row in rows if row.post}
    for row in rows:
        row.became = {"post": posts[row.number].pk, "made": row.number in made}
    return posts


def _ask(rows, posts, people, *, by):
    """Invite as `FocalPoint.invite` does, all at once; one message a person tells of all."""
    now = timezone.now()
    asked = {
        row.number: Holder(
            post=posts[row.number],
            person=people[row.email.lower()],
            since=_day(row.since),
            until=_day(row.until),
            invited_at=now,
            invited_by=by,
        )
        for row in rows
        if row.email
    }
    of_each = defaultdict(list)
    for holder in Holder.objects.bulk_create(asked.values(), batch_size=LOT):
        of_each[holder.person].append(holder)
        record(holder, "holder.invited", by=by, post=holder.post_id, person=holder.person_id)
    for row in rows:
        if row.number in asked:
            row.became["holder"] = asked[row.number].pk
    for person, holders in of_each.items():
        notices.asked(person, holders)
    return asked


def _day(said):
    return date.fromisoformat(said) if said else None
