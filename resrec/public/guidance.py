"""The texts of the resource pages: written in Markdown, one file a page and language."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from resrec import library

FOLDER = Path(library.__file__).parent / "guidance"
TAGS = nh3.ALLOWED_TAGS - {"img"}


@dataclass(frozen=True)
class Guidance:
    """One page: its title, its summary in a line, and its sections as clean HTML."""

    title: str
    summary: str
    body: SafeString


@cache
def guidance(page, language):
    """Read the text of a page ("policy-cycle") in a language; None when there is no such text.

    Its file begins with `# Title` and a paragraph that sums it up.
    """
    path = FOLDER / page / f"{language}.md"
    if not path.is_file():
        return None
    title, summary, body = path.read_text(encoding="utf-8").split("\n\n", 2)
    return Guidance(title.removeprefix("# ").strip(), summary.strip(), html_of(body))


def html_of(markdown):
    """Render Markdown as HTML without pictures, scripts or styles."""
    html = MarkdownIt("commonmark", {"typographer": True}).enable("table").render(markdown)
    return mark_safe(nh3.clean(html, tags=TAGS))  # noqa: S308  nh3 has cleaned it
