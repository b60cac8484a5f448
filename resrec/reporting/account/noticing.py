"""Warnings that take reading: statements held against their sources, and sources against another.

What is noticed is `cautions/`'s; here is what is given to read, and how it is said.
"""

import hashlib

from django.core.cache import cache
from django.utils.translation import gettext as _

from resrec.library.search.words import words_of
from resrec.people.models import ConstituentName, CountryName
from resrec.reporting.account.warning_kinds import Warning
from resrec.reporting.cautions.disagreements import disagreements
from resrec.reporting.cautions.figures import figures_not_said
from resrec.reporting.cautions.names import names_at_start, names_not_said
from resrec.reporting.cautions.promises import unanswered
from resrec.reporting.models import ActivityReport, Statement
from resrec.reporting.suggesting.sentences import Source

A_DAY = 24 * 60 * 60
MOST_DISAGREEMENTS = 20


def on_figures(statements):
    """Warn of figures and dates of quoting statements that no quotation gives."""
    for statement in _quoting(statements):
        by_source = {}
        for quotation in statement.quotations.all():
            words = (quotation.source.language, quotation.exact)
            by_source.setdefault(quotation.source.series, []).append(words)
        missing = figures_not_said(statement.text, statement.language, list(by_source.values()))
        if missing:
            message = _("Statement %(number)s gives what the words it quotes do not:")
            yield _about("figure_not_in_source", statement, message, missing)


def on_names(statements, account, read):
    """Warn of names in quoting statements that neither their sources nor the text bear.

    `read` are reports that have been read already, with their rows.
    """
    quoting = [one for one in _quoting(statements) if not _is_quoted_whole(one)]
    if not quoting:
        return
    countries, known = _countries(), _bodies(quoting)
    of_text, of_reports = _words_of_text(account.resolution), _words_of_reports(quoting, read)
    for statement in quoting:
        said = of_text.union(*(of_reports[q.source_id] for q in statement.quotations.all()))
        for names in countries.values():  # one country, in whatever language
            if any(words <= said for words in names.values()):
                said = said.union(*names.values())
        begins = known | {name for names in countries.values() for name in names}
        if missing := names_not_said(statement.text, said, known=begins):
            message = _("Statement %(number)s names what its sources do not:")
            yield _about("name_not_in_source", statement, message, missing)


def on_disagreements(sources):
    """Warn of reports that tell the same and differ."""
    passages = [(one, passage) for one in sources.told for passage in sources.passages_of(one)]
    for found in _disagreements(passages)[:MOST_DISAGREEMENTS]:
        (one, passage), (other, theirs) = passages[found.one_at], passages[found.other_at]
        message = (
            _("%(one)s and %(other)s differ on whether it was done:")
            if found.kind == "done"
            else _("%(one)s and %(other)s give different figures:")
        )
        nobody = _("a constituent not stated")
        yield Warning(
            "sources_disagree",
            message % {"one": one.reporter or nobody, "other": other.reporter or nobody},
            f"{one.pk}-{passage.fragment}",
            words=((one.language, found.one), (other.language, found.other)),
            other_place=f"{other.pk}-{theirs.fragment}",
        )


def on_promises(statements, parts_before):
    """Warn of what last year's account announced if no statement says a word about it."""
    taken_over = {one.follows_id for one in statements}
    promises = [
        promise
        for part in parts_before
        if part.section == Statement.Section.FUTURE
        for promise in part.statements
        if promise.pk not in taken_over
    ]
    said = [(one.language, one.text) for one in statements]
    said += [(q.source.language, q.exact) for one in statements for q in one.quotations.all()]
    for place in unanswered([(one.language, one.text) for one in promises], said):
        promise = promises[place]
        yield Warning(
            "promise",
            _("Announced in %(year)s:") % {"year": promise.report.year},
            f"before-{promise.key}",
            words=((promise.language, promise.text),),
        )


def on_status(account, sources, suggestion):
    """Warn of a status other than the rule suggests, unless a reason is given for it."""
    chosen = account.implementation_status
    if not chosen or account.status_reason.strip():
        return
    message = _status_message(chosen.code, sources, suggestion)
    if message:
        yield Warning("status_not_supported", message, "id_status_reason")


def _status_message(chosen, sources, suggestion):
    done = [one for one in sources.activities if one.status_id != "planned"]
    if chosen == "not_initiated":
        return _("Activities are reported, and the status says that none began.") if done else ""
    if not sources.told or not done:
        return ""  # no activity reported is no evidence, of this or of that
    raises = suggestion and suggestion.raises_completed
    if chosen == "completed" and not raises:
        return _("The status is completed, and the reports tell of work that goes on.")
    if chosen == "ongoing" and suggestion and suggestion.status != "ongoing":
        return _("The status is on-going, and not all reported work is of that kind.")
    return ""


def _about(kind, statement, message, missing):
    words = tuple((statement.language, one) for one in missing)
    message = message % {"number": statement.number}
    return Warning(kind, message, f"statement-{statement.key}", words=words)


def _quoting(statements):
    quoted = Statement.Basis.QUOTED
    return [one for one in statements if one.basis == quoted and one.quotations.all()]


def _is_quoted_whole(statement):
    """Whether it is the very words of a source: then they bear its names."""
    return any(statement.text == quotation.exact for quotation in statement.quotations.all())


def _words_of_reports(statements, read):
    """{id: the folded words} of the reports quoted, and of whom and where they name."""
    quoted = {q.source_id for statement in statements for q in statement.quotations.all()}
    reports = {report.pk: report for report in read if report.pk in quoted}
    if older := quoted - reports.keys():
        found = ActivityReport.objects.select_related("constituent__merged_into__merged_into")
        rows = ("activities__kind", "future_activities", "needs__kind", "partners__constituent")
        reports |= found.prefetch_related(*rows).in_bulk(older)
    countries = ActivityReport.countries.through.objects.filter(activityreport__in=quoted)
    names = {pk: [] for pk in quoted}
    for pk, name in countries.values_list("activityreport", "country__label_en"):
        names[pk].append(name)
    return {pk: _words_of_report(report, names[pk]) for pk, report in reports.items()}


def _words_of_report(report, countries):
    report.newer_accepted = None  # as it was quoted; this saves the question
    words = [passage.text for passage in report.passages()]
    words += [report.other_organisations, str(report.reporter or "")]
    words += [str(partner) for partner in report.partners.all()]
    return set(words_of(" ".join([*words, *countries])))


def _words_of_text(text):
    words = [f"{one.title} {one.body}" for one in text.texts.all()]
    return set(words_of(" ".join([*words, text.collection.name, text.label])))


def _bodies(statements):
    """Those of the names at the beginnings of sentences that are a body's, folded."""
    names = {name for statement in statements for name in names_at_start(statement.text)}
    found = ConstituentName.objects.filter(folded__in=sorted(names)[:500])
    return set(found.values_list("folded", flat=True))


def _countries():
    """{country: {folded name: set of its words}}."""
    countries = cache.get("names_of_countries")
    if countries is None:
        countries = {}
        for code, name in CountryName.objects.values_list("country", "folded"):
            countries.setdefault(code, {})[name] = set(words_of(name))
        cache.set("names_of_countries", countries, A_DAY)
    return countries


def _disagreements(passages):
    """Read once: accepted words do not change, so that their addresses stand for them."""
    addresses = "".join(f"{report.pk}/{passage.field} " for report, passage in passages)
    key = f"disagreements_{hashlib.sha256(addresses.encode()).hexdigest()}"

    def found():
        sources = [Source("", report.language, passage.text) for report, passage in passages]
        return disagreements(sources, [report.series for report, _passage in passages])

    return cache.get_or_set(key, found, A_DAY)
