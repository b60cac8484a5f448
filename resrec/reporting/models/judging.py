"""The verdicts on a report: one for each of its texts, and what the report becomes of them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.reporting.models.activity_report_sets import Status
from resrec.reporting.models.opinion import Opinion
from resrec.reporting.models.reported_text import ReportedText
from resrec.reporting.models.spot_check import SpotCheck
from resrec.reporting.notices import progress as progress_notices, reports as report_notices
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
    def hands(self):
        """The ids of those who began it, wrote a passage of it, or handed it in."""
        wrote = {person for person, *_when in self.touched.values()}
        return ({self.entered_by_id, self.submitted_by_id} | wrote) - {None}

    @property
    def returned_from(self):
        """The version that was returned and that this draft takes up again, or None."""
        before = self.replaces if self.replaces_id else self.taken_from
        return before if before and before.return_reasons.all() else None

    @property
    def changes_asked(self):
        """(label, address, words) of each reason of its return; the whole has "" for both."""
        reasons = self.return_reasons.all()
        if not reasons:
            return []
        labels = {passage.field: passage.label for passage in self.passages(public=False)}
        return [(labels.get(reason.field, ""), reason.field, reason.words) for reason in reasons]

    @property
    def returned_texts(self):
        return [one for one in self.reported_texts.all() if one.verdict == Verdict.RETURNED]

    @journalled()
    def give_opinion(self, leaning, *, by, words="", passages=None, texts=None):
        """Say for which verdict one is, on these texts (their ids) or on each that still waits.

        `leaning` is an Opinion.Leaning, `passages` has words by a passage's address. Saying it
        again changes it, until the verdict.
        """
        if leaning not in Opinion.Leaning.values:
            raise RuleBroken(_("Say whether you are for accepting the report or for returning it."))
        said = {"leaning": leaning, "words": words.strip(), "passages": passages or {}}
        if leaning == Opinion.Leaning.RETURN and not (said["words"] or said["passages"]):
            raise RuleBroken(_("Say why the report should be returned."))
        waiting = self._waiting_texts(texts)
        for pk in waiting:
            Opinion.objects.update_or_create(
                reported_id=pk,
                person=by,
                defaults=said | {"at": timezone.now()},
            )
        codes = [*waiting.values()]
        record(self, "activity_report.opinion", by=by, texts=codes, leaning=leaning)

    @journalled()
    def accept(self, *, by, at=None, texts=None, although="", trust=None):
        """Accept the report on these texts (their ids), or on each that still waits.

        `although` says why, where somebody else's opinion is for returning it. `trust` is the
        rule under which nobody (`by` None) accepts it.
        """
        given = {"reason": although.strip(), "trust": trust}
        opinions = self._judge(Verdict.ACCEPTED, texts, by=by, at=at, **given)
        self._answer(opinions, Verdict.ACCEPTED, by=by, at=at)
        self._conclude(by=by, at=at)

    @journalled()
    def send_back(self, *, by, reason="", reasons=None, at=None, texts=None):
        """Return the report on these texts, or on each that waits, saying what should change.

        `reason` is about the whole, `reasons` has words by a passage's address; one is needed.
        Give the draft that opens, or None while another text still waits for its verdict.
        """
        said = self.reasons_said(reason, reasons)
        opinions = self._judge(Verdict.RETURNED, texts, by=by, at=at, reason=said.get("", ""))
        self.keep_reasons(said, by=by, at=at)
        self._answer(opinions, Verdict.RETURNED, by=by, at=at)
        return self._conclude(by=by, at=at)

    def reasons_said(self, reason, reasons):
        """Give what is said of it as {address: words}, having checked that it can be kept."""
        said = {"": reason, **(reasons or {})}
        said = {field: words.strip() for field, words in said.items() if words.strip()}
        if not said:
            raise RuleBroken(_("Say what should be changed, so that the reporter can act on it."))
        known = {"", *(passage.field for passage in self.passages(public=False))}
        if said.keys() - known:
            raise RuleBroken(_("One of the reasons is about a passage that this report has not."))
        return said

    def keep_reasons(self, said, *, by, at=None):
        """Keep what `reasons_said` has given."""
        when = {"at": at} if at else {}
        for field, words in said.items():
            self.return_reasons.create(field=field, words=words, by=by, **when)

    def _judge(self, verdict, texts, *, by, at, reason="", trust=None):
        """Give the verdict, and the Opinions on those texts."""
        judged = self._waiting_texts(texts)
        opinions = Opinion.objects.filter(reported__in=judged).select_related("person")
        says_nothing = verdict == Verdict.ACCEPTED and not reason
        if says_nothing and opinions.against(verdict).exclude(person=by).exists():
            words = _("An opinion is for returning the report. Say why you accept it.")
            raise RuleBroken(words)
        self.reported_texts.filter(pk__in=judged).update(
            verdict=verdict,
            decided_by=by,
            decided_at=at or self._now(),
            reason=reason,
            trust=trust,
        )
        under = {"trust": trust.pk} if trust else {}
        codes = [*judged.values()]
        record(self, f"activity_report.text_{verdict}", by=by, at=at, texts=codes, **under)
        return opinions

    def _answer(self, opinions, verdict, *, by, at):
        """Tell those who had an opinion what became of it."""
        if self._is_news(at):
            report_notices.opinions_answered(self, opinions, verdict=verdict, by=by)

    def _waiting_texts(self, texts):
        """Give {id: code} of the ReportedTexts that wait, among these texts (ids; None for all).

        Two people who judge two texts at once wait for each other here: else both would see the
        other's text waiting, and nobody would conclude. An opinion waits likewise: none comes
        after the verdict.
        """
        stored = type(self).objects.select_for_update().values_list("status").get(pk=self.pk)
        if stored[0] != Status.SUBMITTED:
            raise RuleBroken(_("That step is not open to this report."))
        waiting = self.reported_texts.filter(verdict=Verdict.WAITING)
        if texts is not None:
            waiting = waiting.filter(resolution__in=texts)
        found = dict(waiting.values_list("pk", "resolution__code"))
        if not found:
            raise RuleBroken(_("Someone else has just given the verdict on this text."))
        return found

    def _conclude(self, *, by, at):
        """Move the report when no text waits any more; give the draft for what was returned."""
        verdicts = set(self.reported_texts.values_list("verdict", flat=True))
        self._prefetched_objects_cache = {}
        if Verdict.WAITING in verdicts:
            return None
        is_accepted = Verdict.ACCEPTED in verdicts
        self._move_to(Status.ACCEPTED if is_accepted else Status.RETURNED, by=by, at=at)
        SpotCheck.objects.settle(self, returned=Verdict.RETURNED in verdicts, by=by)
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
        from resrec.reporting.draft.next_version import copy_for_returned

        draft = copy_for_returned(self, by=by)
        record(draft, "activity_report.opened", by=by, at=at, version=1, taken_from=self.pk)
        return draft
