"""The blocks of one Progress Report, alone or among those of a Congress."""

from django.utils.translation import get_language, gettext as _, ngettext

from resrec.documents.blocks import Facts, Heading, Note, Paragraph, Run, Source, Statement
from resrec.documents.building.wordings import address_of, day, not_stated, words
from resrec.reporting.models import Statement as Stated


def blocks_of(account, parts, story, involvement, level=1):
    """Give its blocks; `parts`, `story` and `involvement` are those of `reporting.reading`."""
    yield from _story(account, story)
    if account.status == "published" and _rests_on_corrected(parts):
        said = _(
            "This Progress Report rests on a report that was corrected after it was published."
        )
        yield Note((Run(said),))
    for part in parts:
        yield Heading(level, Run(part.label))
        for statement in part.statements:
            yield _statement(statement)
        if not part.statements:
            yield Paragraph((Run(_("Not stated."), style="quiet"),))
    yield Heading(level, Run(_("Who implements it, and how")))
    yield Facts(tuple(_facts(account, involvement)))


def superseded(account, newest):
    """Give the Notes that a version which does not stand any more begins with."""
    if account.status != "superseded":
        return
    said = _("This is version %(version)s, which has been superseded.") % {
        "version": account.version
    }
    yield Note((Run(said, style="strong"),))
    if newest and newest.pk != account.pk:
        instead = _("Read version %(version)s, which stands") % {"version": newest.version}
        yield Note((Run(instead, address=address_of(newest)),))


def _story(account, story):
    reason = words(account.status_reason, account.language)
    if story and story.was:
        said = _("Moved since %(year)s, when it was “%(status)s”.") % {
            "year": story.was_in,
            "status": story.was.label,
        }
        why = reason if reason.text else Run(_("Why it moved is not stated."), style="quiet")
        yield Paragraph((Run(f"{said} "), why))
        return
    if story and story.is_unchanged:
        said = _("Since %(since)s, unchanged in %(year)s.") % {
            "since": story.since,
            "year": story.year,
        }
        yield Paragraph((Run(said),))
    if reason.text:
        yield Paragraph((reason,))


def _rests_on_corrected(parts):
    return any(
        quotation.is_corrected
        for part in parts
        for statement in part.statements
        for quotation in statement.quotations.all()
    )


def _statement(statement):
    runs = list(wording_of(statement))
    if statement.basis == Stated.Basis.OWN_KNOWLEDGE:
        runs.append(_bracketed(_("the writer’s own knowledge")))
    elif statement.basis == Stated.Basis.IMPORTED:
        runs.append(_bracketed(_("imported, sources not known")))
    if labels := [paragraph.label for paragraph in statement.paragraphs.all()]:
        which = ngettext("On paragraph %(which)s", "On paragraphs %(which)s", len(labels))
        runs.append(_bracketed(which % {"which": "; ".join(labels)}))
    sources = tuple(
        _source(source, quotation)
        for source, quotations in statement.sources
        for quotation in quotations
    )
    return Statement(tuple(runs), sources)


def wording_of(statement):
    """Give its words, in the reader's language where somebody has rendered what it says now.

    Whatever stands in another language than the reader's says in which.
    """
    rendering, language = statement.rendering, statement.get_language_display()
    if rendering and not rendering.is_stale:
        yield words(rendering.text, rendering.language)
        yield _bracketed(_("rendered from %(language)s") % {"language": language})
        return
    yield words(statement.text, statement.language)
    if rendering:
        older = _("In %(language)s, for the rendering is of an earlier wording")
        yield _bracketed(older % {"language": language})
    elif statement.language != get_language():
        yield _bracketed(language)


def _bracketed(remark):
    return Run(f" [{remark}]", style="quiet")


def _source(report, quotation):
    if quotation.is_withdrawn:
        quoted = Run(_("These words have been made private since."), style="quiet")
    else:
        quoted = words(quotation.exact, report.language)
    by = [*who_reported(report, quotation)]
    if quoted.language:
        by.append(_bracketed(report.get_language_display()))
    return Source(quotation.number, quoted, (*by, *_now(quotation)))


def who_reported(report, address=None):
    """Give runs that name the constituent and its report, leading to its page."""
    name = str(report.reporter) if report.reporter else _("Constituent not stated")
    version = {"version": report.version}
    if report.submitted_at:
        which = _("Activity Report of %(day)s, version %(version)s") % {
            "day": day(report.submitted_at),
            **version,
        }
    else:
        which = _("Activity Report, date not known, version %(version)s") % version
    return (
        Run(name, style="strong"),
        Run(", "),
        Run(which, address=address_of(address or report)),
    )


def _now(quotation):
    """What has become of the words of a corrected source."""
    if not quotation.is_corrected:
        return
    if quotation.corrected_at:
        said = _("This source was corrected on %(day)s.") % {"day": day(quotation.corrected_at)}
    else:
        said = _("This source has been corrected.")
    yield Run(f" {said} ", style="amber")
    if quotation.is_withdrawn:
        return
    if not quotation.now:
        yield Run(_("These words are gone from it."), style="amber")
    elif quotation.now.same_in_substance:
        yield Run(_("It still says the same."))
    else:
        yield Run(_("It says now:") + " ")
        yield words(quotation.now.exact, quotation.source.language)


def _facts(account, involvement):
    for question in involvement:
        yield str(question.label), _bodies(question)
    yield _("Secretariat"), _answer(account.get_secretariat_answer_display())
    others = account.other_organisations
    yield (
        _("Other organisations"),
        (words(others, account.language),) if others else not_stated(),
    )
    kinds = [str(kind) for kind in account.activity_kinds.all()]
    yield _("Kinds of activities"), (Run("; ".join(kinds)),) if kinds else not_stated()
    yield _("Are the future activities planned?"), _answer(account.get_planned_display())


def _answer(said):
    return (Run(said),) if said else not_stated()


def _bodies(question):
    if question.bodies:
        named = "; ".join(_body(body) for body in question.bodies)
        also = _("Whether there were others is not known.")
        return (Run(named), *([Run(f" {also}")] if question.answer == "not_known" else []))
    answers = {
        "no": _("None were involved"),
        "yes": _("Yes; which ones is not stated"),
        "not_known": _("Not known"),
    }
    return _answer(answers.get(question.answer, ""))


def _body(body):
    """Its name as the list of constituents has it today, with what is doubtful about it."""
    doubts = []
    if body.constituent and body.constituent.current.is_unresolved:
        doubts.append(_("(not yet identified)"))
    if body.term_is_doubtful:
        doubts.append(_("(term as printed; it does not fit the text)"))
    return " ".join([str(body), *doubts])
