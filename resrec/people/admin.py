"""People, the bodies they work for, and whose a name from an import is."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import Count
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from resrec.journal.administration import OfficersAdmin, VocabularyAdmin
from resrec.people.models import (
    Constituent,
    ConstituentKind,
    ConstituentName,
    Country,
    CountryName,
    Membership,
    Region,
    Term,
    User,
)


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 0
    autocomplete_fields = ["constituent"]


class ReachableFilter(admin.SimpleListFilter):
    """Whether mail reaches them; the other answer is in the addresses that it came back from."""

    title = gettext_lazy("mail")
    parameter_name = "reachable"

    def lookups(self, request, model_admin):
        return [("no", gettext_lazy("comes back"))]

    def queryset(self, request, queryset):
        came_back = User.objects.unreachable().values("pk")
        return queryset.filter(pk__in=came_back) if self.value() == "no" else queryset


@admin.register(User)
class UserAdmin(OfficersAdmin):
    """Who may sign in, and for whom they work. The name is the accounts', the consent theirs."""

    list_display = ["name", "email", "language", "is_active"]
    list_filter = ["is_active", ReachableFilter, "memberships__role"]
    search_fields = ["name", "email"]
    fields = [
        "email",
        "bounce",
        "name",
        "language",
        "is_active",
        "agrees_to_be_named",
        "is_demonstration",
    ]
    readonly_fields = ["bounce", "agrees_to_be_named", "is_demonstration"]
    inlines = [MembershipInline]

    @admin.display(description=gettext_lazy("why mail came back"), empty_value="-")
    def bounce(self, person):
        return person.bounce

    def save_model(self, request, obj, form, change):
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request, obj=None):
        """People stay: what they did names them. They can be kept from signing in."""
        return False


@admin.register(Membership)
class MembershipAdmin(OfficersAdmin):
    list_display = ["person", "constituent", "role", "since", "until"]
    list_filter = ["role"]
    search_fields = ["person__name", "person__email", "constituent__name"]
    autocomplete_fields = ["person", "constituent"]


@admin.register(Term)
class TermAdmin(OfficersAdmin):
    """When Commissions and the like begin and end to serve; posts held for them end too."""

    list_display = ["__str__", "since", "until"]
    list_filter = ["kind"]
    list_select_related = ["constituent", "kind"]
    autocomplete_fields = ["constituent"]


class MergeForm(forms.Form):
    """Which body the chosen ones are, by any of its names."""

    body = forms.CharField(
        label=gettext_lazy("They are the same as"),
        help_text=gettext_lazy("A name, former name or identifier on record."),
        widget=forms.TextInput(attrs={"list": "bodies", "size": 80, "autocomplete": "off"}),
    )

    def clean_body(self):
        found = Constituent.objects.named(self.cleaned_data["body"])
        if found is None:
            raise forms.ValidationError(_("No body is on record under this name."))
        return found


class NameInline(admin.TabularInline):
    model = ConstituentName
    extra = 0


@admin.register(Constituent)
class ConstituentAdmin(OfficersAdmin):
    list_display = ["name", "acronym", "kind", "country", "merged_into", "number_of_names"]
    list_filter = ["kind", "from_import", ("merged_into", admin.EmptyFieldListFilter)]
    list_select_related = ["kind", "country", "merged_into"]
    search_fields = ["name", "name_fr", "name_es", "acronym", "names__name"]
    autocomplete_fields = ["country", "part_of"]
    readonly_fields = ["merged_into", "from_import", "is_demonstration"]
    inlines = [NameInline]
    actions = ["merge", "unmerge"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(names_count=Count("names"))

    @admin.display(description=gettext_lazy("names on record"))
    def number_of_names(self, body):
        return body.names_count

    @admin.action(description=gettext_lazy("Say which body they are (merge)"))
    def merge(self, request, queryset):
        """Ask which body the chosen ones are, then merge them into it; each can be taken back."""
        form = MergeForm(request.POST if "body" in request.POST else None)
        if not form.is_valid():
            return self._merge_page(request, queryset, form)
        for body in queryset:
            body.merge_into(form.cleaned_data["body"], by=request.user)
        words = ngettext(
            "%(count)d body is now read as %(name)s.",
            "%(count)d bodies are now read as %(name)s.",
            len(queryset),
        )
        said = words % {"count": len(queryset), "name": form.cleaned_data["body"]}
        self.message_user(request, said, messages.SUCCESS)
        return None

    @admin.action(description=gettext_lazy("Take a merge back"))
    def unmerge(self, request, queryset):
        for body in queryset:
            body.unmerge(by=request.user)
        self.message_user(request, _("They stand for themselves again."), messages.SUCCESS)

    def _merge_page(self, request, queryset, form):
        context = self.admin_site.each_context(request) | {
            "title": _("Say which body they are"),
            "opts": self.opts,
            "form": form,
            "chosen": queryset,
            "chosen_name": ACTION_CHECKBOX_NAME,
            "bodies": Constituent.objects.current().resolved(),
        }
        return TemplateResponse(request, "admin/people/merge.html", context)


class CountryNameInline(admin.TabularInline):
    model = CountryName
    extra = 0


@admin.register(Country)
class CountryAdmin(VocabularyAdmin):
    inlines = [CountryNameInline]


admin.site.register([ConstituentKind, Region], VocabularyAdmin)
