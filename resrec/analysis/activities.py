"""By kind of activity: as Progress Reports list them, and as Activity Reports tell them."""

from collections import defaultdict
from functools import partial

from django.utils.translation import gettext as _

from resrec.analysis.counted import accounts_in, newest_first, reports_in
from resrec.analysis.figures import Figure, Group, Noun, Row, Table
from resrec.reporting.models import Activity, ActivityKind

NOT_STATED = ""
OTHER_WORDS = None  # printed in words that the vocabulary does not know


def kinds_of_activity(assembly, cycle, with_account):
    """Give the Table of kinds, from three queries; `with_account` is Statuses.with_account.

    A text counts under every kind its Progress Report lists, so that the first column does not
    add up to the texts; an activity has one kind. Of an activity whose words are private the
    kind is counted, and nothing else is told.
    """
    figure = partial(Figure, assembly.code, cycle.year)
    texts = _texts_by_kind(assembly, cycle, with_account.members)
    done = _activities(assembly, cycle)

    def row(kind, key, label, explanation=""):
        listed = _("Texts whose Progress Report lists: %(kind)s") % {"kind": label}
        told = _("Activities reported: %(kind)s") % {"kind": label}
        activities = tuple(pk for pk, of_kind in done if of_kind == kind)
        listing = figure(f"listed_{key}", listed, Noun.TEXT, tuple(texts[kind]))
        telling = figure(f"activities_{key}", told, Noun.ACTIVITY, activities)
        return Row(label, (None if kind is OTHER_WORDS else listing, telling), explanation)

    unknown = _("printed in words that the list of kinds does not know")
    everything = figure(
        "activities", _("All activities reported"), Noun.ACTIVITY, tuple(pk for pk, _kind in done)
    )
    return Table(
        head=_("Kind of activity"),
        columns=(_("Texts"), _("Activities")),
        groups=(
            Group(tuple(row(k.code, f"of_{k.code}", k.label) for k in ActivityKind.objects.all())),
            Group(
                (
                    row(OTHER_WORDS, "otherwise", _("Other words"), unknown),
                    row(NOT_STATED, "not_stated", _("Kind not stated")),
                ),
                _("Not placed"),
            ),
        ),
        total=Row(_("In all"), (with_account, everything)),
    )


def _texts_by_kind(assembly, cycle, texts):
    """{kind: [texts]}, in the order of `texts`; NOT_STATED for reports that list none."""
    listed = defaultdict(set)
    for text, kind in accounts_in(assembly, cycle).values_list("resolution", "activity_kinds"):
        listed[text].add(kind or NOT_STATED)
    having = defaultdict(list)
    for text in texts:
        for kind in listed[text]:
            having[kind].append(text)
    return having


def _activities(assembly, cycle):
    """[(activity, kind)], those of the newest reports first."""
    activities = Activity.objects.filter(report__in=reports_in(assembly, cycle).order_by())
    ordered = activities.order_by(*newest_first("report"), "position", "pk")
    return [
        (pk, kind or (OTHER_WORDS if printed else NOT_STATED))
        for pk, kind, printed in ordered.values_list("pk", "kind", "kind_as_printed")
    ]
