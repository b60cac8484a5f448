"""The synthesis bench: the accepted reports beside the account, and what is used of them where."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from resrec.library.models import Paragraph
from resrec.reporting.anchors import locate, normalised, passage_id
from resrec.reporting.changes import changes_since
from resrec.reporting.coverage import coverage_of
from resrec.reporting.models import (
    ImplementationStatus,
    PartnerKind,
    ReportedText,
    Statement,
)
from resrec.reporting.models.passages import Passage
from resrec.reporting.public_needs import needs_on
from resrec.reporting.reading import involvement_of, parts_of
from resrec.reporting.suggesting.sentences import length_of
from resrec.reporting.synthesis import partners_in, sources_of, suggestion_of
from resrec.reporting.warnings import by_kind, warnings_for

# In which section the words of a field most often belong.
SECTION_OF = {
    "challenges": Statement.Section.CHALLENGES,
    "measures": Statement.Section.CHALLENGES,
    "need": Statement.Section.CHALLENGES,
    "future": Statement.Section.FUTURE,
}


def section_of(field):
    return SECTION_OF.get(field.partition(":")[0], Statement.Section.RESULTS)


def place_of(address):
    """Give the id on the bench of a passage: "52/results" stands at "52-passage-results"."""
    number, _slash, field = address.partition("/")
    return f"{number}-{passage_id(field)}"


@dataclass
class BenchPassage:
    """A passage as the bench shows it: cut into (words, is used), and the quotations of it.

    `address` is the report's id and the field: "52/results".
    """

    address: str
    passage: Passage
    quotations: list

    @property
    def place(self):
        return place_of(self.address)

    @property
    def section(self):
        return section_of(self.passage.field)

    @property
    def pieces(self):
        """The normalised words in pieces: [(words, whether a statement quotes them)]."""
        text = normalised(self.passage.text)
        used = sorted(filter(None, (self._place(quotation) for quotation in self.quotations)))
        pieces, at = [], 0
        for start, end in used:
            pieces += [(text[at:start], False), (text[max(at, start) : end], True)]
            at = max(at, end)
        return [piece for piece in [*pieces, (text[at:], False)] if piece[0]]

    def _place(self, quotation):
        return locate(self.passage.text, quotation.exact, quotation.prefix, quotation.suffix)

    @property
    def statements(self):
        """The statements that rest on it, each once."""
        return list(dict.fromkeys(quotation.statement for quotation in self.quotations))


@dataclass
class BenchReport:
    """A report on the bench, with its BenchPassages."""

    report: object
    passages: list
    is_used: bool  # in this version or in one before it


class Bench:
    """All that the page needs about one account, each part read once."""

    def __init__(self, account):
        self.account = account
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
        return [self._on_bench(one) for one in self.sources.others if one.pk not in told]

    @cached_property
    def confirmed(self):
        """Taken up before, and confirmed by an answer of this year: their words are in reach."""
        due = {report.pk for report in self.sources.due}
        return [self._on_bench(one) for one in self.sources.confirmed if one.pk not in due]

    @cached_property
    def needs(self):
        """(open, met): what would help, by all public reports on the text."""
        return needs_on(self.account.resolution)

    @property
    def other_places(self):
        """The places that stand folded away, so that the fold opens when one is chosen."""
        return {passage.place for report in self.others for passage in report.passages}

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
            )
            for passage in self.sources.passages_of(report)
        ]
        return BenchReport(report, passages, report.series in self._used)

    @cached_property
    def _used(self):
        quoted = (one for quotations in self._quotations.values() for one in quotations)
        return {quotation.source.series for quotation in quoted}

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
        return involvement_of(self.account)

    @cached_property
    def coverage(self):
        """The Coverage of the text, with the statements of this account."""
        return coverage_of(self.account.resolution, account=self.account)

    @property
    def coverage_rows(self):
        return self.coverage.rows(self.coverage.years)

    @cached_property
    def unnamed(self):
        """Names that the sources give and the account does not, by question."""
        listed = {(partner.kind, str(partner)) for partner in self.account.partners.with_names()}
        found = {kind: [] for kind in PartnerKind.values}
        for partner in partners_in(self.sources.told):
            if (partner.kind, str(partner)) not in listed:
                found[partner.kind].append(str(partner))
        return found

    @cached_property
    def changes(self):
        """What changed since the account before, as Changes; [] in a first year."""
        return changes_since(self.before, self.account, self.parts, self.parts_before)

    @cached_property
    def seen(self):
        """(label, number) of what the rule of the status reads: activities by status, plans."""
        counts = Counter(activity.status for activity in self.sources.activities)
        unstated = counts.pop(None, 0)
        found = [(one.label, counts[one]) for one in sorted(counts, key=lambda one: one.position)]
        if unstated:
            found.append((_("Status not stated"), unstated))
        return [*found, (_("Future activities"), len(self.sources.future_activities))]
