"""The journal in the administration: read and searched, never changed."""

from django.contrib import admin

from resrec.journal.administration import ReadOnlyAdmin
from resrec.journal.models import Entry, Mail


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    list_display = ["sequence", "at", "by", "verb", "subject_type", "subject_id"]
    list_filter = ["verb", "subject_type"]
    list_select_related = ["by"]
    search_fields = ["subject_id", "verb", "by__name"]
    fields = ["sequence", "at", "by", "verb", "subject_type", "subject_id", "content", "digest"]
    ordering = ["-sequence"]


@admin.register(Mail)
class MailAdmin(ReadOnlyAdmin):
    """The outbox: what waits, what was sent, and what could not be."""

    list_display = ["subject", "to", "created_at", "sent_at", "attempts", "gave_up"]
    list_filter = ["gave_up", "language"]
    search_fields = ["to", "subject"]
    ordering = ["-created_at"]
