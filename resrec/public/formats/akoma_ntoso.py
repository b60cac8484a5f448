"""A text in one language as Akoma Ntoso 3.0: a `statement`, the standard's kind for resolutions.

Preambular paragraphs before the first operative one are recitals; operative ones are paragraphs
with points under them; what stands under a heading is its section; each annex is an attachment.
An `eId` is the paragraph's address on the page: `eId="op-4-b"` is `…/WCC-2016-Res-087/#op-4-b`.
"""

import re
from itertools import groupby
from xml.etree import ElementTree

from django.utils.translation import gettext as _

from resrec.public.formats.akoma_ntoso_meta import meta
from resrec.public.formats.told import Told

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# What XML cannot hold; an officer's form lets some of it pass.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ANNEX = re.compile(r"annex-[^-]+")


def akoma_ntoso(told: Told):
    """Give the document as bytes of XML, in the language that is told."""
    root = ElementTree.Element("akomaNtoso", xmlns=NAMESPACE)
    statement = _add(root, "statement", name=_kind(told), contains=_version(told))
    statement.append(meta(told))
    _preface(statement, told)
    main, annexes = _parts(told.record["paragraphs"])
    preamble, body = _preamble_and_body(main)
    if preamble:
        _preamble(statement, told, preamble)
    _main_body(statement, told, body)
    if annexes:
        _attachments(statement, told, annexes)
    ElementTree.indent(root, " ")
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _kind(told):
    return (told.text.kind.label_en if told.text.kind else "resolution").lower()


def _version(told):
    version = told.words.get(told.language, {}).get("version", 1)
    return "originalVersion" if version == 1 else "singleVersion"


def _parts(paragraphs):
    """Give the paragraphs of the text itself, and [(id of an annex, its paragraphs)]."""
    begun = next((n for n, one in enumerate(paragraphs) if _annex_of(one)), len(paragraphs))
    annexes, name = [], ""
    for one in paragraphs[begun:]:
        if (of := _annex_of(one)) and of != name:
            name = of
            annexes.append((name, []))
        annexes[-1][1].append(one)
    return paragraphs[:begun], annexes


def _annex_of(one):
    found = ANNEX.match(one["path"])
    return found[0] if found else ""


def _preamble_and_body(paragraphs):
    """Cut before the first operative paragraph and its headings, where recitals stand before it.

    A heading that ends as "The Assembly, at its first session:" closes the preamble.
    """
    kinds = [one["kind"] for one in paragraphs]
    cut = kinds.index("operative") if "operative" in kinds else len(kinds)
    if "preambular" not in kinds[:cut]:
        return [], paragraphs
    while kinds[cut - 1] == "heading" and not _is_formula(paragraphs[cut - 1]):
        cut -= 1
    return paragraphs[:cut], paragraphs[cut:]


def _is_formula(heading):
    return any(words.rstrip().endswith((":", ",")) for words in heading["words"].values())


def _preface(statement, told):
    preface = _add(statement, "preface")
    _add(_add(preface, "p"), "docNumber", told.number)
    language = told.title[1] if told.title else told.language
    title = _add(_add(_add(preface, "longTitle"), "p"), "docTitle", told.heading)
    if language != told.language:
        title.set("xml:lang", language)


def _preamble(statement, told, paragraphs):
    preamble = _add(statement, "preamble")
    for is_heading, group in groupby(paragraphs, key=lambda one: one["kind"] == "heading"):
        ones = list(group)
        if is_heading:
            for one in ones:
                _heading_of_preamble(preamble, told, one)
            continue
        recitals = _add(preamble, "recitals", eId=f"recitals_{ones[0]['path']}")
        for one in ones:
            recital = _add(recitals, "recital", eId=one["path"])
            _number(recital, one)
            _words(recital, "p", told, one)


def _heading_of_preamble(preamble, told, one):
    if _is_formula(one):
        formula = _add(preamble, "formula", name="enacting", eId=one["path"])
        _words(formula, "p", told, one)
    else:
        _words(preamble, "block", told, one, name="heading", eId=one["path"])


def _main_body(parent, told, paragraphs):
    body = _add(parent, "mainBody")
    _sections(body, told, paragraphs)
    if not len(body):
        lines = told.body_lines if not told.record["paragraphs"] else []
        for line in lines:
            _add(body, "p", line)
        if not lines:
            said = (
                "" if told.record["paragraphs"] else _("The words of this text are not held here.")
            )
            remark = _add(_add(body, "p"), "remark", said)
            remark.set("status", "editorial")


def _sections(body, told, paragraphs):
    """Put paragraphs into the section of the heading before them."""
    section, waiting = body, []
    for one in paragraphs:
        if one["kind"] == "heading":
            _hierarchy(section, told, waiting)
            waiting = []
            section = _add(body, "section", eId=one["path"])
            _number(section, one)
            _words(section, "heading", told, one)
        else:
            waiting.append(one)
    _hierarchy(section, told, waiting)


def _hierarchy(parent, told, paragraphs):
    """Put each paragraph under the one before it that stands higher."""
    open_ = [(0, parent)]
    for place, one in enumerate(paragraphs):
        level = max(1, one.get("level", 1))
        while open_[-1][0] >= level:
            open_.pop()
        above = open_[-1][1]
        element = _add(above, "point" if len(open_) > 1 else "paragraph", eId=one["path"])
        if one["kind"] == "preambular":
            element.set("class", "preambular")
        _number(element, one)
        after = paragraphs[place + 1] if place + 1 < len(paragraphs) else {}
        has_points = max(1, after.get("level", 1)) > level if after else False
        _words(_add(element, "intro" if has_points else "content"), "p", told, one)
        open_.append((level, element))


def _attachments(statement, told, annexes):
    attachments = _add(statement, "attachments")
    for name, paragraphs in annexes:
        attachment = _add(attachments, "attachment", eId=name)
        if paragraphs[0]["path"] == name:
            _number(attachment, paragraphs[0])
            _words(attachment, "heading", told, paragraphs[0])
            paragraphs = paragraphs[1:]
        document = _add(attachment, "doc", name="annex")
        document.append(meta(told, part=name))
        _main_body(document, told, paragraphs)


def _number(element, one):
    if number := one.get("number"):
        _add(element, "num", number)


def _words(parent, tag, told, one, **attributes):
    words, language = told.words_of(one)
    element = _add(parent, tag, words, **attributes)
    if language != told.language:
        element.set("xml:lang", language)


def _add(parent, tag, text="", **attributes):
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = UNFIT.sub(" ", text) or None
    return element
