"""A text as JSON: its record, as `export_texts` writes it, with names and addresses."""

import json

from resrec.public.formats.told import LANGUAGES, Told


def as_json(told: Told):
    """Give everything the library holds of a text, in all its languages."""
    return json.dumps(_object(told), ensure_ascii=False, indent=1)


def _object(told):
    text = told.text
    return {
        "address": told.address,
        "label": text.label,
        **told.record,
        "names": {
            "collection": _named(text.collection, "name"),
            "assembly": _named(text.assembly.kind, "label"),
            "place": _named(text.assembly, "place"),
            "kind": _named(text.kind, "label") if text.kind else {},
        },
        "session": text.assembly.number,
        "year_held": text.assembly.year_held,
        "year_coded": text.assembly.year_coded,
        "is_demonstration": text.is_demonstration,
        "standing": text.standing,
        "succeeded_by": _other(told, told.succeeded_by) if told.succeeded_by else None,
        "succeeds": [_other(told, code) | {"standing": how} for code, how in told.succeeds],
        "cites": [_other(told, code) for code in told.cites],
        "cited_by": [_other(told, code) for code in told.cited_by],
        "paragraphs": [
            {"address": told.address_of(one["path"]), **one} for one in told.record["paragraphs"]
        ],
    }


def _other(told, code):
    return {"code": code, "address": told.address_of_text(code)}


def _named(row, field):
    names = {language: getattr(row, f"{field}_{language}") for language in LANGUAGES}
    return {language: name for language, name in names.items() if name}
