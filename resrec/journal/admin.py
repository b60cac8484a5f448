"""The journal in the administration: read and searched, never changed."""

from django.contrib import admin
from django.utils.translation import gettext_lazy, ngettext

from resrec.journal import outbox
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

    list_display = ["subject", "to", "created_at", "sent_at", "attempts", "gave_up", "bounced_at"]
    list_filter = ["gave_up", ("bounced_at", admin.EmptyFieldListFilter), "language"]
    search_fields = ["to", "subject"]
    ordering = ["-created_at"]
    actions = ["try_again"]

    @admin.action(description=gettext_lazy("Try again to send"))
    def try_again(self, request, queryset):
        count = outbox.try_again(queryset)
        said = ngettext(
            "%(count)d message will be tried again.",
            "%(count)d messages will be tried again.",
            count,
        )
        self.message_user(request, said % {"count": count})
