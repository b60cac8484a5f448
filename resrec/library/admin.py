"""The library's pages in the administration."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from resrec.journal.administration import OfficersAdmin, VocabularyAdmin
from resrec.library.archiving import archive, reactivate
from resrec.library.citations.refreshing import refresh
from resrec.library.models import (
    AddresseeClass,
    Assembly,
    AssemblyKind,
    Collection,
    GeographicScope,
    Keyword,
    Motion,
    Resolution,
    ResolutionKind,
    ResolutionText,
    ResourceDocument,
)
from resrec.library.search.indexing import index

ARCHIVE_FIELDS = [
    "archived_by_decision",
    "archived_reason_en",
    "archived_reason_fr",
    "archived_reason_es",
]


class TitleFilter(admin.SimpleListFilter):
    """Texts known by their code alone wait here for their titles."""

    title = _("title")
    parameter_name = "title"

    def lookups(self, request, model_admin):
        return [("unknown", _("not known")), ("known", _("known"))]

    def queryset(self, request, queryset):
        if self.value() == "unknown":
            return queryset.without_title()
        return queryset.with_title() if self.value() == "known" else queryset


class ResolutionTextInline(admin.StackedInline):
    """Titles, one row a language and version; words come in on a page of their own."""

    model = ResolutionText
    fields = ["language", "version", "title", "renders"]
    extra = 1

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "renders":
            shown = request.resolver_match.kwargs.get("object_id")
            kwargs["queryset"] = ResolutionText.objects.filter(resolution=shown)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Resolution)
class ResolutionAdmin(OfficersAdmin):
    list_display = ["code", "shown_title", "kind", "assembly", "title_confidence", "archived_on"]
    list_filter = [
        TitleFilter,
        "kind",
        "title_confidence",
        ("archived_on", admin.EmptyFieldListFilter),
        "assembly",
    ]
    search_fields = ["code", "official_number", "texts__title"]
    inlines = [ResolutionTextInline]
    filter_horizontal = ["keywords", "scopes", "countries"]
    actions = [archive, reactivate]
    fields = [
        "words",
        "assembly",
        "kind",
        "number",
        "code",
        "official_number",
        "title_confidence",
        "note",
        "source_url",
        "keywords",
        "scopes",
        "countries",
        "archived_on",
        *ARCHIVE_FIELDS,
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).for_display()

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        index([form.instance.pk])
        refresh([form.instance.pk])

    def get_readonly_fields(self, request, obj=None):
        """A code is a permanent address; the state is changed in the list or on the site."""
        return ["words", "archived_on", *ARCHIVE_FIELDS, *(["code"] if obj else [])]

    @admin.display(description=_("title"))
    def shown_title(self, text):
        return text.title.title if text.title else _("not known")

    @admin.display(description=_("words and paragraphs"))
    def words(self, text):
        if not text.pk:
            return _("They come in once the text is saved.")
        pages = [("words", _("Words and originals")), ("paragraphs", _("Paragraphs"))]
        links = ((reverse(name, args=[text.code]), label) for name, label in pages)
        return format_html_join(" · ", '<a href="{}">{}</a>', links)


@admin.register(Motion)
class MotionAdmin(OfficersAdmin):
    list_display = ["__str__", "title", "became", "became_confidence"]
    list_filter = [("became", admin.EmptyFieldListFilter), "became_confidence", "assembly"]
    list_select_related = ["assembly", "became"]
    search_fields = ["number", "title_en", "title_fr", "title_es", "became__code"]


@admin.register(Assembly)
class AssemblyAdmin(OfficersAdmin):
    list_display = ["code", "kind", "number", "year_coded", "year_held", "place_en", "country"]
    list_filter = ["kind"]
    list_select_related = ["kind", "country"]
    search_fields = ["code", "place_en", "place_fr", "place_es"]


@admin.register(AssemblyKind)
class AssemblyKindAdmin(OfficersAdmin):
    list_display = ["code", "collection", "label_en", "label_fr", "label_es", "position"]
    list_select_related = ["collection"]


@admin.register(Collection)
class CollectionAdmin(OfficersAdmin):
    list_display = ["code", "name_en", "publisher", "is_demonstration", "position"]


@admin.register(ResolutionKind)
class ResolutionKindAdmin(VocabularyAdmin):
    pass


admin.site.register([AddresseeClass, GeographicScope, Keyword], VocabularyAdmin)


@admin.register(ResourceDocument)
class ResourceDocumentAdmin(OfficersAdmin):
    """Ordered in the list; replaced by giving the row another file or address."""

    list_display = ["title", "page", "language", "published_on", "position"]
    list_editable = ["position"]
    list_filter = ["page", "language"]
    search_fields = ["title"]
