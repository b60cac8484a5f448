"""The verdicts on a report: one for each of its texts, and what the report becomes of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.reporting import progress_notices, report_notices
from resrec.reporting.models.activity_report_sets import Status
from resrec.reporting.models.reported_text import ReportedText
from resrec.rules import RuleBroken

Verdict = ReportedText.Verdict


class Judging(models.Model):
    """The part of an Activity Report that is judged, text by text (decision 17).

    It waits while one of its texts waits. Then it is accepted when one of them is, else returned.
    `taken_from` is the accepted report of which this one takes up the texts that were returned.
    """

    taken_from = models.OneToOneField(
        "self",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="taken_up_by",
        verbose_name=_("report whose returned texts it takes up"),
    )

    class Meta:
        abstract = True

    @property
    def returned_from(self):
        """The version that was returned and that this draft takes up again, or None."""
        before = self.replaces if self.replaces_id else self.taken_from
        return before if before and before.return_reasons.all() else None

    @property
    def changes_asked(self):
        """(label, address, words) of each reason of its return; the whole has "" for both."""
        labels = {passage.field: passage.label for passage in self.passages(public=False)}
        return [
            (labels.get(reason.field, ""), reason.field, reason.words)
            for reason in self.return_reasons.all()
        ]

    @property
    def returned_texts(self):
        return [one for one in self.reported_texts.all() if one.verdict == Verdict.RETURNED]

    @journalled()
    def accept(self, *, by, at=None, texts=None):
        """Accept the report on these texts (their ids), or on each that still waits."""
        self._judge(Verdict.ACCEPTED, texts, by=by, at=at)
        self._conclude(by=by, at=at)

    @journalled()
    def send_back(self, *, by, reason="", reasons=None, at=None, texts=None):
        """Return the report on these texts, or on each that waits, saying what should change.

        `reason` is about the whole, `reasons` has words by a passage's address; one is needed.
        Give the draft that opens, or None while another text still waits for its verdict.
        """
        said = {"": reason, **(reasons or {})}
        said = {field: words.strip() for field, words in said.items() if words.strip()}
        if not said:
            raise RuleBroken(_("Say what should be changed, so that the reporter can act on it."))
        known = {"", *(passage.field for passage in self.passages(public=False))}
        if said.keys() - known:
            raise RuleBroken(_("One of the reasons is about a passage that this report has not."))
        self._judge(Verdict.RETURNED, texts, by=by, at=at, reason=said.get("", ""))
        for field, words in said.items():
            self.return_reasons.create(
                field=field, words=words, by=by, **({"at": at} if at else {})
            )
        return self._conclude(by=by, at=at)

    def _judge(self, verdict, texts, *, by, at, reason=""):
        # Two people who judge two texts at once wait for each other here: else both would see
        # the other's text waiting, and nobody would conclude.
        stored = type(self).objects.select_for_update().values_list("status").get(pk=self.pk)
        if stored[0] != Status.SUBMITTED:
            raise RuleBroken(_("That step is not open to this report."))
        waiting = self.reported_texts.filter(verdict=Verdict.WAITING)
        if texts is not None:
            waiting = waiting.filter(resolution__in=texts)
        judged = list(waiting.values_list("pk", "resolution__code"))
        if not judged:
            raise RuleBroken(_("Someone else has just given the verdict on this text."))
        self.reported_texts.filter(pk__in=[pk for pk, _code in judged]).update(
            verdict=verdict, decided_by=by, decided_at=at or self._now(), reason=reason
        )
        codes = [code for _pk, code in judged]
        record(self, f"activity_report.text_{verdict}", by=by, at=at, texts=codes)

    def _conclude(self, *, by, at):
        """Move the report when no text waits any more; give the draft for what was returned."""
        verdicts = set(self.reported_texts.values_list("verdict", flat=True))
        self._prefetched_objects_cache = {}
        if Verdict.WAITING in verdicts:
            return None
        is_accepted = Verdict.ACCEPTED in verdicts
        self._move_to(Status.ACCEPTED if is_accepted else Status.RETURNED, by=by, at=at)
        draft = None
        if Verdict.RETURNED in verdicts:
            draft = self._open_returned_texts(by=by, at=at) if is_accepted else None
            draft = draft or self._open_next_version(by=by, at=at)
        if self._is_news(at):
            if is_accepted:
                report_notices.accepted(self)
                progress_notices.source_corrected(self)
            if draft:
                report_notices.returned(self, draft=draft)
        return draft

    def _open_returned_texts(self, *, by, at):
        """Give a new draft with the same words on the texts that were returned, and no others."""
        from resrec.reporting.next_version import copy_for_returned

        draft = copy_for_returned(self, by=by)
        record(draft, "activity_report.opened", by=by, at=at, version=1, taken_from=self.pk)
        return draft
