"""Long PDFs, set by a program that takes in nothing of the site.

Reading 2,000 reports takes some 100 MB, and setting 400 pages twice that. Neither waits beside the
other: the process that has read lays everything into a folder and *becomes* the typesetter, which
becomes the one that keeps the file. Where it has more to do (`manage.py work --once`, a test), it
starts the typesetter and waits.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import rmtree

from django.conf import settings
from django.db import connections

from resrec.documents import glyphs
from resrec.documents.models import MadeDocument

TYPESETTER = Path(__file__).parent / "rendering" / "typesetting.py"
# One thread and one heap take less memory, and what is large goes back when it is let go of; the
# other processors are for the readers of the site.
SPARING = {
    "RAYON_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "65536",
}


class NotSet(Exception):
    """The typesetter could not make it; says why."""


def hand_over(waiting, document, revision, *, alone):
    """Have a PDF set and kept. A process that is there for this `alone` does not come back."""
    folder = _laid_out(waiting, document, revision)
    setting = [sys.executable, str(TYPESETTER), str(folder), *glyphs.folders()]
    environment = os.environ | SPARING
    if not alone:
        subprocess.run(setting, env=environment, check=True)  # noqa: S603  our own program
        keep(folder)
        return
    keeping = [sys.executable, "-W", "ignore", sys.argv[0], "make_documents", "--keep", str(folder)]
    connections.close_all()
    os.execve(setting[0], [*setting, "--", *keeping], environment)  # noqa: S606  our own program


def whose(folder):
    """Give the MadeDocument that a folder was laid out for, as it was claimed then."""
    about = _about(folder)
    waiting = MadeDocument.objects.get(pk=about["pk"])
    waiting.attempts = about["attempts"]
    return waiting


def keep(folder):
    """Keep the PDF that lies in a folder, or raise NotSet; the folder goes."""
    wrong = Path(folder, "went_wrong.txt")
    try:
        if wrong.exists():
            raise NotSet(wrong.read_text(encoding="utf-8"))
        content = Path(folder, "document.pdf").read_bytes()
        whose(folder).finish(content, **_about(folder)["made"])
    finally:
        rmtree(folder)


def _laid_out(waiting, document, revision):
    """Give a folder with what the typesetter and the keeper need to know."""
    from resrec.documents.rendering.pdf import as_json

    folder = Path(settings.MEDIA_ROOT, "documents", f"{waiting.pk}.making")
    rmtree(folder, ignore_errors=True)  # a maker before us may have been killed
    folder.mkdir(parents=True)
    about = {
        "pk": waiting.pk,
        "attempts": waiting.attempts,
        "made": {
            "name": document.name,
            "fingerprint": document.fingerprint,
            "revision": revision,
        },
    }
    Path(folder, "about.json").write_text(json.dumps(about), encoding="utf-8")
    Path(folder, "document.json").write_text(as_json(document), encoding="utf-8")
    return folder


def _about(folder):
    return json.loads(Path(folder, "about.json").read_text(encoding="utf-8"))
