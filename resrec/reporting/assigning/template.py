"""The sheet to fill in: its columns, and beside them the roles and constituents there are."""

from io import BytesIO

from django.utils.translation import gettext as _

from resrec.people.models import Constituent
from resrec.reporting.assigning.complaints import NAMES
from resrec.reporting.assigning.row import COLUMNS
from resrec.reporting.models import FocalRole
from resrec.web.spreadsheet import harmless

ROWS = 10_000  # for which roles are offered
WIDTHS = {"code": 20, "role": 34, "constituent": 44, "email": 34}


def template():
    """Give the bytes of a workbook; roles are chosen from a list."""
    from xlsxwriter import Workbook

    roles = [role.label for role in FocalRole.objects.all()]
    bodies = Constituent.objects.current().resolved().order_by("kind", "name")
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("posts")
        for place, column in enumerate(COLUMNS):
            sheet.write_string(0, place, str(NAMES[column]), bold)
            sheet.set_column(place, place, WIDTHS.get(column, 14))
        sheet.freeze_panes(1, 0)
        _list(book, "roles", _("Roles"), roles, bold)
        _list(book, "constituents", _("Constituents"), map(str, bodies), bold)
        place = COLUMNS.index("role")
        among = {"validate": "list", "source": f"=roles!$A$2:$A${len(roles) + 1}"}
        sheet.data_validation(1, place, ROWS, place, among | {"error_type": "warning"})
    return file.getvalue()


def _list(book, name, header, lines, bold):
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 60)
    sheet.write_string(0, 0, header, bold)
    for number, line in enumerate(lines, start=1):
        sheet.write_string(number, 0, harmless(line))
