"""Loading facts from the apps' CSV files: adds what is missing, never touches what is there.

Migrations and `manage.py load_facts` call the same functions; a migration passes its historical
models, so a column that a model does not have yet is left for a later migration.
"""

import csv
from pathlib import Path


def rows(folder, name):
    """Give the rows of `<folder>/<name>.csv` as dicts of stripped strings."""
    with open(Path(folder) / f"{name}.csv", encoding="utf-8", newline="") as file:
        return [{k: (v or "").strip() for k, v in row.items()} for row in csv.DictReader(file)]


def add_missing(model, found, key):
    """Create the rows of `found` (dicts of field values) whose `key` fields no row has yet.

    Returns the number of rows created. Fields unknown to this state of the model are left out.
    """
    known = {field.name for field in model._meta.concrete_fields}
    known |= {field.attname for field in model._meta.concrete_fields}
    there = set(model.objects.values_list(*key))
    fresh: dict[tuple, dict] = {}
    for values in found:
        identity = tuple(values[field] for field in key)
        if identity not in there:
            fresh.setdefault(identity, {k: v for k, v in values.items() if k in known})
    model.objects.bulk_create([model(**values) for values in fresh.values()])
    return len(fresh)


def vocabulary(model, folder, name):
    """Add the missing terms of a vocabulary from its file, which has the model's field names."""
    found = [_typed(model, row) for row in rows(folder, name)]
    return add_missing(model, found, key=("code",))


def _typed(model, row):
    """Turn "" into the field's default and let numbers be numbers."""
    typed = {}
    for field in model._meta.concrete_fields:
        if field.name in row:
            value = row[field.name]
            typed[field.name] = field.to_python(value) if value else field.get_default()
    return typed
