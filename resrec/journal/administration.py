"""Base of every page of the administration: what an officer changes there, the journal tells.

It stands here and not beside the site itself (`web/administration.py`) because it writes the
journal, which the shell does not know.
"""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db import IntegrityError
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from resrec.journal.models import Entry
from resrec.journal.recording import journalled, record
from resrec.rules import RuleBroken


class OfficersAdmin(admin.ModelAdmin):
    """One transaction and one entry a change; a broken rule is said and nothing is changed."""

    def changeform_view(self, request, *args, **kwargs):
        return self._journalled(super().changeform_view, request, *args, **kwargs)

    def delete_view(self, request, *args, **kwargs):
        return self._journalled(super().delete_view, request, *args, **kwargs)

    def changelist_view(self, request, *args, **kwargs):
        return self._journalled(super().changelist_view, request, *args, **kwargs)

    def _journalled(self, view, request, *args, **kwargs):
        if request.method != "POST":
            return view(request, *args, **kwargs)
        try:
            with journalled():
                return view(request, *args, **kwargs)
        except RuleBroken as rule:
            self.message_user(request, str(rule), messages.ERROR)
        except IntegrityError:
            words = _("The database refuses this change: what was submitted or published is kept.")
            self.message_user(request, words, messages.ERROR)
        return redirect(request.get_full_path())

    # Django asks these three, once a change, to write its own log; ours is the journal.

    def log_addition(self, request, obj, message):
        self._note(request, obj, "added", message)

    def log_change(self, request, obj, message):
        if message:
            self._note(request, obj, "changed", message)

    def log_deletions(self, request, queryset):
        for obj in queryset:
            self._note(request, obj, "deleted", [])

    def _note(self, request, obj, what, message):
        """Record which fields and rows changed, but none of their words."""
        changes = [
            {kind: {key: said[key] for key in said if key != "object"}}
            for change in message
            for kind, said in change.items()
        ]
        record(obj, f"{obj._meta.model_name}.{what}", by=request.user, changes=changes)

    def history_view(self, request, object_id, extra_context=None):
        """Show what the journal holds on this row."""
        told = Entry.objects.filter(
            subject_type=self.opts.label_lower, subject_id=unquote(object_id)
        ).select_related("by")
        return super().history_view(request, object_id, {"entries": told, **(extra_context or {})})


class VocabularyAdmin(OfficersAdmin):
    """Terms in their order. A code is what other rows refer to: it is given once."""

    list_display = ["code", "label_en", "label_fr", "label_es", "position"]
    list_editable = ["position"]
    search_fields = ["code", "label_en", "label_fr", "label_es"]

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []


class ReadOnlyAdmin(OfficersAdmin):
    """Looked through and searched here, changed elsewhere or never."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
