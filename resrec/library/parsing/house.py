"""Whose text it is: the body that adopts it, which decides what "the Council" means in it."""

import re
from dataclasses import dataclass

from resrec.library.parsing.headings import names_the_assembly
from resrec.library.parsing.words import fold

_OF_THE_UN = re.compile(
    r"general assembly|security council|economic and social council|human rights council"
    r"|trusteeship council|united nations|assemblee generale|conseil de securite"
    r"|conseil economique et social|conseil des droits de l'homme|nations unies|asamblea general"
    r"|consejo de seguridad|consejo economico y social|consejo de derechos humanos|naciones unidas"
)
_OF_A_UNION = re.compile(r"\b(?:iucn|uicn|union)\b")
_ARTICLE = re.compile(r"(?:the|la|le|el)\s+|l['’]", re.IGNORECASE)
FURTHEST = 12


@dataclass(frozen=True)
class House:
    """The body that adopts a text, as it names itself ("" if it does not), and of which kind."""

    name: str = ""
    of_the_un: bool = False

    @property
    def kind(self):
        """The class of the body itself, as an addressee of what it decides."""
        return "un_organs" if self.of_the_un else "assembly"


def house_of(lines):
    """Give the House of a text from its first lines."""
    for line in lines[:FURTHEST]:
        if line[:1] in "TtLlEe" and names_the_assembly(line.split(",")[0]):
            name = _ARTICLE.sub("", line.split(",")[0], count=1).strip(" :;")
            known = fold(name)
            return House(
                name, bool(_OF_THE_UN.search(known)) and not _OF_A_UNION.search(fold(line))
            )
    first = fold(" ".join(lines[:FURTHEST])[:2000])
    return House("", bool(_OF_THE_UN.search(first)) and not _OF_A_UNION.search(first))
