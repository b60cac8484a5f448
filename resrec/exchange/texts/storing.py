"""Storing new texts in batches: the number of queries does not grow with the texts of a batch."""

from datetime import date

from resrec.exchange.texts.comparing import versioned
from resrec.exchange.texts.trees import store_trees
from resrec.library.models import Resolution, ResolutionText, Standing
from resrec.library.paragraph_trees import add_trees
from resrec.library.parsing import parse
from resrec.library.records import LANGUAGES, TERMS

FIELDS = ("number", "official_number", "title_confidence", "note", "source_url")


def store(rows, known):
    """Store rows whose texts the library does not hold; gives their Resolutions."""
    texts = Resolution.objects.bulk_create(
        Resolution(code=row.code, **fields(row.said, known)) for row in rows
    )
    pairs = [(text, row.said) for text, row in zip(texts, rows, strict=True)]
    words = store_words(pairs)
    for name in TERMS:
        add_terms(name, pairs)
    store_trees([(text, said["paragraphs"]) for text, said in pairs if "paragraphs" in said], known)
    add_trees([(text, parsed(words[text.pk])) for text, said in pairs if "paragraphs" not in said])
    return texts


def fields(said, known):
    """The columns of a Resolution that a row fills."""
    found = {name: said[name] for name in FIELDS if name in said}
    if said.get("assembly"):
        found["assembly_id"] = known.sitting(said["assembly"], said["collection"])
    if "kind" in said:
        found["kind_id"] = said["kind"] or None
    if "retirement" in said:
        found |= _retirement(said["retirement"])
    # A history tells how a text stands more exactly than that it is archived.
    if "archived" in said and "life" not in said:
        found |= _archived(said["archived"] or {"on": None, "decision": "", "reason": {}})
    return found


def _retirement(retirement):
    if not retirement:
        return {"retirement_criterion_stated": False}
    return {
        "retirement_criterion": retirement["words"],
        "retirement_criterion_language": retirement["language"],
        "retirement_criterion_stated": True,
    }


def _archived(archived):
    return {
        "archived_on": archived["on"] and date.fromisoformat(archived["on"]),
        "standing": Standing.ARCHIVED if archived["on"] else Standing.ACTIVE,
        "succeeded_by": None,
        "archived_by_decision": archived["decision"],
    } | {f"archived_reason_{lang}": archived["reason"].get(lang, "") for lang in LANGUAGES}


def store_words(pairs):
    """Store titles and bodies; gives {text's id: [ResolutionText]}."""
    made, renders = {}, []
    for text, said in pairs:
        for one in versioned(said):
            row = ResolutionText(
                resolution=text,
                **{key: value for key, value in one.items() if key != "renders"},
            )
            made[text.pk, row.language, row.version] = row
            if one.get("renders"):
                renders.append((row, one["renders"]))
    ResolutionText.objects.bulk_create(made.values())
    for row, version in renders:
        row.renders = made[row.resolution_id, version["language"], version["version"]]
    if renders:
        ResolutionText.objects.bulk_update([row for row, _version in renders], ["renders"])
    by_text = {text.pk: [] for text, _said in pairs}
    for row in made.values():
        by_text[row.resolution_id].append(row)
    return by_text


def add_terms(name, pairs):
    """Connect texts with their keywords, scopes or countries."""
    field = Resolution._meta.get_field(name)
    through, column = field.remote_field.through, f"{field.m2m_reverse_field_name()}_id"
    through.objects.bulk_create(
        through(**{"resolution_id": text.pk, column: code})
        for text, said in pairs
        for code in said.get(name, ())
    )


def parsed(words):
    """Give {language: [Parsed]} of the newest body in each language."""
    newest = {one.language: one for one in sorted(words, key=lambda one: one.version) if one.body}
    return {lang: parse(one.body, lang, one.title) for lang, one in newest.items()}
