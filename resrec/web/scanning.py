"""Uploads shown to a virus scanner, where the installation names one.

The scanner is a command that is given the file's path; it ends with 0 for a clean file and with 1
for an infected one, as clamscan and clamdscan do. Whatever else happens, the file is not taken in.
"""

import logging
import shlex
import subprocess
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from resrec.rules import RuleBroken

log = logging.getLogger(__name__)

SECONDS = 60
CLEAN, INFECTED = 0, 1


def refuse_infected(upload):
    """Raise RuleBroken when the scanner finds something in this UploadedFile, or cannot look."""
    if not settings.VIRUS_SCANNER:
        return
    with NamedTemporaryFile(prefix="upload-") as copy:
        upload.seek(0)
        for block in upload.chunks():
            copy.write(block)
        copy.flush()
        found = _scan(copy.name)
    if found == INFECTED:
        raise RuleBroken(_("The virus scanner has found something in this file."))
    if found != CLEAN:
        raise RuleBroken(_("This file could not be checked for viruses. Try again later."))


def _scan(path):
    """Give the scanner's exit status; None when it could not be run or did not end in time."""
    command = [*shlex.split(settings.VIRUS_SCANNER), path]
    try:
        ended = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603  the operator's own command
    except (OSError, subprocess.TimeoutExpired) as error:
        log.error("the virus scanner did not answer: %s", error)
        return None
    if ended.returncode not in (CLEAN, INFECTED):
        log.error("the virus scanner ended with %s: %s", ended.returncode, ended.stderr[-500:])
    return ended.returncode
