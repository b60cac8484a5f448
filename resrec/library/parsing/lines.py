"""The lines of a text: one paragraph a line, whatever the spaces and line ends."""

import re
import unicodedata

_LINE_END = re.compile(r"\r\n|\r|\n")
# Left-to-right marks, joiners and byte order marks, which word processors leave about.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# Stripped letter by letter: a pattern for "spaces up to the end" is slow on a line of spaces.
_EDGES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + "\x00" + INVISIBLE


def lines_of(text):
    """Give the lines that hold anything to read, without the white space at their ends (NFC)."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    trimmed = (line.strip(_EDGES) for line in _LINE_END.split(text))
    return [line for line in trimmed if line]
