"""Paragraphs as a row says them, stored as they are."""

from datetime import date

from resrec.library.models import Addressee, Paragraph, ParagraphText
from resrec.library.records import OF_A_PARAGRAPH

BATCH = 2000


def store_trees(trees, known):
    """Store the paragraphs of texts that have none; `trees` are pairs of text and paragraphs."""
    rows = [
        (paragraph(text, position, one), one)
        for text, paragraphs in trees
        for position, one in enumerate(paragraphs, start=1)
    ]
    Paragraph.objects.bulk_create([row for row, _one in rows], batch_size=BATCH)
    add_words(rows, known)


def add_words(rows, known):
    """Add words and addressees; `rows` are pairs of a stored Paragraph and what is said of it."""
    ParagraphText.objects.bulk_create(
        (
            ParagraphText(paragraph=row, language=language, text=text)
            for row, one in rows
            for language, text in one["words"].items()
        ),
        batch_size=BATCH,
    )
    Addressee.objects.bulk_create(
        (_addressee(row, asked, known) for row, one in rows for asked in one.get("addressees", ())),
        batch_size=BATCH,
    )


def paragraph(text, position, one):
    said = {name: one[name] for name in OF_A_PARAGRAPH if name in one}
    if "deadline_on" in said:
        said["deadline_on"] = date.fromisoformat(said["deadline_on"])
    return Paragraph(resolution=text, position=position, path=one["path"], kind=one["kind"], **said)


def _addressee(row, asked, known):
    body = asked.get("constituent")
    return Addressee(
        paragraph=row,
        language=asked["language"],
        name=asked["name"],
        addressee_class_id=asked.get("class"),
        constituent_id=known.bodies[body["kind"], body["name"]] if body else None,
    )
