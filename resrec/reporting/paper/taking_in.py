"""From a form that was filled in to a draft: what it says goes through the form of the page."""

import re
import uuid

from django.utils.translation import gettext as _, override

from resrec.library.models import Resolution
from resrec.people.folding import folded
from resrec.reporting.forms.name_groups import Names
from resrec.reporting.forms.report_form import ReportForm
from resrec.reporting.models import ActivityReport
from resrec.reporting.models.activity_report import Status
from resrec.reporting.paper.questions import parts_of, sent
from resrec.rules import RuleBroken

# "☒ Yes", "[x] Yes", "x ☐ Yes": a mark, alone or in or beside its box.
TICKED = re.compile(r"^[\s\[☐]*(?:[☒☑✓✔✗✘]|[xX×](?=[\s\]☐]))[\s\]☐]*")
BOX = re.compile(r"^\s*(?:☐|\[\s*\])\s*")


def draft_for(filled, *, by):
    """Give the draft that a Filled belongs to; where it is none of this person's, begin one.

    Raises RuleBroken when the report has been handed in, or nobody can tell for whom it is.
    """
    own = ActivityReport.objects.of(by).filter(series=filled.series)
    if newest := own.order_by("-version").first():
        if newest.status != Status.DRAFT:
            raise RuleBroken(
                _("This report has been handed in already. Correct it from its page instead.")
            )
        return newest
    text = Resolution.objects.filter(code__in=filled.texts[:1]).first()
    if text is None:
        raise RuleBroken(_("The text that this form is on is not known here."))
    if len(by.constituents) != 1:
        raise RuleBroken(_("Begin the report here first, so that we know for whom it is."))
    # The same file brought in twice is the same report.
    series = uuid.uuid5(uuid.UUID(filled.series), str(by.pk))
    return ActivityReport.begin(
        by=by,
        constituent=by.constituents[0],
        resolution=text,
        language=filled.language if filled.language in ("en", "fr", "es") else "en",
        series=series,
    )


def filled_form(report, filled):
    """Give a ReportForm that is bound to what the paper says, and messages on what was not read.

    A question that is not on the paper keeps the answer that the draft has.
    """
    report = ActivityReport.objects.for_display().get(pk=report.pk)
    with override(filled.language):
        blank = ReportForm(report)
        questions = {one.code: one for part in parts_of(blank) for one in part.questions}
        data = sent(blank)
    _make_room_for_names(data, blank, filled)
    unread = list(filled.unread)
    rows = _rows_in(data)
    for code, answer in filled.answers.items():
        name, question = _field(code, data, rows, questions)
        if question is None:
            if answer.strip():
                said = {"code": code, "words": answer[:200]}
                unread.append(_("There is no question [%(code)s]: “%(words)s”") % said)
        elif question.is_ticked:
            _tick(data, name, question, answer, unread)
        else:
            data[name] = answer
    own = [code for code in questions if ":" not in code and code not in filled.answers]
    unread += [
        _("The question “%(label)s” is not in the file; the draft’s answer stays.")
        % {"label": questions[code].label}
        for code in own
    ]
    return ReportForm(report, data), unread


def _make_room_for_names(data, form, filled):
    """Rows of names have no keys of their own: a list that is on the paper replaces the draft's."""
    for group in form.formsets:
        on_paper = any(code.startswith(f"{group.name}:") for code in filled.answers)
        if isinstance(group, Names) and on_paper:
            for name in [one for one in data if re.match(rf"{group.name}-\d+-", one)]:
                del data[name]
            data[f"{group.name}-TOTAL_FORMS"] = "0"


def _rows_in(data):
    """Give {(group, key): its number} of the rows that the draft's page would send."""
    found = {}
    for name, value in data.items():
        if row := re.fullmatch(r"(\w+)-(\d+)-key", name):
            found[row[1], value] = int(row[2])
    return found


def _field(code, data, rows, questions):
    """Give the name of the field under which a code is sent, and its Question or None.

    A row that the draft has not is added; its question is that of any row of its group.
    """
    if code in questions and ":" not in code:
        return code, questions[code]
    group, _colon, rest = code.partition(":")
    key, _colon, name = rest.partition(":")
    same = (one for known, one in questions.items() if _is_like(known, group, name))
    question = next(same, None)
    if question is None:
        return code, None
    if (group, key) not in rows:
        rows[group, key] = number = int(data.get(f"{group}-TOTAL_FORMS", "0"))
        data[f"{group}-TOTAL_FORMS"] = str(number + 1)
        data[f"{group}-{number}-key"] = key
    return f"{group}-{rows[group, key]}-{name}", question


def _is_like(code, group, name):
    return code.startswith(f"{group}:") and code.endswith(f":{name}")


def _tick(data, name, question, answer, unread):
    """Put the choices that are ticked, or written out, into `data`."""
    by_label = {folded(label): value for value, label in question.choices}
    lines = [line for line in answer.split("\n") if line.strip()]
    ticked = [TICKED.sub("", line) for line in lines if TICKED.match(line)]
    if not ticked:  # the boxes were taken away and the answer written
        ticked = [line for line in lines if not BOX.match(line)]
    values = [by_label.get(folded(BOX.sub("", line).strip())) for line in ticked]
    for line, value in zip(ticked, values, strict=True):
        if value is None:
            said = {"label": question.label, "words": line.strip()[:100]}
            unread.append(_("“%(label)s”: “%(words)s” is none of the choices.") % said)
    known = [value for value in values if value is not None]
    if len(known) > 1 and not question.takes_several:
        unread.append(_("“%(label)s”: only one can be ticked.") % {"label": question.label})
        known = []
    data.setlist(name, known) if known else data.pop(name, None)
