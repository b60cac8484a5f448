"""A text as it is cited: a line to copy, BibTeX and RIS."""

import re

from django.utils.translation import gettext as _

# Signs that mean something to TeX, and what stands for them.
TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
TEX |= {sign: f"\\{sign}" for sign in "&%$#_{}"}


def citation(text, address):
    """Give a line: who adopted what, where and when, and its address.

    `text` is a Resolution from `page_of`.
    """
    assembly = text.assembly
    title = _("“%(title)s”") % {"title": text.title.title} if text.title else ""
    numbered = f"{text.kind or ''} {text.official_number or text.label}".strip()
    parts = [*_authors(text), title, numbered, f"{assembly.place}, {assembly.year_held}"]
    return f"{'. '.join(filter(None, parts))}. {address}"


def bibtex(text, address):
    """Give an entry of BibTeX (UTF-8, as biber and today's bibtex read it)."""
    fields = {
        "author": f"{{{_tex(_author(text))}}}",
        "title": f"{{{_tex(_title(text))}}}",
        "year": str(text.assembly.year_held),
        "address": _tex(text.assembly.place),
        "number": _tex(text.official_number or text.label),
        "type": _tex(str(text.kind or "")),
        "url": address,
        "language": text.title.language if text.title else "",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{re.sub(r'[^A-Za-z0-9.-]', '-', text.code)},", *lines, "}", ""])


def ris(text, address):
    """Give a record in RIS, which Zotero, EndNote and Mendeley read."""
    fields = [
        ("TY", "LEGAL"),
        ("AU", _author(text)),
        ("TI", _title(text)),
        ("PY", str(text.assembly.year_held)),
        ("CY", text.assembly.place),
        ("M1", text.official_number or text.label),
        ("M3", str(text.kind or "")),
        ("PB", text.collection.publisher),
        ("LA", text.title.language if text.title else ""),
        ("UR", address),
        ("ER", ""),
    ]
    lines = [f"{tag}  - {_line(value)}" for tag, value in fields if value or tag == "ER"]
    return "\r\n".join([*lines, ""])


def _authors(text):
    """The union and its assembly; one name where that of the assembly says both."""
    union, assembly = text.collection.publisher or text.collection.name, str(text.assembly.kind)
    return [assembly] if union in assembly else [union, assembly]


def _author(text):
    return ", ".join(_authors(text))


def _title(text):
    return text.title.title if text.title else text.label


def _line(value):
    return " ".join(value.split())


def _tex(value):
    return "".join(TEX.get(sign, sign) for sign in _line(value))
