"""Storing trees of paragraphs, as `resrec.library.parsing` gives them, one list a language."""

from itertools import count

from resrec.journal.recording import journalled, record
from resrec.library.models import (
    Addressee,
    AddresseeClass,
    Assembly,
    Paragraph,
    ParagraphText,
)
from resrec.library.paired_languages import paired
from resrec.people.models import Constituent

BATCH = 2000


@journalled()
def store_new(trees, *, by):
    """Store the trees of texts that have no paragraphs yet, in bulk; gives the number of rows.

    `trees` are pairs of Resolution and {language: list of Parsed}; the number of queries does not
    grow with the texts but with every 2,000 rows.
    """
    found = [(resolution, paired(tree)) for resolution, tree in trees]
    rows = [
        (resolution, pair, Paragraph(resolution=resolution, position=position, **pair.values))
        for resolution, pairs in found
        for position, pair in zip(count(1), pairs, strict=False)
    ]
    Paragraph.objects.bulk_create([row for *_of, row in rows], batch_size=BATCH)
    add_words([(row, language, one) for _of, pair, row in rows for language, one in said(pair)])
    for resolution, pairs in found:
        record(resolution, "resolution.paragraphs_stored", by=by, paragraphs=len(pairs))
    return len(rows)


def said(pair):
    """Pairs of language and Parsed."""
    return pair.parsed.items()


def add_words(rows):
    """Add words and addressees; `rows` are triples of a stored Paragraph, language and Parsed."""
    ParagraphText.objects.bulk_create(
        (
            ParagraphText(paragraph=paragraph, language=language, text=one.text)
            for paragraph, language, one in rows
        ),
        batch_size=BATCH,
    )
    Addressee.objects.bulk_create(_addressees(rows), batch_size=BATCH)


def _addressees(rows):
    """One row a name; its constituent is looked for in the text's own union only."""
    asked = [
        (paragraph, language, name[:300], kind)
        for paragraph, language, one in rows
        for name, kind in {each.name: each.kind for each in one.addressees}.items()
    ]
    if not asked:
        return []
    classes = set(AddresseeClass.objects.values_list("code", flat=True))
    invented = set(
        Assembly.objects.filter(kind__collection__is_demonstration=True).values_list(flat=True)
    )
    bodies = Constituent.objects.named_each({name for _of, _in, name, _kind in asked})
    return [
        Addressee(
            paragraph=paragraph,
            language=language,
            name=name,
            addressee_class_id=kind if kind in classes else None,
            constituent=next(
                (
                    body
                    for body in bodies.get(name, ())
                    if body.is_demonstration == (paragraph.resolution.assembly_id in invented)
                ),
                None,
            ),
        )
        for paragraph, language, name, kind in asked
    ]
