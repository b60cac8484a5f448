"""Reading the description of a union's collection (TOML), and saying what is wrong with one."""

import re
import tomllib
from pathlib import Path

from resrec.library.models import AddresseeClass, AssemblyKind, Keyword, ResolutionKind
from resrec.people.models import Country
from resrec.rules import RuleBroken

FOLDER = Path(__file__).parent
TERMS = {"kind": ResolutionKind, "addressee_class": AddresseeClass, "keyword": Keyword}
# What each table must say, and which of them come once.
NEEDED = {
    "collection": {"code", "name_en"},
    "assembly": {"code", "label_en", "place_en", "years"},
    "signs": set(),
    "symbol": {"pattern", "assembly", "kind", "code", "official_number"},
    "title": {"cut", "to"},
    **{name: {"code", "label_en"} for name in TERMS},
}
ONCE = {"collection", "signs"}
CODE_OF_KIND = re.compile(rf"[A-Za-z0-9]{{1,{AssemblyKind._meta.get_field('code').max_length}}}")


def described(path):
    """Give the description in a file; raises RuleBroken, with a sentence, for one that is wrong."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleBroken(f"{path.name} cannot be read: {error}") from error
    # What is looked into only makes sense once everything has its form.
    if wrong := list(_misshapen(said)) or [*_unknown(said), *_unreadable(said)]:
        raise RuleBroken("\n".join([f"{path.name} is not loaded.", *wrong]))
    return said


def _misshapen(said):
    for name in said.keys() - NEEDED.keys():
        yield f"“{name}” is no part of a description."
    for name, needed in NEEDED.items():
        rows = [said.get(name, {})] if name in ONCE else said.get(name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            yield f"“{name}” must be written as {f'[{name}]' if name in ONCE else f'[[{name}]]'}."
            continue
        for row in rows:
            if missing := needed - row.keys():
                of = f" {row['code']}" if "code" in row else ""
                yield f"[{name}]{of}: {', '.join(sorted(missing))} is missing."
    if not said.get("assembly"):
        yield "It names no [[assembly]]."


def _unknown(said):
    kinds = [one["code"] for one in said["assembly"]]
    others = AssemblyKind.objects.exclude(collection__code=said["collection"]["code"])
    for code in others.filter(code__in=kinds).values_list("code", flat=True):
        yield f"The assembly “{code}” belongs to another collection: give this one another code."
    for code in kinds:
        if not CODE_OF_KIND.fullmatch(code):
            yield f"“{code}”: the code of an assembly is 1 to 10 letters and figures."
    countries = set(Country.objects.values_list("code", flat=True))
    for one in said["assembly"]:
        if one.get("country") and one["country"] not in countries:
            yield f"[assembly] {one['code']}: the country “{one['country']}” is unknown."
    texts = {one["code"] for one in said.get("kind", ())}
    texts |= set(ResolutionKind.objects.values_list("code", flat=True))
    for symbol in said.get("symbol", ()):
        if symbol["assembly"] not in kinds:
            yield f"[symbol] {symbol['pattern']}: the assembly “{symbol['assembly']}” is unknown."
        if symbol["kind"] not in texts:
            yield f"[symbol] {symbol['pattern']}: the kind “{symbol['kind']}” is unknown."


def _unreadable(said):
    """Patterns that are none, or lack what codes are made of."""
    for symbol in said.get("symbol", ()):
        try:
            groups = set(re.compile(symbol["pattern"]).groupindex)
            if "number" not in groups or not groups & {"session", "roman"}:
                raise ValueError("it needs the groups number, and session or roman")
            for made in ("code", "official_number"):
                symbol[made].format(**dict.fromkeys(groups, "1"))
        except KeyError as error:
            yield f"[symbol] {symbol['pattern']}: it has no group {error}."
        except (re.error, IndexError, ValueError) as error:
            yield f"[symbol] {symbol['pattern']}: {error}."
    for title in said.get("title", ()):
        try:
            re.sub(title["cut"], title["to"], "")
        except (re.error, IndexError) as error:
            yield f"[title] {title['cut']}: {error}"
