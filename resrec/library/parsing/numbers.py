"""The number at the start of a line: what it looks like, and what it counts."""

import re
from dataclasses import dataclass

from resrec.library.parsing.lines import INVISIBLE

DECIMAL, DOTTED, PLAIN, LETTER, UPPER, BULLET = "decimal dotted plain letter upper bullet".split()

_GAP = rf"[\s{INVISIBLE}]"
_NUMBER = re.compile(
    rf"""(?P<printed>
      (?P<decimal>\d{{1,4}}(?:[.)]|\xa0?°|°\)|[.]?[-–—](?={_GAP})))
    | (?P<dotted>\d{{1,3}}(?:\.(?:\d{{1,3}}|[a-z]))+\.?\)?)
    | (?P<plain>\d{{1,4}})
    | (?P<letter>\((?:\d{{1,3}}|[a-z]{{1,5}}(?:\ bis|\ ter)?)\)\.?|(?:[a-z]|[ivxl]{{2,6}})[.)])
    | (?P<upper>\((?:[A-Z]|[IVXL]{{2,6}})\)|(?:[A-Z]|[IVXL]{{2,6}})[.)])
    | (?P<bullet>[•▪◦●○■□‣⁃·∙*–—-]\.?|o(?=\t))
    )(?:{_GAP}+|$)""",
    re.VERBOSE,
)
# "1.Requests": the gap is forgotten, and a capital tells that it is no "1.5".
_TIGHT = re.compile(r"(?P<printed>\d{1,3}[.)]|\((?:[a-z]{1,3})\))(?=[A-ZÀ-Þ][^\W\d_])")


@dataclass(frozen=True)
class Number:
    """`printed` as it stands, `style` one of the words above, `value` what it says ("4", "b")."""

    printed: str = ""
    style: str = ""
    value: str = ""

    def __bool__(self):
        return bool(self.style)

    @property
    def is_decimal(self):
        """Whether it numbers a paragraph of its own right ("4.", "4.2"), not one under it."""
        return self.style in (DECIMAL, DOTTED, PLAIN)


NONE = Number()


def read_number(line):
    """Give the Number that a line starts with (NONE if none) and the words that follow it."""
    found = _NUMBER.match(line) or _TIGHT.match(line)
    if not found:
        return NONE, line
    printed = found["printed"]
    style = found.lastgroup if found.re is _NUMBER else _style_of_tight(printed)
    if style == "printed":
        style = next(name for name, value in found.groupdict().items() if value and name != style)
    value = re.sub(r"[^0-9A-Za-z.]+", "", printed).strip(".")
    return Number(printed, style, value), line[found.end() :].lstrip("\u200e\u200f")


def _style_of_tight(printed):
    return DECIMAL if printed[0].isdigit() else LETTER
