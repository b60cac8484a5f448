"""Imported pages in the administration: read only, those with problems first to hand."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resrec.exchange.models import ImportedPage
from resrec.journal.administration import ReadOnlyAdmin


class ProblemsFilter(admin.SimpleListFilter):
    """Pages of which something was not understood."""

    title = _("problems")
    parameter_name = "problems"

    def lookups(self, request, model_admin):
        return [("yes", _("has some")), ("no", _("has none"))]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.exclude(problems=[])
        return queryset.filter(problems=[]) if self.value() == "no" else queryset


@admin.register(ImportedPage)
class ImportedPageAdmin(ReadOnlyAdmin):
    list_display = [
        "file",
        "node",
        "language",
        "layout",
        "report_type",
        "truncated",
        "shown_problems",
    ]
    list_filter = [ProblemsFilter, "report_type", "layout", "language", "truncated"]
    search_fields = ["file", "node"]

    @admin.display(description=_("problems"))
    def shown_problems(self, page):
        return " ".join(page.sentences)
