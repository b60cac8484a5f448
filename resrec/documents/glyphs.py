"""Which signs the fonts of our documents can draw: what none of them has is shown by its number.

A sign without a glyph would leave a hole, and PDF/UA forbids it. Fonts are files in `fonts/`, and
in the folder that the setting DOCUMENT_FONTS names (an installation whose names are written in
Chinese, say, puts one there).
"""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

from django.conf import settings

NUMBERED = "‹U+"  # how a sign begins that is told by its number
FOLDER = Path(__file__).parent / "fonts"
# A sign with the marks that stand on it and what joins it to the next: one glyph, or none.
CLUSTER = re.compile(r"[\s\S][\u0300-\u036f\u200c\u200d\ufe00-\ufe0f]*")


def folders():
    """Give the folders in which fonts lie, as strings."""
    return [str(FOLDER), *([settings.DOCUMENT_FONTS] if settings.DOCUMENT_FONTS else [])]


def shown(text: str) -> str:
    """Give a text with every sign that no font can draw as its number: "‹U+674E›"."""
    if text.isascii():
        return text
    return CLUSTER.sub(lambda found: _shown(found[0]), text)


@cache
def _shown(cluster):
    points = {ord(sign) for sign in cluster if not _draws_nothing(sign)}
    if any(points <= font for font in _fonts()):
        return cluster
    return "".join(_alone(sign) for sign in cluster)


def _alone(sign):
    if _draws_nothing(sign) or any(ord(sign) in font for font in _fonts()):
        # A mark whose font has no sign to carry it stands beside it, on one of its own.
        return f"\u25cc{sign}" if unicodedata.combining(sign) else sign
    return f"{NUMBERED}{ord(sign):04X}›"


def _draws_nothing(sign):
    return sign in "\n\t" or unicodedata.category(sign) == "Cf"


@cache
def _fonts():
    """Give the code points of each font, as sets."""
    files = [path for folder in folders() for path in sorted(Path(folder).glob("*.[to]tf"))]
    return [_code_points(path.read_bytes()) for path in files]


def _code_points(font):
    """Read the tables of Unicode in a font (OpenType, `cmap`, formats 4 and 12)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    entries = (struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(tables))
    start = next(offset for tag, _sum, offset, _length in entries if tag == b"cmap")
    found: set[int] = set()
    for n in range(struct.unpack_from(">H", font, start + 2)[0]):
        platform, _encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * n)
        at = start + offset
        kind = struct.unpack_from(">H", font, at)[0]
        if platform in (0, 3) and kind in READERS:
            found |= set(READERS[kind](font, at))
    return found - {0xFFFF}


def _segments(font, at):
    """Format 4: ranges of 16 bits; a sign that leads to glyph 0 is not there."""
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", font, at + 14 + 2 * count * n + (2 if n else 0))
        for n in range(4)
    )
    for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for point in range(start, end + 1):
            glyph = point
            if offsets[n]:
                place = at + 16 + 6 * count + 2 * n + offsets[n] + 2 * (point - start)
                glyph = struct.unpack_from(">H", font, place)[0]
                if not glyph:
                    continue
            if (glyph + deltas[n]) & 0xFFFF:
                yield point


def _groups(font, at):
    """Format 12: ranges of 32 bits."""
    for n in range(struct.unpack_from(">I", font, at + 12)[0]):
        start, end, _glyph = struct.unpack_from(">III", font, at + 16 + 12 * n)
        yield from range(start, end + 1)


READERS = {4: _segments, 12: _groups}
