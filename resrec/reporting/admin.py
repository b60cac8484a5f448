"""Reporting's pages in the administration: terms, cycles, focal points; reports are only read."""

from django.contrib import admin
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _

from resrec.journal.administration import OfficersAdmin, ReadOnlyAdmin, VocabularyAdmin
from resrec.library.models import Paragraph
from resrec.reporting.forms.paragraph_choices import label_with_words
from resrec.reporting.models import (
    ActivityKind,
    ActivityReport,
    ActivityStatus,
    FocalPoint,
    FocalRole,
    Holder,
    ImplementationStatus,
    NeedKind,
    ProgressReport,
    QuietDay,
    ReportingCycle,
    Rung,
)
from resrec.reporting.models.asking import lay_ladder

admin.site.register([ActivityKind, ActivityStatus, FocalRole], VocabularyAdmin)


@admin.register(ImplementationStatus)
class ImplementationStatusAdmin(VocabularyAdmin):
    list_display = ["code", "label_en", "label_fr", "label_es", "on_scale", "position"]


@admin.register(NeedKind)
class NeedKindAdmin(VocabularyAdmin):
    list_display = ["code", "label_en", "label_fr", "label_es", "has_amount", "position"]


class RungInline(admin.TabularInline):
    model = Rung
    extra = 0


@admin.register(ReportingCycle)
class ReportingCycleAdmin(OfficersAdmin):
    """Each year's Congress under report, and the days on which its cycle opens and closes."""

    list_display = ["year", "collection", "assembly", "opens_on", "closes_on", "reports_due_on"]
    list_filter = ["collection"]
    list_select_related = ["collection", "assembly"]
    inlines = [RungInline]

    def save_related(self, request, form, formsets, change):
        """A date that is set for the first time brings the usual reminders with it."""
        super().save_related(request, form, formsets, change)
        if "reports_due_on" in form.changed_data:
            lay_ladder(form.instance)


@admin.register(QuietDay)
class QuietDayAdmin(OfficersAdmin):
    list_display = ["day", "name"]


class VacancyFilter(admin.SimpleListFilter):
    """Posts that somebody holds today, and posts that nobody holds."""

    title = _("holder")
    parameter_name = "holder"

    def lookups(self, request, model_admin):
        return [("nobody", _("vacant")), ("somebody", _("held"))]

    def queryset(self, request, queryset):
        if self.value() == "nobody":
            return queryset.vacant()
        vacant = FocalPoint.objects.vacant().values("pk")
        return queryset.exclude(pk__in=vacant) if self.value() == "somebody" else queryset


class HolderInline(admin.TabularInline):
    """Put in by hand, a holder has the post at once; who was asked answers on the post's page."""

    model = Holder
    extra = 0
    fields = ["person", "since", "until", "shown_answer"]
    readonly_fields = ["shown_answer"]
    autocomplete_fields = ["person"]

    @admin.display(description=_("answer"))
    def shown_answer(self, holder):
        return holder.get_answer_display() if holder.invited_at else _("put in by hand")


@admin.register(FocalPoint)
class FocalPointAdmin(OfficersAdmin):
    list_display = ["resolution", "role", "constituent", "shown_paragraphs", "shown_holder"]
    fields = ["resolution", "role", "constituent", "paragraphs"]
    list_filter = [VacancyFilter, "role", "resolution__assembly"]
    list_select_related = ["resolution", "role", "constituent"]
    search_fields = ["resolution__code", "constituent__name", "holders__person__name"]
    inlines = [HolderInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("paragraphs").with_holders()

    def get_form(self, request, obj=None, **kwargs):
        """A post can be for paragraphs of its own text, once it is known which text that is."""
        form = super().get_form(request, obj, **kwargs)
        field = form.base_fields.get("paragraphs")
        if field:
            theirs = Paragraph.objects.filter(resolution=obj and obj.resolution_id)
            field.queryset = theirs.prefetch_related("texts")
            field.label_from_instance = label_with_words
            field.widget = CheckboxSelectMultiple(choices=field.choices)
            field.help_text = _(
                "None for the whole text. A new post can be given them once it is saved."
            )
        return form

    @admin.display(description=_("paragraphs"))
    def shown_paragraphs(self, post):
        return ", ".join(paragraph.label for paragraph in post.paragraphs.all())

    @admin.display(description=_("holder"))
    def shown_holder(self, post):
        return post.holder or _("vacant")


@admin.register(ActivityReport)
class ActivityReportAdmin(ReadOnlyAdmin):
    """Handed in and accepted reports; a draft is its constituent's own until it is submitted."""

    list_display = ["__str__", "texts", "status", "submitted_at", "origin", "language"]
    list_filter = ["status", "origin", "language", "is_demonstration"]
    search_fields = ["constituent__name", "resolutions__code"]
    list_select_related = ["constituent"]

    def get_queryset(self, request):
        return (
            super().get_queryset(request).visible_to(request.user).prefetch_related("resolutions")
        )

    @admin.display(description=_("texts"))
    def texts(self, report):
        return ", ".join(text.label for text in report.resolutions.all())


@admin.register(ProgressReport)
class ProgressReportAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "status", "implementation_status", "writer", "published_at"]
    list_filter = ["status", "implementation_status", "origin", "cycle", "is_demonstration"]
    search_fields = ["resolution__code", "writer__name"]
    list_select_related = ["resolution", "cycle", "implementation_status", "writer"]
