"""The numbers that Word shows before paragraphs: counted by it, and nowhere in the words.

A paragraph names a list (`numId`) and a level, itself or by its style; the list points to an
abstract one that says for each level how it counts ("lowerLetter"), from what, and what it prints
("(%2)"). Lists of one abstract list count on together, unless one starts anew.
"""

import re
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from resrec.library.originals.counting import counted

VALUE = qn("w:val")
PLACE = re.compile(r"%([1-9])")
DEEPEST = 9


@dataclass
class _Level:
    start: int = 1
    how: str = "decimal"
    text: str = ""
    style: str | None = None


@dataclass
class _List:
    """A list: which abstract list it counts with, its levels, and where it starts anew."""

    counts_with: str
    levels: dict = field(default_factory=dict)
    anew: dict = field(default_factory=dict)


class Numbers:
    """Counts through a document's paragraphs; ask for each once, in their order."""

    def __init__(self, document):
        self.styles = _styles(document)
        self.lists = _lists(document, self.styles)
        self.counted = {}
        self.begun = set()

    def of(self, paragraph):
        """Give the number of a w:p as it is printed, "" for none."""
        number, depth, style = self._place(paragraph)
        found = self.lists.get(number)
        if found is None:
            return ""
        if depth is None:
            named = (at for at, level in found.levels.items() if style and level.style == style)
            depth = next(named, 0)
        if depth not in found.levels:
            return ""
        counts = self._count(number, found, depth)
        return _printed(found.levels[depth], found.levels, counts)

    def _count(self, number, found, depth):
        """Count one paragraph more at this depth; gives the counts of its levels."""
        counts = self.counted.setdefault(found.counts_with, {})
        if number not in self.begun:
            self.begun.add(number)
            counts |= {level: start - 1 for level, start in found.anew.items()}
        counts[depth] = counts.get(depth, found.levels[depth].start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return counts

    def _place(self, paragraph):
        """The list, level and style of a paragraph; list and level are its style's if not own."""
        own = paragraph.find(qn("w:pPr"))
        if own is None:
            return None, None, None
        style = _value(own.find(qn("w:pStyle")))
        number, depth = _numbering(own)
        of_style, at = self.styles.get(style, (None, None))
        if number is None:
            return of_style, at if depth is None else depth, style
        return number, depth, style


def _printed(level, levels, counts):
    if level.how == "none" or not level.text:
        return ""
    if level.how == "bullet":
        return "•"

    def shown(match):
        depth = int(match[1]) - 1
        other = levels.get(depth, _Level())
        return counted(counts.get(depth, other.start), other.how)

    return PLACE.sub(shown, level.text).strip()


def _styles(document):
    """Give {style id: (list, level)}, following what each style is based on."""
    own, based = {}, {}
    for style in document.styles.element.iter(qn("w:style")):
        name = style.get(qn("w:styleId"))
        properties, basis = style.find(qn("w:pPr")), style.find(qn("w:basedOn"))
        own[name] = _numbering(properties) if properties is not None else (None, None)
        based[name] = _value(basis) if basis is not None else None
    return {name: _inherited(name, own, based) for name in own}


def _inherited(name, own, based):
    number = depth = None
    for _generation in range(len(own)):
        found, at = own.get(name, (None, None))
        number = found if number is None else number
        depth = at if depth is None else depth
        name = based.get(name)
        if name is None:
            break
    return number, depth


def _lists(document, styles):
    """Give {numId: _List} of the document's numbering part; {} where it has none."""
    try:
        element = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    abstract = {one.get(qn("w:abstractNumId")): one for one in element.iter(qn("w:abstractNum"))}
    lists = {}
    for one in element.iter(qn("w:num")):
        pointed = _value(one.find(qn("w:abstractNumId")))
        if pointed not in abstract:
            continue
        made = _List(pointed, _levels(abstract[pointed]))
        for override in one.iter(qn("w:lvlOverride")):
            depth, start = _int(override.get(qn("w:ilvl"))), override.find(qn("w:startOverride"))
            if start is not None:
                made.anew[depth] = _int(_value(start), 1)
            made.levels |= _levels(override)
        lists[one.get(qn("w:numId"))] = made
    return _linked(lists, abstract, styles)


def _linked(lists, abstract, styles):
    """A list may say no more than the style whose list it is."""
    for made in lists.values():
        link = abstract[made.counts_with].find(qn("w:numStyleLink"))
        if link is not None and not made.levels:
            other = lists.get(styles.get(_value(link), (None, None))[0])
            if other is not None:
                made.levels, made.counts_with = other.levels, other.counts_with
    return lists


def _levels(holder):
    levels = {}
    for one in holder.findall(qn("w:lvl")):
        depth = _int(one.get(qn("w:ilvl")))
        if 0 <= depth < DEEPEST:
            levels[depth] = _Level(
                _int(_value(one.find(qn("w:start"))), 1),
                _value(one.find(qn("w:numFmt"))) or "decimal",
                _value(one.find(qn("w:lvlText"))) or "",
                _value(one.find(qn("w:pStyle"))),
            )
    return levels


def _numbering(properties):
    """Give (list, level) of a w:pPr; None for what it leaves open. List "0" means no number."""
    found = properties.find(qn("w:numPr"))
    if found is None:
        return None, None
    depth = _value(found.find(qn("w:ilvl")))
    return _value(found.find(qn("w:numId"))), None if depth is None else _int(depth)


def _value(element):
    return None if element is None else element.get(VALUE)


def _int(value, otherwise=0):
    """Give a small number; hostile ones become `otherwise`."""
    text = value or ""
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise
