"""What a report's page shows to those who review it: opinions, verdict, the look after a rule."""

from functools import cached_property

from resrec.reporting.forms.judgement import ReturnForm
from resrec.reporting.forms.opinion import OpinionForm
from resrec.reporting.judging.acceptance_by_rule import accepted_on
from resrec.reporting.judging.opinions import opinions_on
from resrec.reporting.models import Opinion, SpotCheck
from resrec.reporting.models.activity_report import Status


class Judging:
    """The forms of one person on one report; those handed in were refused and are shown again."""

    def __init__(self, policy, *, returning=None, opining=None):
        self.policy, self.report = policy, policy.report
        self._returning, self._opining = returning, opining

    @cached_property
    def returning(self):
        """The form of the verdict, or of a look after acceptance; None where neither is open."""
        if self._returning is None and self.policy.can_judge:
            return verdict_form(self.policy)
        if self._returning is None and self.checks:
            return ReturnForm(self.report)
        return self._returning

    @cached_property
    def checks(self):
        return self.policy.can_check

    @property
    def asks_beside_passages(self):
        """The form whose fields stand beside the passages, or None."""
        return self.returning if self.policy.can_judge or self.checks else self.opining

    @cached_property
    def opining(self):
        """The form of this person's opinion, or None where none is asked for."""
        if self._opining is not None or not (texts := self.policy.texts_to_review):
            return self._opining
        own = Opinion.objects.filter(person=self.policy.user, reported__in=texts).last()
        return opinion_form(self.policy, own=own)

    @cached_property
    def reviewed(self):
        """A Reviewed of each text that waits, or on which somebody has said something, for those
        who may read opinions; [] for others."""
        if not self.policy.reads_opinions:
            return []
        waits = self.report.status == Status.SUBMITTED
        return [one for one in opinions_on(self.report) if one.opinions or waits]

    @cached_property
    def is_held(self):
        """Whether it was drawn for a spot check and waits, for those who may have an opinion."""
        return (
            self.policy.reads_opinions
            and SpotCheck.objects.waiting().filter(report=self.report).exists()
        )

    @cached_property
    def by_itself(self):
        """The day on which the rule accepts it, told to its people and its reviewers; or None."""
        waits = self.report.status == Status.SUBMITTED
        is_theirs = waits and (self.policy.is_own or self.policy.reads_opinions)
        return accepted_on(self.report) if is_theirs else None


def opinion_form(policy, data=None, *, own=None):
    """Give the form of an opinion on the texts that are open to this person's. Beside the passages
    that they may read stand fields of it, where none of the verdict do."""
    passages = policy.report.passages(public=not policy.reads_private)
    if policy.can_judge:
        passages = []
    return OpinionForm(policy.texts_to_review, data, own=own, passages=passages)


def verdict_form(policy, data=None):
    """Give the form of a verdict on the texts that are this person's to judge."""
    texts = policy.texts_to_judge
    opinions = Opinion.objects.filter(reported__in=texts).against("accepted")
    against = opinions.exclude(person=policy.user).values_list("reported__resolution", flat=True)
    return ReturnForm(policy.report, texts, data, against=set(against))
