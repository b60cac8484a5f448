"""Deadlines of a person as a calendar (RFC 5545), written by hand: a few lines of text."""

from datetime import timedelta
from urllib.parse import urlparse

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from resrec.reporting.asking.due import cycles_asking
from resrec.reporting.asking.teams import teams_of
from resrec.reporting.models.focal_point import Holder

OCTETS = 75  # in a line, without its end


def calendar_of(person):
    """Give the calendar's text in the language that is active, lines ended as RFC 5545 asks."""
    name = _("Reports due")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//resrec//deadlines//EN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        *(line for event in _events(person) for line in event),
        "END:VCALENDAR",
    ]
    return "".join(folded(line) for line in lines)


def _events(person):
    """Give the lines of an event for each text on which this person's team has not answered."""
    held = Holder.objects.in_force().filter(person=person)
    texts = list(held.values_list("post__resolution", flat=True))
    for cycle in cycles_asking(timezone.localdate()) if texts else []:
        for team in teams_of(cycle, texts=texts):
            mine = [p.post for p in team.places if any(one.pk == person.pk for one in p.people)]
            if mine and not team.has_answered:
                yield _event(cycle, team.text, mine[0])


def _event(cycle, text, post):
    host = urlparse(settings.ORIGIN).hostname
    title = f" – {text.title.title}" if text.title else ""
    summary = _("Report due: %(text)s") % {"text": f"{text.label}{title}"}
    day = cycle.reports_due_on
    stamp = timezone.now().strftime("%Y%m%dT%H%M%SZ")
    return [
        "BEGIN:VEVENT",
        f"UID:report-{cycle.pk}-{post.pk}@{host}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(summary)}",
        f"URL:{settings.ORIGIN}{text.get_absolute_url()}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def escaped(text):
    """Write a text value: backslash, comma, semicolon and line end have a meaning of their own."""
    for mark in "\\,;":
        text = text.replace(mark, f"\\{mark}")
    return "\\n".join(text.splitlines())


def folded(line):
    """Give a line cut into pieces of at most 75 octets, no letter cut in two, with its CRLF."""
    pieces, piece = [], ""
    for letter in line:
        if len(f"{piece}{letter}".encode()) > OCTETS:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join([*pieces, piece]) + "\r\n"
