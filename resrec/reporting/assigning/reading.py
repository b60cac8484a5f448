"""Reading a sheet of posts: which column is which, in three languages."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from resrec.people.folding import folded
from resrec.reporting.assigning.complaints import NAMES
from resrec.reporting.assigning.row import COLUMNS, Row
from resrec.rules import RuleBroken
from resrec.web.sheets import MOST_COLUMNS, rows_of

MOST_ROWS = 20_000
LONGEST = 300  # characters of a cell that are kept: no name, address or code is longer
NEEDED = ("code", "role", "constituent")
# What people write over a column, as `folded` has it.
HEADERS = {
    "code": "code|text|text code|resolution|code du texte|texte|resolution code|codigo|"
    "codigo del texto|texto|resolucion",
    "role": "role|rol|funcion|fonction|papel|post|poste|puesto",
    "constituent": "constituent|body|organisation|organization|member|constituant|organe|entite|"
    "membre|organismo|entidad|organizacion|miembro|componente|composante",
    "email": "e-mail address|email address|e-mail|email|mail|address|adresse electronique|"
    "adresse e-mail|courriel|adresse|correo electronico|direccion de correo electronico|correo|"
    "direccion electronica|direccion",
    "paragraphs": "paragraphs|paragraph|paragraphes|paragraphe|parrafos|parrafo",
    "since": "from|since|first day|du|de|depuis|a partir du|desde|a partir de|premier jour|"
    "primer dia",
    "until": "until|to|last day|au|jusqu'au|dernier jour|hasta|ultimo dia",
}
BY_HEADER = {word: column for column, words in HEADERS.items() for word in words.split("|")}


@dataclass
class Sheet:
    """The Rows of a sheet, and the headers of columns that say nothing here."""

    rows: list[Row]
    unused: list[str] = field(default_factory=list)


def read(file):
    """Read a file that is open for bytes. Raises RuleBroken for what is no sheet of posts."""
    rows = rows_of(file)
    _first, header = next(rows, (0, []))
    if not header:
        raise RuleBroken(_("This sheet is empty."))
    columns, unused = _columns(header)
    sheet = Sheet([], unused)
    for number, cells in rows:
        if len(sheet.rows) == MOST_ROWS:
            raise RuleBroken(_("There are more than %d rows. Cut the sheet in parts.") % MOST_ROWS)
        sheet.rows.append(_row(number, cells, columns, len(header)))
    if not sheet.rows:
        raise RuleBroken(_("There is no row under the headers."))
    return sheet


def _row(number, cells, columns, width):
    said = dict.fromkeys(COLUMNS, "")
    for place, column in columns.items():
        if place < len(cells):
            said[column] = cells[place][:LONGEST]
    return Row(number, said, beyond=len(cells) if len(cells) > width else 0)


def _columns(header):
    """Give {place: column} and the headers that are not known."""
    found, unused = {}, []
    for place, words in enumerate(header):
        column = BY_HEADER.get(folded(words.replace("_", " ")))
        if column in found.values():
            raise RuleBroken(_("The column “%(name)s” comes twice.") % {"name": words[:60]})
        if column:
            found[place] = column
        elif words:
            unused.append(words[:60])
    if missing := [str(NAMES[name]) for name in NEEDED if name not in found.values()]:
        words = _("Columns are missing: %(names)s. The first row names them, as in the template.")
        raise RuleBroken(words % {"names": ", ".join(missing)})
    if len(header) >= MOST_COLUMNS:
        raise RuleBroken(_("There are more than %d columns.") % (MOST_COLUMNS - 1))
    return found, unused
