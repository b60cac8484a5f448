"""Saved HTML pages: their address and their lines.

Every block is a line, cells of a table row are joined with " | ", and what belongs to the site
and not to the report (menus, scripts, footers) is left out.
"""

import re

from selectolax.lexbor import LexborHTMLParser

from resrec.exchange.portal_pages.labels import is_landmark, title

_STARTS_AS_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESS = re.compile(r"(?:^|/)(?:(en|fr|es)/)?node/(\d{1,9})(?=$|[/?#&])", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_OWN_ADDRESS = (
    ("link[rel=canonical]", "href"),
    ("meta[property='og:url']", "content"),
    ("link[rel=shortlink]", "href"),
    ("base[href]", "href"),
)

_SITE = "head, script, style, noscript, template, svg, iframe, nav, footer, aside, select, button"
_BODIES = ("main", "[role=main]", "#main-content", "#content", "article", "body")
_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody "
    "tfoot thead tr ul".split()
)
_CELLS = frozenset(("td", "th"))


# Elements that have no end tag, or may do without it.
_OPENING = re.compile(
    r"<(?!(?:area|base|br|col|hr|img|input|li|link|meta|option|p|source|td|th|tr|wbr)\b)[a-z]", re.I
)
_DEEPEST = 5_000


def nests_too_deep(text):
    """Tell whether elements stand open in each other as no real page's do.

    The parser's time grows with the square of that depth.
    """
    return len(_OPENING.findall(text)) - text.count("</") > _DEEPEST


def is_html(text):
    """Tell whether a file's text is a whole HTML page."""
    return bool(_STARTS_AS_HTML.match(text))


def read_html(text):
    """Give (lines, node, language) of a saved page, its title first where it has one.

    Node and language are those of the address that the page names as its own, None where it is
    silent. An address without a language in its path is the English one.
    """
    tree = LexborHTMLParser(text)
    node, lang = _address(tree, text)
    head = tree.css_first("title")
    title_in_head = head.text().strip() if head else ""
    for site in tree.css(_SITE):
        site.decompose()
    return _from_title(_main_lines(tree), title_in_head), node, lang


def _from_title(lines, title_in_head):
    """Leave out what the site prints above the title; take the window's title where it has none."""
    start = next((index for index, line in enumerate(lines) if title(line)), None)
    if start is not None:
        return lines[start:]
    return [title_in_head, *lines] if title(title_in_head) else lines


def _address(tree, text):
    for address in _addresses(tree, text):
        if found := _ADDRESS.search(address):
            return int(found[2]), (found[1] or "en").lower()
    root = tree.css_first("html[lang]")
    lang = (root.attributes.get("lang") or "")[:2].lower() if root else ""
    return None, lang if lang in ("en", "fr", "es") else None


def _addresses(tree, text):
    for selector, attribute in _OWN_ADDRESS:
        for node in tree.css(selector):
            yield node.attributes.get(attribute) or ""
    if found := _SAVED_FROM.search(text[:5000]):
        yield found[1]


def _main_lines(tree):
    for selector in _BODIES:
        for body in tree.css(selector):
            lines = _Lines().of(body)
            if selector == "body" or any(is_landmark(line) for line in lines):
                return lines
    return []


class _Lines:
    """Collects lines on a walk through a tree."""

    def __init__(self):
        self.lines, self.words = [], []
        self.depth_of_cells = self.cells_in_row = 0

    def of(self, body):
        """Walk without recursion: saved pages can be nested deeper than Python's stack."""
        node, above = body, []
        while node is not None:
            self._enter(node)
            if node.child is not None:
                above.append(node)
                node = node.child
                continue
            self._leave(node)
            while above and node.next is None:
                node = above.pop()
                self._leave(node)
            node = node.next if above else None
        self._end_line()
        return self.lines

    def _enter(self, node):
        if node.tag == "-text":
            self.words.append(node.text_content or "")
        elif node.tag in _CELLS:
            if self.depth_of_cells == 0:
                self.words.append(" | " if self.cells_in_row else "")
                self.cells_in_row += 1
            self.depth_of_cells += 1
        else:
            self._break_at(node)

    def _leave(self, node):
        if node.tag in _CELLS:
            self.depth_of_cells -= 1
        else:
            self._break_at(node)

    def _break_at(self, node):
        if node.tag in _BLOCKS or node.tag == "br":
            if self.depth_of_cells:
                self.words.append(" ")
            else:
                self._end_line()

    def _end_line(self):
        if self.words:
            self.lines += _split("".join(self.words))
            self.words, self.cells_in_row = [], 0


def _split(text):
    """Keep the line ends of a text that has labels on lines of their own; else join its lines."""
    cells = [cell.strip() for cell in text.split(" | ")]
    lines = cells if is_landmark(cells[0]) else [line.strip() for line in text.splitlines()]
    if any(is_landmark(line) for line in lines):
        return lines
    joined = " ".join(line for line in lines if line)
    return [joined] if joined else []
