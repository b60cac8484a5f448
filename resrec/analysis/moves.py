"""What has moved since each text's Progress Report before this cycle's."""

from django.utils.translation import gettext as _, gettext_lazy

from resrec.analysis.figures import Group, Noun, Row, Table
from resrec.analysis.statuses import NOBODY

LABELS = {
    "moved_up": gettext_lazy("Moved up the scale"),
    "moved_down": gettext_lazy("Moved back down the scale"),
    "same_stage": gettext_lazy("At the same stage"),
    "recurrent": gettext_lazy("Recurrent work, now or before: not compared"),
    "not_compared": gettext_lazy("Status not stated, now or before: not compared"),
    "first_report": gettext_lazy("First Progress Report of the text"),
}


def moves(statuses):
    """Give the Table of texts with a Progress Report in this cycle by how their status moved.

    Each is in one row. A status beside the scale (*ongoing*) is a kind of work and not a stage:
    it is never compared.
    """
    having = {key: [] for key in LABELS}
    for text in statuses.with_account.members:
        having[_move(statuses, text)].append(text)
    rows = [
        Row(str(label), (statuses.figure(key, str(label), Noun.TEXT, tuple(having[key])),))
        for key, label in LABELS.items()
    ]
    return Table(
        head=_("Compared with the Progress Report before"),
        columns=(_("Texts"),),
        groups=(Group(tuple(rows)),),
        total=Row(statuses.with_account.label, (statuses.with_account,)),
    )


def _move(statuses, text):
    _year, was = statuses.before.get(text, (None, NOBODY))
    now = statuses.now[text]
    if was is NOBODY:
        return "first_report"
    if not (was and now):
        return "not_compared"
    if was in statuses.beside_the_scale or now in statuses.beside_the_scale:
        return "recurrent"
    steps = statuses.stages.index(now) - statuses.stages.index(was)
    return "moved_up" if steps > 0 else "moved_down" if steps < 0 else "same_stage"
