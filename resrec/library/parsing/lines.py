"""The lines of a text: one paragraph a line, whatever the spaces and line ends."""

import re

_LINE_END = re.compile(r"\r\n|\r|\n")
# Left-to-right marks, joiners and byte order marks, which word processors leave about.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_EDGES = re.compile(rf"^[\s\x00{INVISIBLE}]+|[\s\x00{INVISIBLE}]+$")


def lines_of(text):
    """Give the lines that hold anything to read, without the white space at their ends."""
    trimmed = (_EDGES.sub("", line) for line in _LINE_END.split(text))
    return [line for line in trimmed if line]
