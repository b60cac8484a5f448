"""A text with its implementation record: its words, and all that was reported on it."""

from django.db.models import Sum
from django.db.models.functions import Coalesce, Length
from django.utils import timezone
from django.utils.translation import get_language, gettext as _, ngettext, pgettext

from resrec.documents.blocks import (
    Clause,
    Document,
    Facts,
    Heading,
    Items,
    Paragraph,
    Quotation,
    Run,
)
from resrec.documents.building.account import blocks_of, who_reported
from resrec.documents.building.accounts import read_accounts
from resrec.documents.building.progress_report import named
from resrec.documents.building.wordings import (
    address_of,
    day,
    link,
    not_stated,
    numbered,
    status_of,
    title_of,
    words,
)
from resrec.public.text_page import activity_reports_by_year, focal_points, silence
from resrec.public.wording import Wording
from resrec.reporting.models import Activity, ActivityReport, ProgressReport
from resrec.reporting.models.passages import passages_of
from resrec.reporting.needs.public_needs import needs_on

# Characters of Activity Reports from which on a record is made in the background: some 100 pages.
LARGE = 250_000


def is_large(text):
    """Whether the record of a text takes longer to make than a reader waits."""
    reports = ActivityReport.objects.current().accepted_on(text).order_by()
    prose = reports.aggregate(
        long=Coalesce(Sum(Length("results") + Length("challenges") + Length("measures")), 0)
    )
    activities = Activity.objects.filter(report__in=reports.values("pk")).order_by()
    told = activities.aggregate(long=Coalesce(Sum(Length("description")), 0))
    return prose["long"] + told["long"] > LARGE


def text_record(text, told=lambda done, of: None):
    """Give the Document of a Resolution from `library.sittings.page_of`.

    `told(done, of)` is called as reports are read.
    """
    return Document(
        language=get_language(),
        name=f"{text.code} record",
        subject=Run(_("Text and implementation record")),
        title=title_of(text),
        address=address_of(text),
        publisher=text.collection.publisher or text.collection.name,
        facts=tuple(_cover(text)),
        blocks=(
            *_words(text),
            *_posts(text),
            *_accounts(text),
            *_needs(text),
            *_reports(text, told),
        ),
        data_of=timezone.localdate(),
    )


def _cover(text):
    yield _("Text"), (Run(f"{numbered(text)} ({text.label})"),)
    yield _("Assembly"), (Run(f"{text.assembly.kind}, {text.assembly.place_and_year}"),)
    if text.archived_on:
        said = {"state": text.get_standing_display().capitalize(), "day": day(text.archived_on)}
        yield _("Standing"), (Run(_("%(state)s since %(day)s.") % said),)
    if text.is_demonstration:
        yield _("Demonstration"), (Run(_("What this document tells is made up.")),)
    yield _("Where it stands"), (link(address_of(text)),)


def _words(text):
    yield Heading(1, Run(_("The text itself")))
    wording = Wording.of(text, "")
    for one in wording.paragraphs:
        yield Clause(one.number, one.level, words(one.text, one.language))
    if wording.paragraphs:
        return
    body = wording.text.body if wording.text else ""
    for said in _paragraphs(body):
        yield Clause("", 1, words(said, wording.language))
    if not body:
        yield _quietly(_("The words of this text are not held here."))


def _posts(text):
    yield Heading(1, Run(_("Focal points")))
    posts = list(focal_points(text))
    if not posts:
        yield _quietly(_("No focal point is on record for this text."))
        return
    yield Facts(tuple((str(post.role), _holder(post)) for post in posts))


def _holder(post):
    body = Run(str(post.constituent.current))
    if not post.holder:
        vacant = _("vacant")
        return (body, Run(f" [{vacant}]", style="quiet"))
    name = post.holder.person.public_name
    return (body, Run(f", {name}")) if name else (body,)


def _accounts(text):
    yield Heading(1, Run(_("Progress Reports")), opens_page=True)
    published = ProgressReport.objects.published().for_display().filter(resolution=text)
    accounts = read_accounts(published.latest_first())
    for account, parts, story, involvement in accounts:
        yield Heading(2, Run(named(account)))
        yield Facts(
            (
                (_("Status of implementation"), status_of(account)),
                (_("Published"), (Run(day(account.published_at), address=address_of(account)),)),
            )
        )
        yield from blocks_of(account, parts, story, involvement, level=3)
    if not accounts:
        yield _quietly(_("None has been published yet."))


def _needs(text):
    """What those who report have asked for, the open ones first."""
    open_ones, met = needs_on(text)
    if open_ones or met:
        yield Heading(1, Run(_("What would help")))
    for need in (*open_ones, *met):
        state = pgettext("need", "met") if need.met else pgettext("need", "open")
        yield Paragraph((Run(need.heading, style="strong"), Run(f" [{state}]", style="quiet")))
        for said in _paragraphs(need.description):
            yield Quotation(words(said, need.report.language), who_reported(need.report))


def _reports(text, told):
    yield Heading(1, Run(_("Activity Reports")), opens_page=True)
    years = activity_reports_by_year(text)
    number, of = 0, sum(len(year.full) for year in years)
    for year in years:
        yield Heading(2, Run(str(year.year or _("Year not known"))))
        for report in _with_rows(year.full):
            yield from _report(report)
            number += 1
            told(number, of)
        if year.answers:
            yield _quietly(_("Answers of one press, which are no full reports"))
            yield Items(tuple(_answer(one) for one in year.answers))
    if not years:
        yield _quietly(_("Nobody has reported on this text yet."))
    yield from _silence(text)


def _with_rows(reports):
    rows = ActivityReport.objects.prefetch_related(
        "activities__kind", "activities__status", "future_activities", "needs__kind"
    ).select_related("constituent__merged_into__merged_into", "constituent__kind")
    found = rows.in_bulk([report.pk for report in reports])
    for report in reports:
        one = found[report.pk]
        one.newer_accepted = None  # they are the newest; this saves the question
        yield one


def _report(report):
    yield Heading(3, Run(str(report.reporter or _("Constituent not stated"))))
    period = [day(moment) if moment else "…" for moment in (report.period_from, report.period_to)]
    known = report.period_from or report.period_to
    yield Facts(((_("Period covered"), (Run(" – ".join(period)),) if known else not_stated()),))
    yield Paragraph(who_reported(report))
    for passage in passages_of(report):
        if passage.is_private:
            continue
        if passage.label:
            written = passage.field.startswith("future:")
            label = words(passage.label, report.language if written else get_language(), "strong")
            yield Paragraph((label,))
        for said in _paragraphs(passage.text):
            yield Quotation(words(said, report.language))


def _answer(report):
    said = Run(f": {report.get_kind_display()}", address=address_of(report))
    return (Run(str(report.reporter or _("Constituent not stated"))), said)


def _silence(text):
    year, number = silence(text) or (None, 0)
    if number:
        said = ngettext(
            "For %(year)s, %(number)s constituent that was asked has not answered yet.",
            "For %(year)s, %(number)s constituents that were asked have not answered yet.",
            number,
        )
        yield _quietly(said % {"year": year, "number": number})


def _paragraphs(said):
    return [part.strip("\n") for part in said.replace("\r\n", "\n").split("\n\n") if part.strip()]


def _quietly(said):
    return Paragraph((Run(said, style="quiet"),))
