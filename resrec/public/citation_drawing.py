"""The drawing of a chain of citations: texts down a line in order of time, citations as arcs."""

from dataclasses import dataclass

STEP = 26  # from one text to the next; all lengths in units of the drawing, a pixel on a phone
NEAREST, APART, FURTHEST = 16, 9, 130  # how far out an arc is pulled
WIDTH = 304
LONGEST_LABEL = 22  # characters


@dataclass(frozen=True)
class Dot:
    y: int
    label: str
    year: str
    is_middle: bool


@dataclass(frozen=True)
class Arc:
    path: str
    of_middle: bool


@dataclass(frozen=True)
class Drawing:
    """`line` is where the line of time runs; arcs are drawn on the left of it."""

    dots: list[Dot]
    arcs: list[Arc]
    line: int
    height: int
    width: int = WIDTH

    @property
    def labels_at(self):
        return self.line + 13


def draw(chain):
    """Give the Drawing of a Chain."""
    dots, before = [], None
    for place, text in enumerate(chain.texts):
        year = text.assembly.year_held
        label = text.label if len(text.label) <= LONGEST_LABEL else f"{text.label[:20]} …"
        is_middle = text.pk == chain.text.pk
        dots.append(Dot(_y(place), label, str(year) if year != before else "", is_middle))
        before = year
    middle = next(place for place, dot in enumerate(dots) if dot.is_middle)
    # A curve comes three quarters of the way to where it is pulled.
    line = 10 + max((_out(*edge) for edge in chain.edges), default=0) * 3 // 4
    arcs = [Arc(_arc(line, *edge), middle in edge) for edge in chain.edges]
    # Those of the text in the middle are drawn last, above the others.
    return Drawing(dots, sorted(arcs, key=lambda arc: arc.of_middle), line, _y(len(dots)))


def _y(place):
    return STEP // 2 + 4 + place * STEP


def _out(citing, cited):
    """How far out an arc is pulled: the further, the more texts it passes."""
    return min(FURTHEST, NEAREST + APART * abs(citing - cited))


def _arc(line, citing, cited):
    x, begins, ends = line - _out(citing, cited), _y(citing), _y(cited)
    return f"M{line} {begins}C{x} {begins} {x} {ends} {line} {ends}"
