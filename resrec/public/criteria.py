"""What a list of texts is narrowed to: plain parameters of the address, no value ever an error."""

from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Prefetch
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from resrec.library.codes import look_up, nearest
from resrec.library.models import Assembly, Collection, Resolution, ResolutionKind
from resrec.library.title_words import words_of
from resrec.reporting.models import ProgressReport

UNKNOWN = "unknown"
IGNORED = {"invalid_choice": _("“%(value)s” is not known here and was ignored.")}


class Criteria(forms.Form):
    """The criteria of the list, bound to the address's parameters.

    What cannot be read is in `errors`, for the page to say so, and narrows nothing.
    """

    q = forms.CharField(label=_("Words of the title, or a code"), max_length=100, required=False)
    collection = forms.ChoiceField(label=_("Collection"), required=False, error_messages=IGNORED)
    assembly = forms.ChoiceField(label=_("Assembly"), required=False, error_messages=IGNORED)
    kind = forms.ChoiceField(label=_("Kind"), required=False, error_messages=IGNORED)
    state = forms.ChoiceField(
        label=_("Active or archived"),
        required=False,
        error_messages=IGNORED,
        choices=[("", _("both")), ("active", _("active")), ("archived", _("archived"))],
    )
    report = forms.ChoiceField(
        label=_("Progress Report"),
        required=False,
        error_messages=IGNORED,
        choices=[("", _("with or without")), ("yes", _("has one")), ("no", _("has none yet"))],
    )

    def __init__(self, data):
        super().__init__(data)
        collections = [(one.code, str(one)) for one in Collection.objects.all()]
        self.fields["collection"].choices = [("", _("all")), *collections]
        if len(collections) < 2:
            del self.fields["collection"]
        self.fields["assembly"].choices = [("", _("all")), *_assemblies()]
        kinds = [(kind.code, kind.label) for kind in ResolutionKind.objects.all()]
        self.fields["kind"].choices = [("", _("all")), *kinds, (UNKNOWN, _("not known"))]

    def clean_q(self):
        query = self.cleaned_data["q"]
        if query and not words_of(query):
            raise ValidationError(
                _("“%(value)s” has neither a letter nor a figure and was ignored."),
                params={"value": query},
            )
        return query

    @property
    def filters(self):
        """The fields beside the query, to be drawn in a row."""
        return [field for field in self if field.name != "q"]

    @cached_property
    def given(self):
        """The criteria that were understood, by parameter; {} for the whole list."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @cached_property
    def found(self):
        """What the query means if it is a code (codes.Found); None without a query."""
        return look_up(self.given["q"]) if "q" in self.given else None

    @property
    def only_text(self):
        """The one text whose code was asked for, and nothing else; or None."""
        return self.found.only if self.found and set(self.given) == {"q"} else None

    @property
    def nearest(self):
        return nearest(self.given["q"]) if self.found else []

    def texts(self):
        """The Resolutions that meet the criteria, each with its `published_reports`."""
        texts = Resolution.objects.all()
        for name, value in self.given.items():
            texts = getattr(self, f"_by_{name}")(texts, value)
        union_by_union = ("assembly__kind__collection__position", *Resolution._meta.ordering)
        return texts.order_by(*union_by_union).for_display().prefetch_related(_published())

    def _by_q(self, texts, query):
        coded = texts.filter(pk__in=[text.pk for text in self.found.texts])
        return coded | texts.titled(query)

    def _by_collection(self, texts, code):
        return texts.filter(assembly__kind__collection__code=code)

    def _by_assembly(self, texts, code):
        return texts.filter(assembly__code=code)

    def _by_kind(self, texts, code):
        return texts.filter(kind=None if code == UNKNOWN else code)

    def _by_state(self, texts, state):
        return texts.archived() if state == "archived" else texts.in_force()

    def _by_report(self, texts, answer):
        has = Exists(ProgressReport.objects.published().filter(resolution=OuterRef("pk")))
        return texts.filter(has if answer == "yes" else ~has)


def _assemblies():
    """The sittings as choices, grouped by series, newest first."""
    sittings = Assembly.objects.select_related("kind__collection").order_by(
        "kind__collection__position", "-kind__position", "-year_coded"
    )
    return [
        (str(kind), [(sitting.code, str(sitting)) for sitting in of_kind])
        for kind, of_kind in groupby(sittings, key=lambda sitting: sitting.kind)
    ]


def _published():
    reports = ProgressReport.objects.published().latest_first()
    reports = reports.select_related("cycle", "implementation_status")
    return Prefetch("progress_reports", reports, to_attr="published_reports")
