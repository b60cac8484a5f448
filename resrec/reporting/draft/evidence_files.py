"""Files that show what a report says: taken in under random names, let go when nothing needs them.

Versions of a report share a file: it leaves the disk with the last row that names it.
"""

import hashlib
import uuid
from pathlib import PurePath

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from resrec.reporting.anchors import normalised
from resrec.reporting.models import Evidence
from resrec.rules import RuleBroken
from resrec.web.file_kinds import kind_of
from resrec.web.scanning import refuse_infected

LONGEST_NAME = 150  # characters


def checked(upload):
    """Give the FileKind of an UploadedFile. Raises RuleBroken with what is wrong with it."""
    if not upload.size:
        raise RuleBroken(_("This file is empty."))
    if upload.size > settings.EVIDENCE_MAX_BYTES:
        raise RuleBroken(
            _("This file is too large: %(size)s. It may be up to %(limit)s."),
            params={
                "size": filesizeformat(upload.size),
                "limit": filesizeformat(settings.EVIDENCE_MAX_BYTES),
            },
        )
    kind = kind_of(upload, upload.name)
    refuse_infected(upload)
    return kind


def attach(report, upload, *, position=0):
    """Put an UploadedFile that was `checked` on a draft, after what it has; give the Evidence."""
    kind = kind_of(upload, upload.name)
    upload.seek(0)
    digest = hashlib.sha256()
    for block in upload.chunks():
        digest.update(block)
    evidence = Evidence(
        file_name=_plain_name(upload.name),
        media_type=kind.media_type,
        size=upload.size,
        digest=digest.hexdigest(),
        position=position,
    )
    evidence.file.save(uuid.uuid4().hex, upload, save=False)
    try:
        report.evidence.add(evidence, bulk=False)
    except BaseException:
        default_storage.delete(evidence.file.name)
        raise
    return evidence


def forget(names):
    """Delete these files once the transaction is done, except those that a row still names."""

    def delete():
        kept = set(Evidence.objects.filter(file__in=names).values_list("file", flat=True))
        for name in set(names) - kept:
            default_storage.delete(name)

    transaction.on_commit(delete)


def _plain_name(name):
    """Give a file's name without folders and control characters, at a bounded length."""
    path = PurePath(normalised(name).replace("\\", "/"))
    stem = "".join(character for character in path.stem if character.isprintable())
    return f"{stem[:LONGEST_NAME]}{path.suffix.lower()}"
