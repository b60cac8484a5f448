"""What the environment says, read in one place; nothing set is a safe loopback installation."""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlparse

BASE_DIR = Path(__file__).resolve().parent.parent


def text(name, default=""):
    """Give the variable `RESREC_<name>`, or the default when it is unset or empty."""
    return os.environ.get(f"RESREC_{name}", "").strip() or default


def data_dir():
    """Give the folder that holds database and files (`RESREC_DATA`), making it if needed."""
    folder = Path(os.environ.get("RESREC_DATA") or BASE_DIR / "data").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def secret_key():
    """Give `RESREC_SECRET_KEY`, or one made once and kept in the data folder, its owner's only."""
    if key := text("SECRET_KEY"):
        return key
    kept = data_dir() / "secret_key"
    try:
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return kept.read_text()


def database():
    """Give Django's settings for the database: `RESREC_DATABASE` (postgresql://…) or SQLite."""
    if address := text("DATABASE"):
        return _postgresql(urlparse(address))
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": data_dir() / "resrec.sqlite3",
        # A file, because threads cannot write side by side to a database in memory.
        "TEST": {"NAME": data_dir() / "test.sqlite3"},
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # A writer takes the lock when it begins, so that two never meet half-way.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
                "PRAGMA mmap_size=16777216; PRAGMA cache_size=-4000"
            ),
        },
    }


def _postgresql(address):
    if address.scheme not in ("postgres", "postgresql"):
        raise ValueError("RESREC_DATABASE must begin with postgresql://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(address.path.lstrip("/")),
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        # `?host=/run/postgresql` names the folder of a socket, as for PostgreSQL's own tools.
        "HOST": address.hostname or parse_qs(address.query).get("host", [""])[0],
        "PORT": str(address.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
