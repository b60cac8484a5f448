"""What an Akoma Ntoso document says of itself: work, expression, manifestation, and who is who.

The work is `/akn/<collection>/statement/<kind>/<kind of assembly>/<year>/<code>`, its expression
in French `…/fra@`, in a later version `…/fra@v2`. The standard wants whole days; only years are
known, so a date is the first of January and its name says that it is a year.
"""

from xml.etree import ElementTree

from django.conf import settings
from django.utils import timezone

from resrec.public.formats.told import Told

THREE_LETTERS = {"en": "eng", "fr": "fra", "es": "spa"}
SOURCE = "#publisher"


def meta(told: Told, part="main"):
    """Give the element `meta` of the document, or of an annex by its id."""
    element = ElementTree.Element("meta")
    identification = _add(element, "identification", source=SOURCE)
    _work(identification, told, part)
    _expression(identification, told, part)
    _manifestation(identification, told, part)
    if part == "main":
        if told.record["keywords"]:
            _classification(element, told)
        _references(element, told)
    return element


def work_of(told):
    text = told.text
    kind = text.kind.label_en if text.kind else "text"
    parts = [text.collection.code, "statement", kind, text.assembly.kind.code]
    segments = ["_".join(part.lower().split()) for part in parts]
    return "/".join(["/akn", *segments, str(text.assembly.year_held), text.code])


def expression_of(told, language, version):
    later = f"v{version}" if version > 1 else ""
    return f"{work_of(told)}/{THREE_LETTERS[language]}@{later}"


def _work(identification, told, part):
    work = _level(identification, "FRBRWork", work_of(told), part)
    _add(work, "FRBRalias", name="address", value=told.address)
    _year(work, told, "#assembly")
    _add(work, "FRBRcountry", value=told.text.collection.code)
    _add(work, "FRBRnumber", value=told.number)
    if told.title:
        _add(work, "FRBRname", value=told.title[0])
    _add(work, "FRBRauthoritative", value="false")


def _expression(identification, told, part):
    words = told.words.get(told.language, {"version": 1, "renders": None})
    address = expression_of(told, told.language, words["version"])
    expression = _level(identification, "FRBRExpression", address, part)
    _year(expression, told, "#assembly")
    _add(expression, "FRBRversionNumber", value=str(words["version"]))
    _add(expression, "FRBRlanguage", language=THREE_LETTERS[told.language])
    if rendered := words["renders"]:
        _add(
            expression,
            "FRBRtranslation",
            href=expression_of(told, rendered["language"], rendered["version"]),
            fromLanguage=THREE_LETTERS[rendered["language"]],
            authoritative="true",  # languages are equal in rank
            by="#assembly",
        )


def _manifestation(identification, told, part):
    words = told.words.get(told.language, {"version": 1})
    address = f"{expression_of(told, told.language, words['version'])}.akn"
    manifestation = _level(identification, "FRBRManifestation", address, part)
    _add(manifestation, "FRBRdate", date=timezone.localdate().isoformat(), name="generation")
    _add(manifestation, "FRBRauthor", href=SOURCE)
    _add(manifestation, "FRBRformat", value="application/akn+xml")


def _level(identification, tag, address, part):
    level = _add(identification, tag)
    _add(level, "FRBRthis", value=f"{address}/!{part}")
    _add(level, "FRBRuri", value=address)
    return level


def _year(level, told, author):
    _add(level, "FRBRdate", date=f"{told.text.assembly.year_held}-01-01", name="year")
    _add(level, "FRBRauthor", href=author)


def _classification(element, told):
    classification = _add(element, "classification", source=SOURCE)
    for code in told.record["keywords"]:
        _add(classification, "keyword", value=code, showAs=code, dictionary=settings.ORIGIN)


def _references(element, told):
    text = told.text
    union = text.collection.code
    references = _add(element, "references", source=SOURCE)
    _organization(references, "publisher", union, text.collection.publisher or str(text.collection))
    kind = text.assembly.kind
    _organization(references, "assembly", f"{union}.{kind.code.lower()}", str(kind))


def _organization(references, name, code, label):
    href = f"/akn/ontology/organizations/{code}"
    _add(references, "TLCOrganization", eId=name, href=href, showAs=label)


def _add(parent, tag, **attributes):
    return ElementTree.SubElement(parent, tag, attributes)
