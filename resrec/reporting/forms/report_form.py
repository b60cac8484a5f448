"""The form of an Activity Report: its own fields and its repeating groups, read and kept as one.

Whatever is valid is stored, whatever is not is said beside its field; nothing typed is ever lost,
since the page is drawn again from what was sent.
"""

import re

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from resrec.reporting.drafting import Words, keep
from resrec.reporting.evidence_files import attach
from resrec.reporting.forms.name_groups import (
    Bodies,
    Commissions,
    Committees,
    Countries,
    Members,
    Names,
)
from resrec.reporting.forms.own_words import OwnWords
from resrec.reporting.forms.paragraph_choices import ParagraphChoices
from resrec.reporting.forms.row_groups import Activities, EvidenceRows, FutureActivities
from resrec.reporting.models import Answer
from resrec.reporting.models.activity import new_key

GROUPS = {
    group.name: group
    for group in (
        Activities,
        FutureActivities,
        EvidenceRows,
        Countries,
        Members,
        Commissions,
        Committees,
    )
}
GROUPS_OF_NAMES = {name: group for name, group in GROUPS.items() if issubclass(group, Names)}
# What is needed takes so long (a journey types it), and each further question about so much.
MINUTES_NEEDED, SECONDS_A_QUESTION = 2, 20
ROW_COUNT = re.compile(r"[0-9]{1,3}")
ROW = re.compile(rf"({'|'.join(GROUPS)})-\d{{1,3}}")


class ReportForm:
    """`own`, `paragraphs` and `groups` are Django's forms.

    `focus` names the group whose rows a button has just changed, `removed_from` the same when it
    took one away; "" when none was pressed.
    """

    def __init__(self, report, data=None, files=None):
        self.report, self.files = report, files
        self.focus = self.removed_from = ""
        self.data = None if data is None else data.copy()
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
                self._add_row(added)
            self.focus = added

    def _add_row(self, group, key=None):
        total = self.data.get(f"{group}-TOTAL_FORMS", "")
        if ROW_COUNT.fullmatch(total):
            self.data[f"{group}-TOTAL_FORMS"] = str(int(total) + 1)
            self.data[f"{group}-{total}-key"] = key or new_key()

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

    def save(self):
        """Store what is valid, and take in the file sent along; tell whether all of it was valid.

        Raises StaleCopy, and stores nothing, when the draft has moved on since the page was read.
        """
        is_valid = self.is_valid()
        upload, evidence = self.own.cleaned_data.get("file"), None
        with transaction.atomic():
            keep(self.report, self._words(), read=self.own.cleaned_data.get("revision"))
            if upload:
                last = len(self.groups["evidence"].by_key)
                evidence = attach(self.report, upload, position=last)
        self.data["revision"] = str(self.report.revision)
        if evidence:
            self._add_row("evidence", evidence.key)
            self.files = None
            self._bind()
        return is_valid

    def submit(self, *, by):
        """Save, and hand the report in when nothing is wrong or missing; tell whether it was."""
        with transaction.atomic():
            is_valid = self.save()
            missing = self.report.missing()
            if is_valid and not missing:
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
