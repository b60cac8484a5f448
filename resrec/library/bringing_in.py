"""Bringing in the words of a text: a new version of them, with the original beside it."""

import hashlib
import uuid
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.library.citations.refreshing import refresh
from resrec.library.models import Original, ResolutionText
from resrec.library.paragraph_trees import move_on
from resrec.library.search.indexing import index
from resrec.rules import RuleBroken

LONGEST_NAME = 150  # characters


def bring_in(resolution, language, found, original, *, by, read, title="", renders=None):
    """Store the words of a `Read` in a language and keep `original` (name, bytes); gives the row.

    Words that differ from those held are the next version; only where none were held do they go
    to the version there is. `renders` is the ResolutionText they translate, `read` the
    `paragraphs_revision` that the officer had before them. Paragraphs are not touched.
    """
    name, content = original
    kept = default_storage.save(f"originals/{uuid.uuid4().hex}", ContentFile(content))
    try:
        return _bring_in(
            resolution,
            language,
            found,
            by=by,
            read=read,
            words={"title": title, "renders": renders},
            original={
                "file": kept,
                "file_name": _plain_name(name),
                "media_type": found.media_type,
                "size": len(content),
                "digest": hashlib.sha256(content).hexdigest(),
            },
        )
    except BaseException:
        default_storage.delete(kept)
        raise


@journalled()
def _bring_in(resolution, language, found, *, by, read, words, original):
    move_on(resolution, read=read)
    text = _next(resolution, language, found.body, words)
    Original.objects.create(text=text, by=by, **original)
    index([resolution.pk])
    refresh([resolution.pk])
    record(
        resolution,
        "resolution.words_brought_in",
        by=by,
        language=language,
        version=text.version,
        digest=original["digest"],
    )
    return text


def _next(resolution, language, body, words):
    rows = ResolutionText.objects.filter(resolution=resolution, language=language)
    newest = rows.order_by("-version").first()
    if newest is None:
        return rows.create(resolution=resolution, language=language, body=body, **words)
    words["title"] = words["title"] or newest.title
    if newest.body == body and newest.title == words["title"]:
        raise RuleBroken(_("These are the words that are held already."))
    if not newest.body and newest.title in ("", words["title"]):
        rows.filter(Q(body=""), pk=newest.pk).update(body=body, **words)
        newest.refresh_from_db()
        return newest
    version = newest.version + 1
    return rows.create(
        resolution=resolution, language=language, version=version, body=body, **words
    )


def _plain_name(name):
    """Give a file's name without folders and control characters, at a bounded length."""
    path = PurePath(name.replace("\\", "/"))
    stem = "".join(character for character in path.stem if character.isprintable())
    return f"{stem[:LONGEST_NAME]}{path.suffix.lower()[:10]}"
