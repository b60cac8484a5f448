"""Running a frozen analysis again: the same figures, or the very record that differs.

Nothing of today is counted. The seal is made anew from what is kept; every record of a version is
read again from that version's row; every figure is counted again from the records, by its rule.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from resrec.analysis.freezing import figure_data, fingerprint
from resrec.analysis.records import KINDS, records_of
from resrec.analysis.rules import counted_by
from resrec.journal.models import digest_of


@dataclass(frozen=True)
class Differing:
    """What is not as it was frozen: what it is of, and what was kept and is found now."""

    what: str
    field: str
    kept: object
    found: object


@dataclass
class Rerun:
    """`figures` are (AnalysisFigure, counted again), `read_again` the number of records by noun."""

    analysis: object
    figures: list = field(default_factory=list)
    read_again: Counter = field(default_factory=Counter)
    differing: list = field(default_factory=list)

    @property
    def is_same(self):
        return not self.differing


def rerun(analysis):
    """Give the Rerun of a YearlyAnalysis."""
    found = Rerun(analysis)
    records = list(analysis.records.order_by("noun", "member"))
    figures, parts = list(analysis.figures.all()), list(analysis.parts.order_by("name"))
    found.differing += [*_broken_seals(records, figures, parts)]
    sealed = fingerprint(records, figures, parts)
    if sealed != analysis.fingerprint:
        found.differing.append(Differing("analysis", "fingerprint", analysis.fingerprint, sealed))
    _read_again(records, found)
    _count_again(records, figures, found)
    return found


def _broken_seals(records, figures, parts):
    """Rows that were changed where they are kept: their digest is of other content."""
    sealed = [
        *((_name(one), one, one.values) for one in records),
        *((f"figure {one.key}", one, figure_data(one)) for one in figures),
        *((f"part {one.name}", one, one.content) for one in parts),
    ]
    for name, row, content in sealed:
        if (now := digest_of(content)) != row.digest:
            yield Differing(name, "digest", row.digest, now)


def _name(one):
    told = one.values.get("code") or one.values.get("text") or one.values.get("series", "")
    version = one.values.get("version")
    return f"{one.noun} {one.member}" + (f" ({told}, version {version})" if version else "")


def _read_again(records, found):
    by_noun = defaultdict(dict)
    for one in records:
        if KINDS[one.noun].is_version:
            by_noun[one.noun][one.member] = one
    for noun, kept in by_noun.items():
        now = records_of(noun, kept)
        found.read_again[noun] = len(kept)
        for member, one in kept.items():
            found.differing += _between(one, now.get(member))


def _between(one, now):
    if now is None:
        return [Differing(_name(one), "record", "kept", "gone")]
    return [
        Differing(_name(one), name, one.values.get(name), now.get(name))
        for name in sorted({*one.values, *now}.difference(KINDS[one.noun].living))
        if one.values.get(name) != now.get(name)
    ]


def _count_again(records, figures, found):
    """By the rule that is kept with a figure, else by those of its members that are kept."""
    by_noun, there = defaultdict(list), set()
    for one in records:
        by_noun[one.noun].append(one.values)
        there.add((one.noun, one.member))
    for figure in figures:
        members = sum((figure.noun, member) in there for member in figure.members)
        counted = counted_by(figure.rule, by_noun) if figure.rule else members
        found.figures.append((figure, counted))
        for number in {members, counted} - {figure.value}:
            found.differing.append(Differing(f"figure {figure.key}", "value", figure.value, number))
