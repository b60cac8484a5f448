"""The forms' vocabularies and the cycles seen so far, from the files in `facts/`."""

import contextlib
from pathlib import Path

from resrec.facts import add_missing, rows, vocabulary

FOLDER = Path(__file__).parent / "facts"


def load(apps):
    """Add what is missing; `apps` is Django's registry or a migration's historical one."""
    for model, name in [
        ("ActivityKind", "activity_kinds"),
        ("ActivityStatus", "activity_statuses"),
        ("ImplementationStatus", "implementation_statuses"),
        ("FocalRole", "focal_roles"),
    ]:
        vocabulary(apps.get_model("reporting", model), FOLDER, name)
    add_need_kinds(apps)
    add_cycles(apps, rows(FOLDER, "cycles"))


def add_need_kinds(apps):
    """Add the kinds of need, unless `apps` stands at a migration before there were any."""
    with contextlib.suppress(LookupError):
        vocabulary(apps.get_model("reporting", "NeedKind"), FOLDER, "need_kinds")


def add_cycles(apps, found):
    """Add reporting cycles; `found` are rows of cycles.csv."""
    collections = dict(apps.get_model("library", "Collection").objects.values_list("code", "pk"))
    assemblies = dict(apps.get_model("library", "Assembly").objects.values_list("code", "pk"))
    add_missing(
        apps.get_model("reporting", "ReportingCycle"),
        [
            {
                "collection_id": collections[row["collection"]],
                "year": int(row["year"]),
                "assembly_id": assemblies[row["assembly"]],
                "opens_on": row["opens_on"] or None,
                "closes_on": row["closes_on"] or None,
            }
            for row in found
        ],
        key=("collection_id", "year"),
    )
