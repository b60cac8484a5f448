"""The form of an Activity Report: its own fields and its repeating groups, read and kept as one.

Whatever is valid is stored, whatever is not is said beside its field; nothing typed is ever lost,
since the page is drawn again from what was sent.
"""

import re
from copy import copy

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from resrec.reporting.draft.drafting import BothChanged, StaleCopy, Words, keep, touched_by
from resrec.reporting.draft.evidence_files import attach
from resrec.reporting.forms.merging import merge, take_over, theirs_instead
from resrec.reporting.forms.name_groups import (
    Bodies,
    Commissions,
    Committees,
    Countries,
    Members,
    Names,
)
from resrec.reporting.forms.of_one_page import OfOnePage
from resrec.reporting.forms.own_words import OwnWords
from resrec.reporting.forms.paragraph_choices import ParagraphChoices
from resrec.reporting.forms.row_groups import Activities, EvidenceRows, FutureActivities, Needs
from resrec.reporting.models import ActivityReport, Answer
from resrec.reporting.models.activity import new_key
from resrec.reporting.models.activity_report_sets import Status
from resrec.reporting.needs.open_needs import as_typed, open_need

GROUPS = {
    group.name: group
    for group in (
        Activities,
        FutureActivities,
        Needs,
        EvidenceRows,
        Countries,
        Members,
        Commissions,
        Committees,
    )
}
# Those whose inputs are offered what is on record: names, and currencies.
GROUPS_OF_NAMES = {name: group for name, group in GROUPS.items() if hasattr(group, "known")}
# What is needed takes so long (a journey types it), and each further question about so much.
MINUTES_NEEDED, SECONDS_A_QUESTION = 2, 20
ROW_COUNT = re.compile(r"[0-9]{1,3}")
ROW = re.compile(rf"({'|'.join(GROUPS)})-\d{{1,3}}")


class ReportForm(OfOnePage):
    """`own`, `paragraphs` and `groups` are Django's forms.

    `focus` names the group whose rows a button has just changed, `removed_from` the same when it
    took one away; "" when none was pressed. `merged` is the Merge with what others had saved
    meanwhile, or None. What is sent tells which page it comes from (`page`) and what that page
    had before one typed (`base`).
    """

    def __init__(self, report, data=None, files=None):
        self.report, self.files, self.merged = report, files, None
        self.focus = self.removed_from = ""
        self.data = None if data is None else copy(data)
        if self.is_bound:
            self._answer_buttons()
        self._bind()

    @property
    def is_bound(self):
        return self.data is not None

    @property
    def minutes_for_all(self):
        """How long it takes to answer everything that the page asks, not only what is needed."""
        asked = [one for one in self.own.visible_fields() if not one.name.startswith("private_")]
        asked += [
            field for group in self.formsets for row in group for field in row.visible_fields()
        ]
        return MINUTES_NEEDED + round(len(asked) * SECONDS_A_QUESTION / 60)

    def _bind(self):
        self.__dict__.pop("words", None)
        self.own = OwnWords(self.data, self.files, instance=self.report)
        self.paragraphs = ParagraphChoices(self.report, self.data)
        self.groups = {name: group(self.report, self.data) for name, group in GROUPS.items()}
        if self.focus and not self.removed_from:
            self.groups[self.focus].point_to_new_row()

    def _answer_buttons(self):
        """Act on “Add another” and “Remove”: what was typed stays, and rows come or go."""
        added, removed = self.data.get("add"), ROW.fullmatch(self.data.get("remove", ""))
        if removed:
            self.data[f"{removed[0]}-DELETE"] = "on"
            self.focus = self.removed_from = removed[1]
        elif added in GROUPS:
            for _row in range(GROUPS[added].added_at_once):
                self.add_row(added)
            self.focus = added

    def add_row(self, group, key=None, **columns):
        """Add a row to what was sent; gives its number as text."""
        total = self.data.get(f"{group}-TOTAL_FORMS", "")
        if ROW_COUNT.fullmatch(total):
            self.data[f"{group}-TOTAL_FORMS"] = str(int(total) + 1)
            for name, value in ({"key": key or new_key()} | columns).items():
                self.data[f"{group}-{total}-{name}"] = value
            # A blank row may have been there, taken away and left out of what was sent.
            self.data.pop(f"{group}-{total}-DELETE", None)
        return total

    def carry_on(self, pk):
        """Add an open need of an earlier report, by its id as the page sends it, as a row."""
        if need := open_need(self.report, pk):
            self.add_row("needs", **as_typed(need))
            self.focus = "needs"
            self._bind()

    def is_valid(self):
        """Check everything, and what several parts say together."""
        own = self.own.is_valid() and self.paragraphs.is_valid()
        groups = [group.is_valid() for group in self.groups.values()]
        return not self._contradictions() and own and all(groups)

    def _contradictions(self):
        """Find bodies named beside “no” or “not known”, which the form of old allowed."""
        found = [
            group.question
            for group in self.groups.values()
            if isinstance(group, Bodies)
            and group.by_key
            and self.own.cleaned_data.get(group.question) in (Answer.NO, Answer.NOT_KNOWN)
        ]
        for question in found:
            self.own.add_error(question, _("You name some of them: answer “Yes”, or remove them."))
        return found

    def save(self, *, by):
        """Store what is valid, and take in the file sent along; tell whether all of it was valid.

        What others have saved since the page was read stands beside it. Raises BothChanged, when
        all else is stored, where both changed the same; and StaleCopy, with nothing stored, where
        the page does not tell what it had, or the draft is none any more.
        """
        try:
            self.is_valid()
            with transaction.atomic():
                self._store(by, read=self.own.cleaned_data.get("revision"))
        except StaleCopy:
            self._save_merged(by)
        return self.is_valid()

    def _store(self, by, *, read):
        upload, words = self.own.cleaned_data.get("file"), self._words()
        words.own["touched"] = touched_by(self.report, self._changed(), by=by, page=self.page)
        keep(self.report, words, read=read)
        evidence = None
        if upload:
            last = len(self.groups["evidence"].by_key)
            evidence = attach(self.report, upload, position=last)
        self.data["revision"] = str(self.report.revision)
        if evidence:
            self.add_row("evidence", evidence.key)
            self.files = None
            self._bind()

    def _save_merged(self, by):
        """Store what this page changed together with what others have changed since."""
        base = self._sent_base
        if base is None:
            raise StaleCopy
        with transaction.atomic():
            stored = ActivityReport.objects.drafts().select_for_update()
            stored = stored.prefetch_related("reported_texts__resolution")
            self.report = stored.filter(pk=self.report.pk).first() or self.report
            if self.report.status != Status.DRAFT:
                raise StaleCopy
            theirs = ReportForm(self.report)
            self.merged = merge(self, theirs, base, is_own_page=self._was_written_here)
            take_over(self, self.merged)
            mine = self.data.copy()
            take_over(self, theirs_instead(self.merged, theirs))
            self._bind()
            self.is_valid()
            self._store(by, read=self.report.revision)
        if self.merged.both:
            self.data = mine
            self._bind()
            raise BothChanged

    def submit(self, *, by):
        """Save, and hand the report in when nothing is wrong or missing; tell whether it was.

        What others have changed meanwhile is to be read first.
        """
        with transaction.atomic():
            is_valid = self.save(by=by)
            missing = self.report.missing()
            if is_valid and not missing and not self.has_news:
                self.report.submit(by=by)
                return True
        self.is_valid()
        for field, message in missing.items():
            if field not in self.own.errors:
                self.own.add_error(field if field in self.own.fields else None, message)
        return False

    def _words(self):
        words = Words(own=self.own.columns())
        if "scopes" in self.own.cleaned_data:
            words.links["scopes"] = self.own.cleaned_data["scopes"]
        words.paragraphs = self.paragraphs.chosen()
        private = self.own.private_fields
        for group in self.groups.values():
            if group.can_be_read:
                group.put_into(words)
                private += group.private_fields
            else:
                private += group.addresses_in(self.report.private_fields)
        words.own["private_fields"] = private
        return words

    # What the page asks

    @property
    def has_errors(self):
        return self.is_bound and not self.is_valid()

    @property
    def formsets(self):
        return list(self.groups.values())

    @property
    def groups_of_names(self):
        return [group for group in self.formsets if isinstance(group, Names)]

    @property
    def not_stored(self):
        """The labels of the fields that hold errors."""
        forms = [self.own, self.paragraphs, *(row for group in self.formsets for row in group)]
        return list(
            dict.fromkeys(
                str(form.fields[name].label)
                for form in forms
                for name in form.errors
                if name in form.fields
            )
        )
