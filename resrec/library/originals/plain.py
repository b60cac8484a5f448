"""Plain text: lines as they stand, but for those that were only cut to a width."""

import re

# What marks a line as the beginning of a paragraph although it starts in lower case: "a)", "ii."
_NUMBERED = re.compile(r"\(?[a-z]{1,5}[.)]\s")
# A line this long, in characters, may have been cut where the next goes on in lower case.
CUT = 45
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")


def lines_of(file):
    return lines_in(decoded(file.read())), []


def lines_in(text):
    """Give the paragraphs of a text, one a line."""
    lines = []
    for line in _LINE_END.split(_UNSEEN.sub("", text)):
        words = line.strip()
        goes_on = words[:1].islower() and not _NUMBERED.match(words)
        if goes_on and lines and len(lines[-1]) >= CUT:
            lines[-1] += f" {words}"
        else:
            lines.append(words)
    return lines


def is_utf_16(file):
    file.seek(0)
    return file.read(2) in (b"\xff\xfe", b"\xfe\xff")


def decoded(content, declared=""):
    """Decode bytes: as their byte order mark says, as UTF-8, as declared, or as Windows does."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", declared):
        try:
            return content.decode(encoding) if encoding else content.decode("cp1252")
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1252", "replace")
