"""The forms of the synthesis bench."""

from django import forms
from django.conf import settings
from django.forms.models import fields_for_model, model_to_dict
from django.utils.translation import gettext_lazy as _, pgettext

from resrec.people.models import Constituent, User
from resrec.reporting.account.bench_passages import place_of, section_of
from resrec.reporting.anchors import normalised
from resrec.reporting.models import (
    ActivityReport,
    Holder,
    PartnerKind,
    ProgressPartner,
    ProgressReport,
    Statement,
)
from resrec.reporting.models.arranging import BOTH, FIRST, SECOND

ANSWERS = [
    "members_answer",
    "commissions_answer",
    "committees_answer",
    "secretariat_answer",
    "other_organisations",
    "activity_kinds",
    "planned",
    "implementation_status",
    "status_reason",
    "language",
    "notice",
]
# Asked of the year's account as a whole, not of one body about the others.
LABELS = {
    "members_answer": _("Do Members implement it?"),
    "commissions_answer": _("Do Commissions implement it?"),
    "committees_answer": _("Do National or Regional Committees implement it?"),
    "secretariat_answer": _("Does the Secretariat implement it?"),
}
NOT_STATED = _("not stated")


class StatusField(forms.ModelChoiceField):
    """A status of implementation, printed as `Name: explanation`."""

    def label_from_instance(self, status):
        if not status.explanation:
            return status.label
        colon = pgettext("after a label", ":")
        return f"{status.label}{colon} {status.explanation}"


class AnswersForm(forms.Form):
    """What a Progress Report answers beside its statements; bodies one a line."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, account, data=None, *, proposed=(), stored=None):
        """`proposed` are ProgressPartners from the sources, known by the names they print; `stored`
        those of the account, where they have been read already."""
        self.account = account
        if stored is None:
            stored = list(account.partners.with_names())
        self.known = {(p.kind, str(p)): p for p in [*proposed, *stored]}
        initial = model_to_dict(account, fields=ANSWERS) | {"revision": account.revision}
        for kind in PartnerKind:
            initial[f"{kind}s"] = "\n".join(str(p) for p in stored if p.kind == kind)
        super().__init__(data, initial=initial)
        fields = fields_for_model(ProgressReport, ANSWERS, labels=LABELS)
        if not account.replaces_id:
            del fields["notice"]
        self.fields |= {name: self._drawn(name, field) for name, field in fields.items()}
        for kind in PartnerKind:
            self.fields[f"{kind}s"] = forms.CharField(
                label=_("%(bodies)s, one a line") % {"bodies": kind.label},
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def _drawn(self, name, field):
        if isinstance(field, forms.TypedChoiceField) and field.choices[0][0] == "":
            field.choices = [("", NOT_STATED), *field.choices[1:]]
        if name == "activity_kinds":
            field.widget = forms.CheckboxSelectMultiple(choices=field.choices)
        if name == "implementation_status":
            field = StatusField(
                field.queryset,
                label=field.label,
                required=False,
                blank=True,
                empty_label=NOT_STATED,
                widget=forms.RadioSelect,
            )
        if isinstance(field.widget, forms.Textarea):
            field.widget.attrs["rows"] = 3
        return field

    def clean(self):
        for kind in PartnerKind:
            lines = self.cleaned_data.get(f"{kind}s", "").splitlines()
            names = list(dict.fromkeys(line.strip() for line in lines if line.strip()))
            longest = ProgressPartner._meta.get_field("name").max_length
            if any(len(name) > longest for name in names):
                self.add_error(f"{kind}s", _("One of these names is too long: one body a line."))
            self.cleaned_data[f"{kind}s"] = [self._partner(kind, name) for name in names]

    def _partner(self, kind, name):
        """The body that prints under this name, one on record that bears it, or the name alone."""
        if known := self.known.get((kind, name)):
            return ProgressPartner(
                kind=kind,
                constituent=known.constituent,
                name=known.name,
                term=known.term,
                term_is_doubtful=known.term_is_doubtful,
            )
        found = Constituent.objects.named(name) or Constituent.objects.named(
            name.partition(" (")[0]
        )
        return ProgressPartner(kind=kind, constituent=found, name="" if found else name)

    def save(self):
        """Keep the answers. Raises RuleBroken when someone has saved since they were read."""
        answers = dict(self.cleaned_data)
        read = answers.pop("revision")
        partners = [partner for kind in PartnerKind for partner in answers.pop(f"{kind}s")]
        self.account.keep(answers | {"partners": partners}, read=read)

    def on_top_of(self, account):
        """The same typed words, to be saved over what `account` holds by now."""
        typed = self.data.copy()
        typed["revision"] = account.revision
        return AnswersForm(account, typed)

    def differing(self):
        """Give (label, what is stored) for each field in which the typed words differ."""
        stored = AnswersForm(self.account)
        return [
            (stored[name].label, _in_words(stored[name]))
            for name in self.fields
            if name != "revision" and _in_words(stored[name]) != _in_words(self[name])
        ]


def _in_words(bound):
    """What a field says, as a person reads it."""
    value = bound.value()
    choices = getattr(bound.field, "choices", None)
    if choices is None:
        return (value or "").replace("\r\n", "\n").strip()
    chosen = {str(one) for one in (value if isinstance(value, list | tuple) else [value or ""])}
    return ", ".join(str(label) for code, label in choices if str(code) in chosen)


class WordsField(forms.CharField):
    """A statement's words: newlines as \\n, as sources are held."""

    widget = forms.Textarea

    def to_python(self, value):
        return normalised(super().to_python(value))


class BenchForm(forms.Form):
    """A small form on the bench. `place` is the id of what it is about, so that words that were
    refused show up again where they were typed."""

    place = ""

    def refuse(self, rule):
        """Show why what it asks cannot be."""
        self.add_error(None, rule)

    @property
    def typed(self):
        """What a person wrote, to be shown when its place is gone."""
        return [
            self[name].value()
            for name, field in self.fields.items()
            if isinstance(field.widget, forms.Textarea)
        ]


class PassageForm(BenchForm):
    """Words of a source, and what becomes of them.

    `passage` is a report's id and a field ("52/results"), `target` a section or the key of a
    statement; without one it is the section where such words mostly belong.
    """

    passage = forms.CharField(max_length=80)
    whole = forms.BooleanField(required=False)
    near = forms.IntegerField(min_value=0, max_value=10_000_000, required=False)
    exact = WordsField(label=_("The exact words"), required=False)
    target = forms.CharField(label=_("What they become"), required=False)

    def __init__(self, account, data):
        super().__init__(data)
        self.account = account
        self.place = place_of(data.get("passage", ""))

    def words(self):
        """Give what `synthesis.use_passage` takes."""
        source, field = self.cleaned_data["passage"]
        near = self.cleaned_data["near"] or 0
        words = {"source": source, "field": field, "exact": self.cleaned_data["exact"]}
        return words | {"near": near} | self.cleaned_data["target"]

    def clean_passage(self):
        """Give the report and the field."""
        number, _slash, field = self.cleaned_data["passage"].partition("/")
        reports = ActivityReport.objects.accepted().accepted_on(self.account.resolution_id)
        source = reports.filter(pk=number).first() if number.isdecimal() else None
        if source is None:
            raise forms.ValidationError(_("That report is not among the accepted ones."))
        return source, field

    def clean_target(self):
        """Give {"section": …} or {"statement": …}."""
        target = self.cleaned_data["target"]
        if not target:
            return {"section": section_of(self.data.get("passage", "").partition("/")[2])}
        if target in Statement.Section:
            return {"section": target}
        statement = self.account.statements.filter(key=target).first()
        if statement is None:
            raise forms.ValidationError(_("That statement is not there any more."))
        return {"statement": statement}

    def clean(self):
        """The whole passage needs no words sent back and forth."""
        source, field = self.cleaned_data.get("passage", (None, ""))
        passage = source and source.passage(field)
        if self.cleaned_data.get("whole") and passage:
            self.cleaned_data["exact"] = passage.text
        elif not self.cleaned_data.get("exact"):
            self.add_error("exact", _("Leave the words that you need, or use the whole passage."))


class OwnStatementForm(BenchForm):
    """A statement from the writer's own knowledge."""

    place = "own"

    text = WordsField(label=_("What you know"))
    section = forms.ChoiceField(label=_("Section"), choices=Statement.Section)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)


class StatementForm(BenchForm):
    """A statement reworded. `read` is the digest of the words that were read."""

    read = forms.CharField(max_length=64)
    text = WordsField(label=_("Statement"))
    section = forms.ChoiceField(label=_("Section"), choices=Statement.Section)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    own_knowledge = forms.BooleanField(required=False)

    def __init__(self, statement, data):
        super().__init__(data)
        self.place = statement.key

    def words(self):
        """Give what `Statement.reword` takes."""
        words = dict(self.cleaned_data)
        if words.pop("own_knowledge"):
            words["basis"] = Statement.Basis.OWN_KNOWLEDGE
        return words


class SplitForm(BenchForm):
    """Where a statement is parted, and with which half a source goes: `half-52` of quotation 52.

    `unclear` are the Quotations of which a person has to say so.
    """

    read = forms.CharField(max_length=64)
    at = forms.IntegerField(label=_("Split after"), min_value=1, max_value=10_000_000)
    unclear = ()

    def __init__(self, statement, data):
        super().__init__(data)
        self.place = f"{statement.key}-split"
        self.halves = {
            int(name.removeprefix("half-")): half
            for name, half in data.items()
            if name.startswith("half-") and name[5:].isdecimal() and half in (FIRST, SECOND, BOTH)
        }

    def words(self):
        """Give what `Statement.split` takes."""
        return self.cleaned_data | {"halves": self.halves}

    def refuse(self, rule):
        super().refuse(rule)
        self.unclear = getattr(rule, "quotations", ())


class SendBackForm(BenchForm):
    place = "send-back"

    reason = forms.CharField(
        label=_("What should be changed"), widget=forms.Textarea(attrs={"rows": 3})
    )


class WriterForm(forms.Form):
    """Whom an officer gives the writing: one of the text's focal points of today."""

    writer = forms.ModelChoiceField(User.objects.none(), label=_("Who writes it"))

    def __init__(self, account, data=None):
        super().__init__(data, initial={"writer": account.writer_id})
        holders = Holder.objects.in_force().filter(post__resolution=account.resolution_id)
        people = User.objects.filter(pk__in=holders.values("person"), is_active=True)
        self.fields["writer"].queryset = people.order_by("name")
