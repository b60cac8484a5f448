"""Which constituent a printed name stands for; a name that nobody bears yet becomes one.

The row found may have been merged into another since: reports keep naming the one they named, and
follow the merge on reading.
"""

from resrec.exchange.portal_pages.names import PrintedBody, commission, organisation
from resrec.exchange.portal_pages.problems import Problem
from resrec.journal.recording import journalled, record
from resrec.people.folding import folded
from resrec.people.models import Constituent, Country
from resrec.people.models.constituent import SECRETARIAT, UNRESOLVED

LONGEST_NAME = 300  # characters, as Constituent has it
_COMMISSION = "commission"
# The kind of a body by what its page says of it, in the words' folded beginning.
_KINDS = {"iucn member": "member", "iucn secretariat": SECRETARIAT, "iucn council": "council"}
_COMMITTEES = {"national": "national_committee", "regional": "regional_committee"}


def reporter(reading):
    """Give (the constituent that reports, its term) of a reading; (None, "") where it is blank.

    A page that names only the type "IUCN Secretariat", or a Commission, means that body.
    """
    printed = _reporter_as_printed(reading)
    if printed is None:
        return None, ""
    kind = _kind_of(printed, reading)
    return body_named(printed, kind), printed.term


def _reporter_as_printed(reading):
    if not reading.constituent:
        said = commission(reading.constituent_type)
        names_a_body = said.term or _kind_of_type(said.name) in (SECRETARIAT, "council")
        return said if names_a_body else None
    printed = commission(reading.constituent)
    return printed if printed.term or printed.guid else organisation(reading.constituent)


def _kind_of(printed, reading):
    """The kind of a body that is not on record yet, by the type its page gives."""
    said = reading.constituent_type
    if kind := _kind_of_type(said):
        return kind
    if commission(said).term or printed.term:
        return "commission_group" if reading.constituent else _COMMISSION
    if folded(said) == "iucn committee":
        name = folded(printed.name)
        return next((kind for word, kind in _COMMITTEES.items() if word in name), UNRESOLVED)
    return UNRESOLVED


def _kind_of_type(said):
    return next((kind for words, kind in _KINDS.items() if folded(said).startswith(words)), None)


def body_named(printed, kind, *, create=True):
    """Give the Constituent for a PrintedBody, made with this kind if need be.

    None only with `create=False`, when no body bears the name.
    """
    if found := _on_record(printed):
        return found
    if not create:
        return None
    return _made(printed, UNRESOLVED if printed.guid else kind)


def _on_record(printed):
    """Names are shared between countries: where a country is printed, it has to agree."""
    name = printed.guid or printed.name
    bodies = Constituent.objects.filter(names__folded=folded(name)).select_related("country")
    country = Country.objects.named(printed.country) if printed.country else None
    fits = [b for b in bodies if country is None or b.country_id in (None, country.pk)]
    if fits:
        return max(fits, key=lambda body: body.country_id is not None)
    if printed.acronym and printed.term:
        return Constituent.objects.filter(kind=_COMMISSION, acronym=printed.acronym).first()
    return None


@journalled()
def _made(printed: PrintedBody, kind):
    name = (printed.guid or printed.name)[:LONGEST_NAME]
    body = Constituent.objects.create(
        kind_id=kind,
        name=name,
        acronym=printed.acronym[:60],
        country=Country.objects.named(printed.country) if printed.country else None,
        from_import=True,
    )
    body.add_name(name)
    record(body, "constituent.added", by=None, kind=kind)
    return body


def unknown_countries(lines, *, plain):
    """Give a Problem for each Member whose country nobody knows by that name."""
    countries = {organisation(line, plain=plain).country for line in lines or ()} - {""}
    known = Country.objects.named_each(sorted(countries))
    return [Problem("unknown_country", "members", name) for name in sorted(countries - set(known))]
