"""Reading the demonstration's files (TOML). No database here.

Folders `alr/` and `iucn/` each hold `collection.toml`, `reports/` and `progress/`; `alr/` also
`texts/`. A report is known by its file's name without ".toml", unique over both folders.
"""

import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent
UNIONS = ("alr", "iucn")
LONG_FIELDS = ("results", "challenges", "measures")


def read(path):
    """Give one file as a dict."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def collection(union):
    """Give what `<union>/collection.toml` says: cycles, constituents, and assemblies if its own."""
    return read(FOLDER / union / "collection.toml")


def cast():
    """Give the people of the demonstration: dicts with sub, email, name, memberships, posts."""
    return read(FOLDER / "cast.toml")["person"]


def vacancies():
    """Give the posts that nobody holds: dicts with resolution, role and constituent."""
    return read(FOLDER / "cast.toml")["vacancy"]


def texts():
    """Give the adopted texts of the invented assembly, in the order of their codes."""
    return [read(path) for path in sorted((FOLDER / "alr" / "texts").glob("*.toml"))]


def body_of(text, name):
    """Give the body of a text from the words under `name` ("fr"; "en_1" for the first English)."""
    return "\n\n".join(
        " ".join(filter(None, [one["number"], one.get(name, one[name[:2]])]))
        for one in text["paragraph"]
    )


def activity_reports():
    """Give {name: report} over both folders; long words without the file's outer newlines."""
    found = {}
    for path in _all("reports"):
        report = read(path)
        for field in LONG_FIELDS:
            report[field] = report[field].strip()
        found[path.stem] = report | {"union": path.parent.parent.name}
    return found


def progress_reports():
    """Give the Progress Reports over both folders, the earliest first."""
    return sorted(map(read, _all("progress")), key=lambda p: (day_of(p), p["resolution"]))


def day_of(account):
    """Give the day on which a Progress Report was published, or proposed and waits since."""
    return account.get("published_on") or account["proposed_on"]


def words_at(report, field):
    """Give the words of a report's field ("results", "activity:2/description"; rows from 1)."""
    noun, _, row = field.partition(":")
    if not row:
        return report[noun]
    number, _, column = row.partition("/")
    return report[noun][int(number) - 1][column]


def _all(folder):
    return [path for union in UNIONS for path in sorted((FOLDER / union / folder).glob("*.toml"))]
