"""Assemblies, adopted texts and motions, from the files in `facts/`."""

from pathlib import Path

from resrec.facts import add_missing, rows, vocabulary

FOLDER = Path(__file__).parent / "facts"
LANGUAGES = ("en", "fr", "es")


def load(apps):
    """Add what is missing; `apps` is Django's registry or a migration's historical one."""
    vocabulary(apps.get_model("library", "ResolutionKind"), FOLDER, "resolution_kinds")
    add_assemblies(
        apps,
        rows(FOLDER, "collections"),
        rows(FOLDER, "assembly_kinds"),
        rows(FOLDER, "assemblies"),
    )
    add_resolutions(apps, rows(FOLDER, "resolutions"))
    _motions(apps)


def load_vocabularies(apps):
    """Add the terms that came after the first facts: scopes and classes of addressees."""
    vocabulary(apps.get_model("library", "GeographicScope"), FOLDER, "geographic_scopes")
    add_missing(
        apps.get_model("library", "AddresseeClass"),
        [
            row
            | {
                "constituent_kind_id": row.pop("constituent_kind") or None,
                "position": int(row["position"]),
            }
            for row in rows(FOLDER, "addressee_classes")
        ],
        key=("code",),
    )


def load_citations(apps):
    """Add the earlier texts that texts are known to cite; their words are not held here."""
    citation, resolution = _models(apps, "Citation", "Resolution")
    texts = dict(resolution.objects.values_list("code", "pk"))
    add_missing(
        citation,
        [
            {
                "source_id": texts[row["citing"]],
                "target_id": texts[row["cited"]],
                "key": row["cited"],
                "state": "found",
                "origin": "record",
            }
            for row in rows(FOLDER, "citations")
        ],
        # Not the target: an officer may have dismissed it.
        key=("source_id", "key", "origin"),
    )


def add_assemblies(apps, collections, kinds, assemblies):
    """Add a union's collection, its kinds of assembly and its sittings (dicts as in the files)."""
    collection, kind, assembly = _models(apps, "Collection", "AssemblyKind", "Assembly")
    add_missing(
        collection,
        [
            row
            | {"is_demonstration": row["is_demonstration"] == "1", "position": int(row["position"])}
            for row in collections
        ],
        key=("code",),
    )
    ids = dict(collection.objects.values_list("code", "pk"))
    add_missing(
        kind,
        [
            row | {"collection_id": ids[row.pop("collection")], "position": int(row["position"])}
            for row in kinds
        ],
        key=("code",),
    )
    ids = dict(kind.objects.values_list("code", "pk"))
    add_missing(
        assembly,
        [
            row
            | {
                "kind_id": ids[row.pop("kind")],
                "code": f"{code}-{row['year_coded']}",
                "number": int(row["number"]),
                "year_coded": int(row["year_coded"]),
                "year_held": int(row["year_held"]),
                "country_id": row.pop("country") or None,
                "extraordinary": row["extraordinary"] == "1",
            }
            for row in assemblies
            for code in [row["kind"]]
        ],
        key=("code",),
    )


def add_resolutions(apps, found):
    """Add texts and their titles; `found` are rows of resolutions.csv."""
    resolution, text, assembly = _models(apps, "Resolution", "ResolutionText", "Assembly")
    assemblies = dict(assembly.objects.values_list("code", "pk"))
    there = set(resolution.objects.values_list("code", flat=True))
    # Titles are added with their text only: an officer may since have taken one away.
    found = [row for row in found if row["code"] not in there]
    add_missing(
        resolution,
        [
            {
                "code": row["code"],
                "kind_id": row["kind"] or None,
                "assembly_id": assemblies[row["assembly"]],
                "number": int(row["number"]),
                "official_number": row["official_number"],
                "title_confidence": row["confidence"] if any(_titles(row).values()) else "",
                "source_url": row["source_url"],
                "note": row["note"],
            }
            for row in found
        ],
        key=("code",),
    )
    ids = dict(resolution.objects.values_list("code", "pk"))
    text.objects.bulk_create(
        text(resolution_id=ids[row["code"]], language=language, title=title)
        for row in found
        for language, title in _titles(row).items()
        if title
    )


def _motions(apps):
    motion, resolution, assembly = _models(apps, "Motion", "Resolution", "Assembly")
    assemblies = dict(assembly.objects.values_list("code", "pk"))
    texts = dict(resolution.objects.values_list("code", "pk"))
    add_missing(
        motion,
        [
            row
            | {
                "assembly_id": assemblies[row.pop("assembly")],
                "title_confidence": row["confidence"] if any(_titles(row).values()) else "",
                "became_id": texts.get(row.pop("became")),
            }
            for row in rows(FOLDER, "motions")
        ],
        key=("assembly_id", "number"),
    )


def _titles(row):
    return {language: row[f"title_{language}"] for language in LANGUAGES}


def _models(apps, *names):
    return [apps.get_model("library", name) for name in names]
