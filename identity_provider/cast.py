"""The people of the demonstration, as `resrec/exchange/demonstration/cast.toml` tells them."""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "resrec/exchange/demonstration/cast.toml"


@cache
def _file():
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def people():
    """Give the persons as dicts with `sub`, `email`, `name`, `language` and `who` (by language)."""
    return _file()["person"]


def password():
    """Give the one password that serves for all of them."""
    return _file()["password"]
