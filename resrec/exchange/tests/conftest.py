"""What tests of imports share: an invented union, and files as a person would write them."""

import json
from pathlib import Path

import pytest

from resrec.exchange.collections.description import described
from resrec.exchange.collections.loading import load

TEXTS = Path(__file__).parent / "texts"


@pytest.fixture
def lighthouses(db):
    """The invented League of Lighthouses, without texts."""
    return load(described(TEXTS / "lighthouses.toml"))


@pytest.fixture
def written(tmp_path):
    """Write rows as JSON Lines: `written({"symbol": …}, …)` gives the file's path."""

    def write(*rows, name="texts.jsonl"):
        path = tmp_path / name
        path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
        return path

    return write
