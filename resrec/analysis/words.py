"""What was said: challenges, what was done about them, and future activities.

Only what is public: statements of published Progress Reports, and the passages of accepted
Activity Reports that their constituents have not marked private.
"""

from functools import cached_property, partial

from django.db.models import F, Q
from django.utils.translation import gettext as _

from resrec.analysis.counted import accounts_in, newest_first, reports_in
from resrec.analysis.figures import Figure, Group, Noun, Row, Table
from resrec.reporting.models import Answer, FutureActivity, Statement

Section = Statement.Section


class Words:
    """Passages of one Congress in one cycle, counted without reading them: three queries.

    `texts` are all texts known of the Congress, in the order of lists; `texts_of` is
    {Activity Report: the texts it is on}.
    """

    def __init__(self, assembly, cycle, texts, texts_of):
        self.assembly, self.cycle, self.texts, self.texts_of = assembly, cycle, texts, texts_of
        self.figure = partial(Figure, assembly.code, cycle.year)

    @cached_property
    def challenges(self):
        """A row each for statements, challenges reported and what was done about them."""
        stated = _("Challenges and how they were met, in Progress Reports")
        named = _("Challenges, in Activity Reports")
        met = _("What was done about them, in Activity Reports")
        rows = (
            self._row("challenges_stated", stated, Noun.STATEMENT, self.stated_challenges),
            self._row("challenges", named, Noun.CHALLENGE, self.said_in("challenges")),
            self._row("measures", met, Noun.MEASURE, self.said_in("measures")),
        )
        return self._table(_("Challenges and measures"), Group(rows))

    @cached_property
    def future(self):
        """A row for statements, one for what is reported, and one an answer to "planned?"."""
        stated = _("Future activities, in Progress Reports")
        reported = _("Future activities, in Activity Reports")
        rows = (
            self._row("future_stated", stated, Noun.STATEMENT, self._of(Section.FUTURE)),
            self._row("future", reported, Noun.FUTURE_ACTIVITY, self._planned(*Answer.values, "")),
        )
        answers = (
            ("future_planned", _("Planned"), Answer.YES),
            ("future_not_planned", _("Not planned yet"), Answer.NO),
            ("future_not_known", _("Not known whether planned"), Answer.NOT_KNOWN),
            ("future_not_stated", _("Not stated whether planned"), ""),
        )
        planned = tuple(
            self._row(key, label, Noun.FUTURE_ACTIVITY, self._planned(answer))
            for key, label, answer in answers
        )
        group = Group(planned, _("Of those in Activity Reports"))
        return self._table(_("Future activities"), Group(rows), group)

    @cached_property
    def stated_challenges(self):
        """{statement of the section on challenges: [its text]}"""
        return self._of(Section.CHALLENGES)

    @cached_property
    def text_of(self):
        """{statement: the text that its Progress Report is on}"""
        return {pk: text for pk, _section, text in self._statements}

    @cached_property
    def _statements(self):
        """[(statement, section, text)] of the cycle's Progress Reports, the newest report first."""
        accounts = accounts_in(self.assembly, self.cycle).order_by()
        newest = F("report__published_at").desc(nulls_last=True)
        return list(
            Statement.objects.filter(report__in=accounts)
            .order_by(newest, "-report__pk", "position", "pk")
            .values_list("pk", "section", "report__resolution")
        )

    @cached_property
    def _passages(self):
        """[(report, its private fields, {field: whether it says anything})]"""
        reports = reports_in(self.assembly, self.cycle).order_by(*newest_first())
        found = reports.values_list("pk", "private_fields", ~Q(challenges=""), ~Q(measures=""))
        return [
            (report, private, {"challenges": challenges, "measures": measures})
            for report, private, challenges, measures in found
        ]

    @cached_property
    def _future(self):
        """[(future activity, report, planned)] of those that are public and say something."""
        reports = reports_in(self.assembly, self.cycle).order_by()
        found = (
            FutureActivity.objects.filter(report__in=reports)
            .exclude(title="", description="")
            .order_by(*newest_first("report"), "position", "pk")
            .values_list("pk", "key", "report", "planned")
        )
        private = {report: fields for report, fields, _says in self._passages}
        return [
            (pk, report, planned)
            for pk, key, report, planned in found
            if f"future:{key}/description" not in private[report]
        ]

    def _of(self, section):
        return {pk: [text] for pk, in_section, text in self._statements if in_section == section}

    def said_in(self, field):
        """{Activity Report: the texts it is on} of those that say something public in a field."""
        return {
            report: self.texts_of[report]
            for report, private, says in self._passages
            if says[field] and field not in private
        }

    def _planned(self, *answers):
        return {
            pk: self.texts_of[report] for pk, report, planned in self._future if planned in answers
        }

    def _row(self, key, label, noun, members):
        """`members` is {member: the texts it is on}."""
        on = {text for texts in members.values() for text in texts}
        title = _("%(what)s: the texts they are on") % {"what": label}
        texts = tuple(text for text in self.texts if text in on)
        passages = self.figure(key, label, noun, tuple(members))
        return Row(label, (passages, self.figure(f"texts_with_{key}", title, Noun.TEXT, texts)))

    def _table(self, head, *groups):
        return Table(head=head, columns=(_("Passages"), _("Texts")), groups=groups)
