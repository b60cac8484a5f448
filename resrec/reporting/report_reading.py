"""How an Activity Report reads: its parts in order, without what this reader may not see."""

from dataclasses import dataclass
from functools import cached_property

from resrec.reporting.anchors import passage_id
from resrec.reporting.models import PartnerKind
from resrec.reporting.models.passages import NARRATIVE, never_public

QUESTIONS = {
    "members_answer": PartnerKind.MEMBER,
    "commissions_answer": PartnerKind.COMMISSION,
    "committees_answer": PartnerKind.COMMITTEE,
    "secretariat_answer": None,
}


@dataclass(frozen=True)
class Part:
    """One field of prose. `is_hidden`: there are words, and this reader may not see them.

    `asking` is the field in which who judges the report asks for a change of it, else None.
    """

    id: str
    label: str
    text: str
    is_private: bool
    is_hidden: bool
    asking: object = None


@dataclass(frozen=True)
class Involved:
    """One question on who took part: the answer as a word ("" when not stated), bodies named."""

    label: str
    answer: str
    bodies: list


class Reading:
    """A report for one kind of reader; `with_private` for its own people and who judges it.

    `returning` is the ReturnForm whose fields stand beside the passages, for who judges it.
    """

    def __init__(self, report, *, with_private, with_reasons=False, returning=None):
        self.report, self.with_private = report, with_private
        self.with_reasons, self.returning = with_reasons, returning
        self._never_public = never_public(report)

    @property
    def narrative(self):
        """Results, challenges and measures as Parts, empty ones too."""
        return [
            Part(
                id=passage_id(name),
                label=self._label(name),
                text="" if self._hides(name) else getattr(self.report, name),
                is_private=name in self._never_public,
                is_hidden=self._hides(name) and bool(getattr(self.report, name)),
                asking=self._asking(name),
            )
            for name in NARRATIVE
        ]

    @cached_property
    def activities(self):
        return self._rows("activity", self.report.activities.select_related("kind", "status"))

    @cached_property
    def future_activities(self):
        return self._rows("future", self.report.future_activities.all())

    @cached_property
    def needs(self):
        return self._rows("need", self.report.needs.select_related("kind").with_met())

    @cached_property
    def evidence(self):
        rows = self.report.evidence.all()
        return [row for row in rows if self.with_private or not row.is_never_public]

    @property
    def involved(self):
        named = list(self.report.partners.select_related("constituent__merged_into"))
        return [
            Involved(
                self._label(question),
                getattr(self.report, f"get_{question}_display")(),
                [body for body in named if body.kind == kind],
            )
            for question, kind in QUESTIONS.items()
        ]

    @cached_property
    def reasons(self):
        """(label, address, words) of what was asked to change; "" is the whole."""
        return self.report.changes_asked if self.with_reasons else []

    def _asking(self, field):
        return self.returning.about(field) if self.returning else None

    def _rows(self, noun, rows):
        """Rows of a group, with the `id`, `is_private` and `asking` of their passages."""
        found = []
        for row in rows:
            field = f"{noun}:{row.key}/description"
            row.asking = self._asking(field)
            row.fragment, row.is_private = passage_id(field), field in self._never_public
            if not self._hides(field):
                found.append(row)
        return found

    def _hides(self, field):
        return field in self._never_public and not self.with_private

    def _label(self, name):
        return self.report._meta.get_field(name).verbose_name
