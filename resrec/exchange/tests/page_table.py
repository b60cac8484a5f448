"""What a table of expected readings says of a page, in the columns of both our tables."""

import csv

COLUMNS = (
    "lang",
    "resolution_code",
    "report_type",
    "constituent",
    "constituent_type",
    "period",
    "scope",
    "status",
    "action_types",
    "n_members_listed",
    "other_orgs",
    "secretariat_value",
    "planned_value",
    "n_unresolved_guids",
    "layout_variant",
    "excerpt_truncated",
    "code_inferred_from_node_number",
)


def expected(table):
    """Give {file: {column: text}} of a table of pages."""
    with open(table, encoding="utf-8", newline="") as file:
        return {row["file"]: {name: row[name] for name in COLUMNS} for row in csv.DictReader(file)}


def facts_of(reading):
    """Give the columns of the table as a reading fills them."""
    found = reading.as_json()
    return {
        "lang": found["lang"],
        "resolution_code": found["resolution_code"] or "",
        "report_type": found["report_type"],
        "constituent": found["constituent"],
        "constituent_type": found["constituent_type"],
        "period": found["period"],
        "scope": "|".join(found["scope"]),
        "status": "|".join(found["status"]),
        "action_types": "|".join(found["action_types"]),
        "n_members_listed": _count_of_members(found),
        "other_orgs": {None: "unknown", "": "no"}.get(found["other_orgs"], "yes"),
        "secretariat_value": found["secretariat"],
        "planned_value": found["planned"],
        "n_unresolved_guids": str(len(found["unresolved_guids"])),
        "layout_variant": found["layout"],
        "excerpt_truncated": "yes" if found["truncated"] else "no",
        "code_inferred_from_node_number": "yes" if found["code_inferred"] else "no",
    }


def _count_of_members(found):
    """An extract has no list of Members; elsewhere "not known" counts no Member."""
    if found["members"] is None and found["layout"] == "D":
        return ""
    return str(len(found["members"] or ()))
