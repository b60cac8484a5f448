"""A text as plain data: everything that the library holds of it, in one fixed form.

`manage.py export_texts` writes these as lines, `import_texts` compares lines with them, and the
text's page answers with one to who asks for JSON. docs/formats.md describes each key.
"""

from collections import defaultdict

from django.db.models import Q

from resrec.library.models import (
    Addressee,
    Citation,
    LifeEvent,
    Paragraph,
    ParagraphText,
    Resolution,
    ResolutionText,
)
from resrec.library.models.citation import DECIDED

LANGUAGES = ("en", "fr", "es")
TERMS = ("keywords", "scopes", "countries")
# Said of a paragraph only where there is something to say.
OF_A_PARAGRAPH = ("number", "level", "verb", "verb_type", "deadline", "deadline_on")


def ids_in_order(texts):
    """Give the ids of these Resolutions by collection and code, alike on every database."""
    rows = texts.order_by().values_list(
        "assembly__kind__collection__position", "assembly__kind__collection__code", "code", "pk"
    )
    return [pk for *_order, pk in sorted(rows)]


def records(ids, *, with_paragraphs=True):
    """Give the records of these texts, in this order; ten queries, however many they are."""
    ids = list(ids)
    of = {name: _terms(name, ids) for name in TERMS}
    citations, words, lives = _citations(ids), _words(ids), _lives(ids)
    trees = _trees(ids) if with_paragraphs else defaultdict(list)
    found = Resolution.objects.filter(pk__in=ids).order_by()
    rows = {text.pk: text for text in found.select_related("assembly__kind__collection")}
    return [
        _record(rows[pk], {name: terms[pk] for name, terms in of.items()})
        | {"life": lives[pk], "texts": words[pk], "paragraphs": trees[pk]}
        | {"citations": citations[pk]}
        for pk in ids
        if pk in rows
    ]


def _record(text, terms):
    return {
        "code": text.code,
        "collection": text.assembly.kind.collection.code,
        "assembly": text.assembly.code,
        "kind": text.kind_id or "",
        "number": text.number,
        "official_number": text.official_number,
        "title_confidence": text.title_confidence,
        "note": text.note,
        "source_url": text.source_url,
        **terms,
        "archived": _archived(text),
        "retirement": _retirement(text),
    }


def _retirement(text):
    """When it may be retired, where an officer stated it; what is read in its words is not said."""
    if not text.retirement_criterion_stated:
        return None
    return {
        "language": text.retirement_criterion_language,
        "words": text.retirement_criterion,
    }


def _archived(text):
    """Since when it is no longer active, by which decision, and why; None for an active text."""
    if text.archived_on is None:
        return None
    reasons = {lang: getattr(text, f"archived_reason_{lang}") for lang in LANGUAGES}
    return {
        "on": text.archived_on.isoformat(),
        "decision": text.archived_by_decision,
        "reason": {lang: reason for lang, reason in reasons.items() if reason},
    }


def _lives(ids):
    """What happened to each text, in order; by whom it was entered is not said."""
    found = defaultdict(list)
    for one in LifeEvent.objects.filter(text__in=ids).order_by("pk").select_related("other"):
        reasons = {language: getattr(one, f"reason_{language}") for language in LANGUAGES}
        found[one.text_id].append(
            {
                "kind": one.kind,
                "on": one.on.isoformat(),
                "other": one.other.code if one.other else "",
                "decision": one.decision,
                "reason": {language: reason for language, reason in reasons.items() if reason},
            }
        )
    return found


def _terms(name, ids):
    field = Resolution._meta.get_field(name)
    through, column = field.remote_field.through, field.m2m_reverse_name()
    found = defaultdict(list)
    rows = through.objects.filter(resolution__in=ids).values_list("resolution_id", column)
    for pk, code in sorted(rows):
        found[pk].append(code)
    return found


def _words(ids):
    rows = ResolutionText.objects.filter(resolution__in=ids).select_related("renders")
    found = defaultdict(list)
    for one in sorted(rows, key=lambda row: (LANGUAGES.index(row.language), row.version)):
        renders = one.renders
        found[one.resolution_id].append(
            {
                "language": one.language,
                "version": one.version,
                "title": one.title,
                "title_given": one.title_given,
                "renders": renders and {"language": renders.language, "version": renders.version},
                "body": one.body,
            }
        )
    return found


def _citations(ids):
    """Those that the words alone do not give: on record, or decided by an officer; one a key."""
    rows = Citation.objects.filter(source__in=ids).order_by("-pk").select_related("target")
    rows = rows.filter(Q(origin=Citation.Origin.RECORD) | Q(state__in=DECIDED))
    by_key = {(one.source_id, one.origin, one.key): one for one in rows}
    found = defaultdict(list)
    for (pk, origin, key), one in sorted(by_key.items(), key=lambda item: item[0]):
        found[pk].append(
            {
                "origin": origin,
                "key": key,
                "number": one.number,
                "words": one.exact,
                "state": one.state,
                "cites": one.target.code if one.target else "",
            }
        )
    return found


def _trees(ids):
    paragraphs = Paragraph.objects.filter(resolution__in=ids).order_by("resolution", "position")
    of_these = {"paragraph__resolution__in": ids}
    said, asked = defaultdict(dict), defaultdict(list)
    rows = ParagraphText.objects.filter(**of_these).order_by()
    for pk, language, text in rows.values_list("paragraph", "language", "text"):
        said[pk][language] = text
    columns = ("name", "addressee_class", "constituent__kind", "constituent__name")
    rows = Addressee.objects.filter(**of_these).order_by("pk")
    for pk, language, *values in rows.values_list("paragraph", "language", *columns):
        asked[pk].append(_addressee(language, *values))
    found = defaultdict(list)
    for row in paragraphs.values("pk", "resolution", "path", "kind", *OF_A_PARAGRAPH):
        found[row["resolution"]].append(_paragraph(row, said[row["pk"]], asked[row["pk"]]))
    return found


def _paragraph(row, words, addressees):
    one = {"path": row["path"], "kind": row["kind"]}
    one |= {name: row[name] for name in OF_A_PARAGRAPH if row[name]}
    if row["deadline_on"]:
        one["deadline_on"] = row["deadline_on"].isoformat()
    one["words"] = {lang: words[lang] for lang in LANGUAGES if lang in words}
    if addressees:
        one["addressees"] = addressees
    return one


def _addressee(language, name, addressee_class, kind, body):
    one = {"language": language, "name": name}
    if addressee_class:
        one["class"] = addressee_class
    if body:
        one["constituent"] = {"kind": kind, "name": body}
    return one
