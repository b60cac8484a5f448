"""The synthesis bench: the accepted reports beside the account, and what is used of them where."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from resrec.library.models import Paragraph
from resrec.reporting.account.bench_passages import LONG, BenchPassage, BenchReport
from resrec.reporting.account.changes import changes_since
from resrec.reporting.account.reading import involvement_of, parts_of
from resrec.reporting.account.synthesis import partners_in, sources_of, suggestion_of
from resrec.reporting.account.warnings import by_kind, warnings_for
from resrec.reporting.coverage import coverage_of
from resrec.reporting.models import (
    ImplementationStatus,
    PartnerKind,
    ReportedText,
)
from resrec.reporting.needs.public_needs import needs_on
from resrec.reporting.suggesting.sentences import length_of

# Of the reports that stand aside the page shows so many with their words, and the others by name.
MOST_ASIDE = 20


@dataclass
class Aside:
    """Reports beside those that are due: the newest as BenchReports, the older ones by name."""

    shown: list
    named: list
    is_asked_for: bool

    def __len__(self):
        return len(self.shown) + len(self.named)


class Bench:
    """All that the page needs about one account, each part read once.

    `at` is the place of a passage or report that somebody has asked for: it is shown whole.
    """

    def __init__(self, account, at=""):
        self.account, self.at = account, at
        self.before = account.before
        if self.before:
            self.before.resolution = account.resolution

    @cached_property
    def parts(self):
        return self._propose_paragraphs(parts_of(self.account))

    @cached_property
    def statements(self):
        return [statement for part in self.parts for statement in part.statements]

    @property
    def length(self):
        """How many words the statements have."""
        return sum(length_of(statement.text) for statement in self.statements)

    @property
    def suggested(self):
        """The statements that nobody has kept yet."""
        return [statement for statement in self.statements if statement.is_suggested]

    @cached_property
    def paragraphs(self):
        """The text's operative paragraphs, which statements can point at."""
        return list(
            Paragraph.objects.filter(
                resolution=self.account.resolution_id, kind=Paragraph.Kind.OPERATIVE
            ).prefetch_related("texts")
        )

    def _propose_paragraphs(self, parts):
        """Give each statement `proposed`: paragraphs its sources point at and it does not."""
        links = ReportedText.paragraphs.through.objects.filter(
            reportedtext__resolution=self.account.resolution_id,
            reportedtext__report__quotations__statement__report=self.account,
        )
        by_source = defaultdict(set)
        for source, pk in links.values_list("reportedtext__report", "paragraph").distinct():
            by_source[source].add(pk)
        for statement in (one for part in parts for one in part.statements):
            theirs = {
                pk
                for quotation in statement.quotations.all()
                for pk in by_source[quotation.source_id]
            }
            statement.pointed = {paragraph.pk for paragraph in statement.paragraphs.all()}
            statement.proposed = [
                one for one in self.paragraphs if one.pk in theirs - statement.pointed
            ]
            statement.proposed_labels = ", ".join(one.label for one in statement.proposed)
        return parts

    @property
    def to_point(self):
        """The statements whose sources point at paragraphs that they do not."""
        return [statement for statement in self.statements if statement.proposed]

    @property
    def to_renew(self):
        """The quotations whose sources have been corrected since and still say the same."""
        return [
            quotation
            for quotations in self._quotations.values()
            for quotation in quotations
            if quotation.is_corrected and quotation.now and quotation.now.same_in_substance
        ]

    @cached_property
    def parts_before(self):
        return parts_of(self.before) if self.before else []

    @cached_property
    def taken_over(self):
        """The ids of last year's statements that are said again."""
        return {one.follows_id for one in self.statements if one.follows_id}

    @cached_property
    def sources(self):
        return sources_of(self.account)

    @cached_property
    def due(self):
        return [self._on_bench(report) for report in self.sources.due]

    @cached_property
    def others(self):
        """Taken up before and not confirmed: they stand folded away."""
        told = {report.pk for report in self.sources.told}
        return self._aside([one for one in self.sources.others if one.pk not in told])

    @cached_property
    def confirmed(self):
        """Taken up before, and confirmed by an answer of this year: their words are in reach."""
        due = {report.pk for report in self.sources.due}
        return self._aside([one for one in self.sources.confirmed if one.pk not in due])

    def _aside(self, reports):
        asked = self.at.removeprefix("report-").partition("-")[0]
        shown = {str(one.pk) for one in reports[-MOST_ASIDE:]} | {asked}
        return Aside(
            [self._on_bench(one) for one in reports if str(one.pk) in shown],
            [one for one in reports if str(one.pk) not in shown],
            is_asked_for=any(str(one.pk) == asked for one in reports),
        )

    @cached_property
    def needs(self):
        """(open, met): what would help, by all public reports on the text."""
        return needs_on(self.account.resolution)

    @property
    def used_count(self):
        return sum(report.is_used for report in self.due)

    @cached_property
    def warnings(self):
        return warnings_for(
            self.account,
            parts=self.parts,
            sources=self.sources,
            parts_before=self.parts_before,
        )

    @property
    def warnings_by_kind(self):
        return by_kind(self.warnings)

    @cached_property
    def suggestion(self):
        """(ImplementationStatus or None, Suggestion), or None when nothing is suggested."""
        found = suggestion_of(self.sources)
        status = found and ImplementationStatus.objects.filter(code=found.status).first()
        return (status, found) if status or (found and found.raises_completed) else None

    def _on_bench(self, report):
        passages = [
            BenchPassage(
                f"{report.pk}/{passage.field}",
                passage,
                self._quotations.get((report.pk, passage.field), []),
                is_cut=len(passage.text) > LONG and not self._asks_for(report, passage),
            )
            for passage in self.sources.passages_of(report)
        ]
        return BenchReport(report, passages, report.series in self._used)

    @cached_property
    def _used(self):
        quoted = (one for quotations in self._quotations.values() for one in quotations)
        return {quotation.source.series for quotation in quoted}

    def _asks_for(self, report, passage):
        return self.at == f"{report.pk}-{passage.fragment}"

    @cached_property
    def _quotations(self):
        found = {}
        for statement in self.statements:
            for quotation in statement.quotations.all():
                quotation.statement = statement
                found.setdefault((quotation.source_id, quotation.field), []).append(quotation)
        return found

    @cached_property
    def involvement(self):
        return involvement_of(self.account, self.bodies)

    @cached_property
    def coverage(self):
        """The Coverage of the text, with the statements of this account."""
        return coverage_of(self.account.resolution, account=self.account)

    @property
    def coverage_rows(self):
        return self.coverage.rows(self.coverage.years)

    @cached_property
    def bodies(self):
        """Those that the account names as taking part."""
        return list(self.account.partners.with_names())

    @cached_property
    def unnamed(self):
        """Names that the sources give and the account does not, by question."""
        listed = {(partner.kind, str(partner)) for partner in self.bodies}
        found = {kind: [] for kind in PartnerKind.values}
        for partner in partners_in(self.sources.told):
            if (partner.kind, str(partner)) not in listed:
                found[partner.kind].append(str(partner))
        return found

    @cached_property
    def changes(self):
        """What changed since the account before, as Changes; [] in a first year."""
        return changes_since(self.before, self.account, self.parts, self.parts_before, self.bodies)

    @cached_property
    def seen(self):
        """(label, number) of what the rule of the status reads: activities by status, plans."""
        counts = Counter(activity.status for activity in self.sources.activities)
        unstated = counts.pop(None, 0)
        found = [(one.label, counts[one]) for one in sorted(counts, key=lambda one: one.position)]
        if unstated:
            found.append((_("Status not stated"), unstated))
        return [*found, (_("Future activities"), len(self.sources.future_activities))]
