"""Web pages: paragraphs, headings and list items with their numbers, rows of tables as lines."""

import re

from selectolax.lexbor import LexborHTMLParser

from resrec.library.originals.counting import counted
from resrec.library.originals.plain import decoded

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
UNSAID = ["head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object"]
UNSAID += ["nav", "button", "select", "textarea", "[hidden]"]
# These begin a line and end it.
BLOCKS = set(
    "address article aside blockquote body br caption center dd details div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary "
    "table tbody tfoot thead tr ul".split()
)
WAYS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
# A table that holds these sets out the page, and its cells are no cells.
LAYOUT = "td p ~ p, td li, td table, td h1, td h2, td h3"
BETWEEN_CELLS = " | "


def lines_of(file):
    """Give the lines of a page and no notes."""
    content = file.read()
    declared = _DECLARED.search(content[:4096])
    tree = LexborHTMLParser(decoded(content, declared[1].decode("ascii") if declared else ""))
    for unsaid in tree.css(", ".join(UNSAID)):
        unsaid.decompose()
    return (_Lines().of(tree.body) if tree.body else []), []


class _Lines:
    """Walks a tree without recursion: a page may be nested as deep as it likes."""

    def __init__(self):
        self.lines, self.words, self.number = [], [], ""
        self.lists, self.rows, self.layouts = [], [], []

    def of(self, root):
        waiting = [(root, True)]
        while waiting:
            node, enters = waiting.pop()
            if node.tag == "-text":
                self._say(node)
            elif not enters:
                self._leave(node)
            elif not node.tag.startswith("-"):
                self._enter(node)
                waiting.append((node, False))
                child = node.last_child
                while child is not None:
                    waiting.append((child, True))
                    child = child.prev
        self._end_line()
        return self.lines

    @property
    def is_in_cell(self):
        return bool(self.rows) and not self.layouts[-1]

    def _say(self, node):
        text = node.text_content or ""
        parent = node.parent
        if parent is not None and parent.tag == "pre":
            for line in text.split("\n"):
                self.words.append(line)
                self._end_line()
        else:
            self.words.append(text)

    def _enter(self, node):
        tag = node.tag
        if tag in BLOCKS:
            self._end_line()
        if tag in ("ol", "ul"):
            how = WAYS.get(node.attributes.get("type") or "", "decimal") if tag == "ol" else ""
            self.lists.append([how, _whole(node.attributes.get("start"), 1) - 1])
        elif tag == "li":
            self.number = self._next_number(node)
        elif tag == "table":
            self.layouts.append(node.css_first(LAYOUT) is not None)
            self.rows.append([])
        elif tag in ("td", "th") and self.layouts and self.layouts[-1]:
            self._end_line()

    def _leave(self, node):
        tag = node.tag
        if tag in ("td", "th") and self.is_in_cell:
            self.rows[-1].append(self._take())
        elif tag == "tr" and self.is_in_cell:
            self.words, self.rows[-1] = [BETWEEN_CELLS.join(filter(None, self.rows[-1]))], []
            self.lines.append(self._take())
        elif tag in BLOCKS:
            self._end_line()
        if tag in ("ol", "ul") and self.lists:
            self.lists.pop()
        elif tag == "table" and self.rows:
            self.rows.pop()
            self.layouts.pop()

    def _next_number(self, item):
        if not self.lists:
            return ""
        how, before = self.lists[-1]
        self.lists[-1][1] = number = _whole(item.attributes.get("value"), before + 1)
        return f"{counted(number, how)}." if how and number > 0 else "•"

    def _end_line(self):
        """In a cell a line does not end before the row."""
        if self.is_in_cell:
            self.words.append(" ")
        elif line := self._take():
            self.lines.append(line)

    def _take(self):
        words, self.words = " ".join("".join(self.words).split()), []
        if words and self.number:
            words, self.number = f"{self.number} {words}", ""
        return words


def _whole(value, otherwise):
    text = value or ""
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise
