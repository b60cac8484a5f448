"""Kinds of constituents, countries and known bodies, from the files in `facts/`."""

from pathlib import Path

from resrec.facts import add_missing, rows, vocabulary
from resrec.people.folding import folded

FOLDER = Path(__file__).parent / "facts"


def load(apps):
    """Add what is missing; `apps` is Django's registry or a migration's historical one."""
    vocabulary(apps.get_model("people", "ConstituentKind"), FOLDER, "constituent_kinds")
    _countries(apps)
    _regions(apps)
    add_bodies(apps, rows(FOLDER, "constituents"))


def _countries(apps):
    country, country_name = (apps.get_model("people", m) for m in ("Country", "CountryName"))
    vocabulary(country, FOLDER, "countries")
    named = [
        {"country_id": row["code"], "name": name, "folded": folded(name)}
        for row in rows(FOLDER, "countries")
        for name in [row["label_en"], row["label_fr"], row["label_es"], *_others(row)]
        if name
    ]
    add_missing(country_name, named, key=("folded",))


def _regions(apps):
    """Add the regions, and place the countries that are in none.

    The eight are those of the Statutes (Article 16). Which country is in which is written down
    from general knowledge, territories by where they lie, for the Secretariat to put right.
    """
    try:
        region = apps.get_model("people", "Region")
    except LookupError:  # an earlier migration
        return
    vocabulary(region, FOLDER, "regions")
    country = apps.get_model("people", "Country")
    for row in rows(FOLDER, "regions"):
        unplaced = country.objects.filter(region=None, code__in=row["countries"].split())
        unplaced.update(region_id=row["code"])


def add_bodies(apps, found, **common):
    """Add the bodies of `found` (rows of constituents.csv) whose kind and name nobody has yet.

    `common` are field values that all of them share, such as `is_demonstration=True`.
    """
    constituent, name = (apps.get_model("people", m) for m in ("Constituent", "ConstituentName"))
    for row in found:
        row.setdefault("part_of", "")
    # A part comes after its whole, so that the whole can be pointed to.
    for part in (False, True):
        ids = _by_acronym_or_name(constituent)
        add_missing(
            constituent,
            [
                {
                    "kind_id": row["kind"],
                    "name": row["name"],
                    "name_fr": row.get("name_fr", ""),
                    "name_es": row.get("name_es", ""),
                    "acronym": row.get("acronym", ""),
                    "country_id": row.get("country") or None,
                    "part_of_id": ids[row["part_of"]] if part else None,
                    **common,
                }
                for row in found
                if bool(row["part_of"]) == part
            ],
            key=("kind_id", "name"),
        )
    ids = dict(constituent.objects.values_list("name", "pk"))
    names = [
        {"constituent_id": ids[row["name"]], "name": one, "folded": folded(one)}
        for row in found
        for one in [row["name"], row.get("name_fr"), row.get("name_es"), *_others(row)]
        if one
    ]
    add_missing(name, names, key=("constituent_id", "folded"))


def _by_acronym_or_name(constituent):
    known = constituent.objects.values_list("pk", "name", "acronym")
    return {key: pk for pk, name, acronym in known for key in (acronym, name) if key}


def _others(row):
    return [name.strip() for name in row.get("other_names", "").split("|") if name.strip()]
