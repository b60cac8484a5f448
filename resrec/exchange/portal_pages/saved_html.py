"""Saved HTML pages: their address and their lines.

Every block is a line, cells of a table row are joined with " | ", and what belongs to the site
and not to the report (menus, scripts, forms, footers) is left out.
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

_SITE = "head, script, style, noscript, template, svg, iframe, nav, footer, aside, form, button"
_BODIES = ("main", "[role=main]", "#main-content", "#content", "article", "body")
_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody "
    "tfoot thead tr ul".split()
)
_CELLS = frozenset(("td", "th"))


def is_html(text):
    """Tell whether a file's text is a whole HTML page."""
    return bool(_STARTS_AS_HTML.match(text))


def address_in(text):
    """Give (node, language) of the address a saved page names as its own; None where it is silent.

    An address without a language in its path is the English one.
    """
    tree = LexborHTMLParser(text)
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


def lines_of_html(text):
    """Give the lines of a page's main part as a list of str, its title first where it has one."""
    tree = LexborHTMLParser(text)
    head = tree.css_first("title")
    title_in_head = head.text().strip() if head else ""
    for node in tree.css(_SITE):
        node.decompose()
    lines = _main_lines(tree)
    if title(title_in_head) and not any(title(line) for line in lines):
        return [title_in_head, *lines]
    return lines


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
        self.lines, self.words, self.cells = [], [], 0

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
            if self.cells == 0 and self.words:
                self.words.append(" | ")
            self.cells += 1
        else:
            self._break_at(node)

    def _leave(self, node):
        if node.tag in _CELLS:
            self.cells -= 1
        else:
            self._break_at(node)

    def _break_at(self, node):
        if node.tag in _BLOCKS or node.tag == "br":
            if self.cells:
                self.words.append(" ")
            else:
                self._end_line()

    def _end_line(self):
        self.lines += _split("".join(self.words))
        self.words = []


def _split(text):
    """Keep the line ends of a text that has labels on lines of their own; else join its lines."""
    cells = [cell.strip() for cell in text.split(" | ")]
    lines = cells if is_landmark(cells[0]) else [line.strip() for line in text.splitlines()]
    if any(is_landmark(line) for line in lines):
        return lines
    joined = " ".join(line for line in lines if line)
    return [joined] if joined else []
