"""The open points as rows of a spreadsheet, in the reader's language."""

from django.utils.translation import gettext as _


def header():
    return [
        _("What is to be done"),
        _("Text"),
        _("Title"),
        _("Who or what"),
        _("Officer who answers"),
        _("Since"),
        _("Days"),
        _("Set aside until"),
        _("Why"),
    ]


def rows(found):
    """One row a point of the OpenPoints shown, in their order."""
    for section in found.shown:
        for point in section.points:
            yield _row(section.kind, point)


def _row(kind, point):
    aside = point.set_aside
    return [
        str(kind.label),
        "; ".join(text.label for text in point.texts),
        "; ".join(text.title.title for text in point.texts if text.title),
        point.about,
        "; ".join(map(str, point.officers)),
        point.since.isoformat() if point.since else "",
        "" if point.days is None else str(point.days),
        aside.until.isoformat() if aside else "",
        aside.why if aside else "",
    ]
