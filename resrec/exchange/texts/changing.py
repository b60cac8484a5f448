"""Changing texts of the library to what rows say: one text at a time, and only what differs."""

from dataclasses import dataclass

from django.utils import timezone

from resrec.exchange.texts.comparing import changed_words
from resrec.exchange.texts.storing import add_terms, fields
from resrec.exchange.texts.trees import add_words, paragraph
from resrec.library.models import Addressee, Paragraph, ParagraphText, Resolution, ResolutionText
from resrec.library.paragraph_matching import matched
from resrec.library.paragraph_plan import pointed_at
from resrec.library.paragraph_trees import move_on, store
from resrec.library.records import TERMS


def change(pk, said, record, keys, known):
    """Bring the text with this id from its record to what a row says under these keys."""
    text = Resolution.objects.select_related("assembly__kind__collection").get(pk=pk)
    shown = {key: said[key] for key in (*keys, "collection")}
    if "life" in said:
        shown.pop("archived", None)  # its history tells that
    columns = fields(shown, known)
    if record["archived"] and shown.get("archived"):
        # Only words differ: whether another text took its place, such a row does not tell.
        del columns["standing"], columns["succeeded_by"]
    if columns:
        Resolution.objects.filter(pk=pk).update(**columns)
    for name in TERMS:
        if name in keys:
            getattr(text, name).clear()
            add_terms(name, [(text, said)])
    bodies = _change_words(text, said, record) if "texts" in keys else False
    if "paragraphs" in keys:
        replace_tree(text, said["paragraphs"], known)
    elif bodies and "paragraphs" not in said:
        store(Resolution.objects.get(pk=pk), by=None)


def _change_words(text, said, record):
    """Write what differs; tells whether a body did."""
    there = {(one["language"], one["version"]): one["body"] for one in record["texts"]}
    changed = changed_words(said, record)
    for one in changed:
        ResolutionText.objects.update_or_create(
            resolution=text,
            language=one["language"],
            version=one["version"],
            defaults={key: one[key] for key in ("title", "title_given", "body") if key in one},
        )
    for one in changed:
        if "renders" in one:
            version = one["renders"] and text.texts.get(**one["renders"])
            text.texts.filter(language=one["language"], version=one["version"]).update(
                renders=version
            )
    return any(
        one.get("body", "") != there.get((one["language"], one["version"]), "")
        for one in changed
        if "body" in one
    )


@dataclass(eq=False)
class _Given:
    """A paragraph of a row, as `matched` wants it."""

    said: dict

    @property
    def path(self):
        return self.said["path"]

    @property
    def parsed(self):
        return {lang: _Words(text) for lang, text in self.said["words"].items()}


@dataclass
class _Words:
    text: str


def replace_tree(text, paragraphs, known):
    """Put these paragraphs in the place of those on record.

    A paragraph that is the same one stays the same row; what is gone but pointed at is kept.
    """
    move_on(text)
    rows = list(Paragraph.ever.filter(resolution=text).prefetch_related("texts"))
    standing = [row for row in rows if row.gone_on is None]
    given = [_Given(one) for one in paragraphs]
    found = matched(given, standing, [row for row in rows if row.gone_on])
    left = {row.pk for row in standing} - {row.pk for row in found.values()}
    kept = pointed_at([row for row in standing if row.pk in left])
    Paragraph.objects.filter(pk__in=kept).update(gone_on=timezone.localdate())
    Paragraph.objects.filter(pk__in=left - kept).delete()
    _put(text, given, found, known)


def _put(text, given, found, known):
    """Write each paragraph over its row or as a new one, first out of each other's way."""
    rows = []
    for place, one in enumerate(given, start=1):
        row = paragraph(text, place, one.said)
        row.pk = found[one].pk if one in found else None
        rows.append((row, one.said))
    old = [row for row, _said in rows if row.pk]
    Paragraph.ever.filter(pk__in=[row.pk for row in old]).update(gone_on=timezone.localdate())
    ParagraphText.objects.filter(paragraph__in=old).delete()
    Addressee.objects.filter(paragraph__in=old).delete()
    columns = [field.name for field in Paragraph._meta.concrete_fields if not field.primary_key]
    Paragraph.ever.bulk_update(old, columns, batch_size=500)
    Paragraph.objects.bulk_create([row for row, _said in rows if not row.pk])
    add_words(rows, known)
