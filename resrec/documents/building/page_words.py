"""Words that a page's template says already, taken over as blocks: said once, shown everywhere."""

import re
from html.parser import HTMLParser

from django.template.loader import render_to_string

from resrec.documents.blocks import Block, Items, Paragraph, Run, Runs
from resrec.documents.building.wordings import address_of, words

BLANKS = re.compile(r"\s+")


def words_of(template, context):
    """Give the paragraphs and lists of a template as blocks, links and languages kept."""
    return words_in(render_to_string(template, context))


def words_in(html):
    """Give the paragraphs and lists of HTML that a template of ours has drawn, as blocks."""
    reading = _Reading()
    reading.feed(html)
    reading.close()
    return reading.blocks


class _Reading(HTMLParser):
    def __init__(self):
        super().__init__()
        self.blocks: list[Block] = []
        self.items: list[Runs] = []
        self.runs: list[Run] = []
        self.address, self.languages = "", [""]
        self.within = ""

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag in ("p", "li"):
            self.within, self.runs = tag, []
        if tag == "a":
            href = said.get("href") or ""
            self.address = address_of(href) if href.startswith("/") else href
        if tag in ("a", "span", "p", "li", "q"):
            self.languages.append(said.get("lang") or self.languages[-1])

    def handle_endtag(self, tag):
        if tag == "a":
            self.address = ""
        if tag in ("a", "span", "p", "li", "q"):
            self.languages.pop()
        if tag in ("p", "li") and (runs := _tidy(self.runs)):
            if tag == "li":
                self.items.append(runs)
            else:
                self.blocks.append(Paragraph(runs))
            self.within = ""
        if tag in ("ul", "ol") and self.items:
            self.blocks.append(Items(tuple(self.items)))
            self.items = []

    def handle_data(self, data):
        if self.within:
            text = BLANKS.sub(" ", data)
            self.runs.append(words(text, self.languages[-1] or None, address=self.address))


def _tidy(runs):
    """Leave out runs without words, and blanks at both ends and doubled between."""
    kept: list[Run] = []
    for run in runs:
        text = run.text
        if not kept or kept[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            kept.append(Run(text, run.language, run.style, run.address))
    if kept:
        last = kept.pop()
        kept.append(Run(last.text.rstrip(" "), last.language, last.style, last.address))
    return tuple(run for run in kept if run.text)
