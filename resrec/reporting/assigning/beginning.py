"""The preview of an assignment: rows are checked and kept on the server; nothing else is made."""

import hashlib
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from resrec.library.models import Assembly, Resolution
from resrec.reporting.assigning import reading
from resrec.reporting.assigning.checking import check
from resrec.reporting.assigning.row import COLUMNS, Row
from resrec.reporting.models import Assignment
from resrec.rules import RuleBroken

# Previews that nobody carries out are kept so long.
KEPT = timedelta(days=7)


def from_sheet(file, name, *, by, language="en"):
    """Give the Assignment of a sheet that is open for bytes. Raises RuleBroken for no sheet."""
    sheet = reading.read(file)
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    said = {"digest": digest, "unused": sheet.unused, "language": language}
    return _keep(Assignment.Way.SHEET, name[-300:], sheet.rows, by=by, **said)


def from_texts(chosen, role, body, email, *, by, language="en"):
    """Give the Assignment of one post for each live text of an Assembly, or under a Keyword."""
    if isinstance(chosen, Assembly):
        way, texts = Assignment.Way.ASSEMBLY, Resolution.objects.filter(assembly=chosen)
    else:
        way, texts = Assignment.Way.KEYWORD, Resolution.objects.filter(keywords=chosen)
    codes = list(texts.in_force().values_list("code", flat=True))
    if not codes:
        raise RuleBroken(_("No live text is filed there."))
    said = dict.fromkeys(COLUMNS, "")
    said |= {"role": role.pk, "constituent": body.name, "email": email}
    rows = [
        Row(number, said | {"code": code}, given=body.pk)
        for number, code in enumerate(codes, start=1)
    ]
    return _keep(way, str(chosen)[:300], rows, by=by, language=language)


def _keep(way, name, rows, *, by, **said):
    Assignment.objects.only_looked_at(timezone.now() - KEPT).delete()
    found = [vars(row) for row in check(rows)]
    return Assignment.objects.create(way=way, name=name, rows=found, by=by, **said)


def read_rows(assignment):
    """Give the Rows of an assignment, as they were found last, or carried out."""
    return [Row(**row) for row in assignment.rows]


def checked_anew(rows):
    """Give these Rows as they are found now."""
    return check([Row(row.number, row.said, row.given, row.beyond) for row in rows])
