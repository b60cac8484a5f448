"""Several people in one draft: who else writes in it, and what they have just changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.humanize.templatetags.humanize import naturaltime
from django.utils import timezone
from django.utils.translation import gettext as _

from resrec.people.models import User
from resrec.reporting.forms.comparison import labels_of
from resrec.reporting.forms.places import line_of

# Whoever saved so long ago is shown as being in the draft.
LATELY = timedelta(days=1)


@dataclass(frozen=True)
class Writer:
    """Somebody else, and when they last changed something in the draft."""

    person: User
    at: datetime


def others_in(report, reader):
    """Give the Writers who have changed the draft in the last day, the latest first."""
    latest = {}
    for pk, at, _page in report.touched.values():
        if pk != reader.pk:
            latest[pk] = max(latest.get(pk, ""), at)
    since = timezone.now() - LATELY
    moments = {pk: datetime.fromisoformat(at) for pk, at in latest.items()}
    found = User.objects.in_bulk([pk for pk, at in moments.items() if at > since])
    writers = [Writer(person, moments[pk]) for pk, person in found.items()]
    return sorted(writers, key=lambda one: one.at, reverse=True)


def news_of(form, reader):
    """Give what a page is told after a save that brought in others' changes; {} after another.

    "news" are sentences, one a person; "taken" a list of [place, words, what stood there];
    "gone" the rows that others took away, as "activities:<key>".
    """
    merged = form.merged
    if not form.has_news:
        return {}
    taken = [[place, words, merged.was.get(place, "")] for place, words in merged.taken.items()]
    return {"news": _sentences(form, reader), "taken": taken, "gone": sorted(merged.gone)}


def both_changed(form):
    """Give what a page is told whose writer changed the same as somebody else."""
    labels = labels_of(form)
    fields = [labels.get(line_of(place), "") for place in form.merged.both]
    said = _(
        "Somebody else has changed the same as you: %(fields)s. Everything else is saved, and goes "
        "on being saved. Compare the two, and choose."
    )
    return {"message": said % {"fields": ", ".join(fields)}, "fields": fields}


def _sentences(form, reader):
    """Say who changed which fields and when; of a row that is gone nobody is noted."""
    labels, by_person = labels_of(form), {}
    for line in dict.fromkeys(line_of(place) for place in form.merged.taken):
        pk, at, _page = form.report.touched.get(line, [None, "", ""])
        by_person.setdefault(pk, []).append((at, labels.get(line, "")))
    people = User.objects.in_bulk([pk for pk in by_person if pk])
    said = [_sentence(people.get(pk), changed) for pk, changed in by_person.items()]
    gone = len(form.merged.gone)
    return said + ([_("Rows were taken away by somebody else.")] if gone else [])


def _sentence(person, changed):
    fields = ", ".join(dict.fromkeys(label for _at, label in changed if label))
    latest = max(at for at, _label in changed)
    if not person or not latest:
        return _("Somebody changed meanwhile: %(fields)s.") % {"fields": fields}
    said = {"person": person, "when": naturaltime(datetime.fromisoformat(latest)), "fields": fields}
    return _("%(person)s changed (%(when)s): %(fields)s.") % said
