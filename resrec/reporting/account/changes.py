"""What changed since last year's account, in words for the reader.

Only what both accounts say is held against each other: who is not named this year may have gone
on all the same, and the words say no more than that.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _, ngettext

from resrec.reporting.models import Answer


@dataclass(frozen=True)
class Change:
    """A sentence, or the beginning of one that the `names` end."""

    words: str
    names: list = field(default_factory=list)


def changes_since(before, account, parts, parts_before, bodies=None):
    """Give the Changes from `before`; [] in a first year. The Parts are read already, and so may be
    the account's ProgressPartners, the `bodies`."""
    if before is None:
        return []
    year = {"year": before.year}
    return [
        *_of_status(before, account, year),
        *_of_statements(parts, parts_before, year),
        *_of_names(
            _reporters(parts_before),
            _reporters(parts),
            _("Quoted this year, and not in %(year)s:") % year,
            _("Quoted in %(year)s, and not this year:") % year,
        ),
        *_of_names(
            {str(kind) for kind in before.activity_kinds.all()},
            {str(kind) for kind in account.activity_kinds.all()},
            _("Kinds of activities that were not named in %(year)s:") % year,
            _("Kinds of activities named in %(year)s, and not this year:") % year,
        ),
        *_of_names(
            {str(partner) for partner in before.partners.with_names()},
            {str(partner) for partner in bodies or account.partners.with_names()},
            _("Taking part, and not named in %(year)s:") % year,
            _("Named in %(year)s as taking part, and not this year:") % year,
        ),
        *_of_planning(before, account, year),
    ]


def _of_status(before, account, year):
    was, now = before.implementation_status, account.implementation_status
    values = year | {"was": was and was.label, "now": now and now.label}
    if was and now and was != now:
        yield Change(_("The status moved from “%(was)s” in %(year)s to “%(now)s”.") % values)
    elif was and now:
        yield Change(_("The status is “%(now)s”, as in %(year)s.") % values)
    elif now:
        yield Change(_("The status is “%(now)s”; in %(year)s none was stated.") % values)
    elif was:
        yield Change(_("No status is stated; in %(year)s it was “%(was)s”.") % values)


def _of_statements(parts, parts_before, year):
    statements = [one for part in parts for one in part.statements]
    earlier = {one.pk for part in parts_before for one in part.statements}
    again = sum(one.follows_id in earlier for one in statements)
    if new := len(statements) - again:
        yield Change(
            ngettext("%(number)d statement is new.", "%(number)d statements are new.", new)
            % {"number": new}
        )
    if again:
        words = ngettext(
            "%(number)d statement is taken over from %(year)s.",
            "%(number)d statements are taken over from %(year)s.",
            again,
        )
        yield Change(words % (year | {"number": again}))


def _reporters(parts):
    """The names of the constituents that the statements quote."""
    quotations = [q for part in parts for one in part.statements for q in one.quotations.all()]
    return {str(q.source.reporter) for q in quotations if q.source.reporter}


def _of_names(was, now, words_of_new, words_of_gone):
    if new := sorted(now - was):
        yield Change(words_of_new, new)
    # Where nobody is named any more, the question was not answered: that is no change.
    if now and (gone := sorted(was - now)):
        yield Change(words_of_gone, gone)


def _of_planning(before, account, year):
    if account.planned and before.planned and account.planned != before.planned:
        values = year | {
            "was": Answer(before.planned).label,
            "now": Answer(account.planned).label,
        }
        yield Change(
            _("Are the future activities planned? “%(now)s”; in %(year)s “%(was)s”.") % values
        )
