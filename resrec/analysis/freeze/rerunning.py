"""Running a frozen analysis again: the same figures, or the very record that differs.

Nothing of today is counted. The seal is made anew from what is kept and held against the journal;
every record of a version is read again from that version's row; every figure is counted again from
the records, by its rule. Whatever somebody did to the kept rows is told, and never a fault.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from resrec.analysis.freeze.freezing import figure_data, fingerprint
from resrec.analysis.freeze.records import KINDS, records_of
from resrec.analysis.freeze.rules import counted_by
from resrec.journal.models import Entry, digest_of

# Of the values of a record, what people know it by.
NAMING = ("code", "text", "series", "key", "names", "theme")


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
    records = _whole(found, analysis.records.order_by("noun", "member"), values=dict)
    shapes = {"labels": dict, "members": list, "rule": dict | None}
    figures = _whole(found, analysis.figures.all(), **shapes)
    parts = _whole(found, analysis.parts.order_by("name"), content=dict)
    found.differing += _broken_seals(records, figures, parts)
    sealed = fingerprint(records, figures, parts)
    if sealed != analysis.fingerprint:
        found.differing.append(Differing("analysis", "fingerprint", analysis.fingerprint, sealed))
    found.differing += _against_the_journal(analysis)
    _read_again(records, found)
    _count_again(records, figures, found)
    # What is told of a field first tells it best: the seal, then the row, then the number.
    found.differing = [*{(one.what, one.field): one for one in found.differing[::-1]}.values()][
        ::-1
    ]
    return found


def _whole(found, rows, **shapes):
    """Give the rows as a list; one that is not of these shapes any more is told and left out."""
    whole = []
    for row in rows:
        broken = [
            name for name, shape in shapes.items() if not isinstance(getattr(row, name), shape)
        ]
        told = [Differing(f"kept row {row}", name, "as frozen", "not readable") for name in broken]
        found.differing += told
        whole += [] if told else [row]
    return whole


def _against_the_journal(analysis):
    """The journal has the fingerprint too: whoever made all digests anew is found by it."""
    entries = Entry.objects.about(analysis).filter(verb="yearly_analysis.frozen")
    for entry in entries:
        if (noted := entry.content.get("fingerprint")) != analysis.fingerprint:
            yield Differing("journal", "fingerprint", noted, analysis.fingerprint)


def _broken_seals(records, figures, parts):
    """Rows that were changed where they are kept: their digest is of other content."""
    sealed = [
        *((_name(one), one, one.values) for one in records),
        *((f"figure {one.key}", one, figure_data(one)) for one in figures),
        *((f"part {one.name}", one, one.content) for one in parts),
    ]
    for name, row, content in sealed:
        if (now := digest_of(content)) != row.digest:
            yield _field_changed(name, row, content) or Differing(name, "digest", row.digest, now)


def _field_changed(name, row, content):
    """Name the one field that was changed, where what stood there can still be found: in a record
    what the row says today, in a figure the number of its members. Else None."""
    stood = {"value": len(row.members)} if "members" in content else {}
    if "values" in row.__dict__ and row.noun in KINDS:
        stood = records_of(row.noun, [row.member]).get(row.member, {})
    for key, was in stood.items():
        if digest_of(content | {key: was}) == row.digest:
            return Differing(name, key, was, content.get(key))
    return None


def _name(one):
    told = next((one.values[name] for name in NAMING if one.values.get(name)), "")
    version = one.values.get("version")
    and_version = f", version {version}" if version else ""
    return f"{one.noun} {one.member}" + (f" ({told}{and_version})" if told else "")


def _read_again(records, found):
    by_noun = defaultdict(dict)
    for one in records:
        if one.noun not in KINDS:
            found.differing.append(Differing(_name(one), "noun", one.noun, "not known"))
        elif KINDS[one.noun].is_version:
            by_noun[one.noun][one.member] = one
    for noun, kept in by_noun.items():
        now = records_of(noun, kept)
        found.read_again[noun] = len(kept)
        for member, one in kept.items():
            found.differing += _between(one, now.get(member))


def _between(one, now):
    """Only what was kept is held against the row: a later method may keep more."""
    if now is None:
        return [Differing(_name(one), "record", "kept", "gone")]
    return [
        Differing(_name(one), name, one.values[name], now.get(name))
        for name in sorted(one.values.keys() - KINDS[one.noun].living)
        if one.values[name] != now.get(name)
    ]


def _count_again(records, figures, found):
    """By the rule that is kept with a figure, else by those of its members that are kept."""
    by_noun, there, missing = defaultdict(list), set(), {}
    for one in records:
        by_noun[one.noun].append(one.values)
        there.add((one.noun, one.member))
    for figure in figures:
        gone = [pk for pk in figure.members if (figure.noun, pk) not in there]
        missing |= dict.fromkeys((figure.noun, pk) for pk in gone)
        members = len(figure.members) - len(gone)
        counted = _counted(figure, by_noun) if figure.rule else members
        found.figures.append((figure, counted))
        for number in {members, counted} - {figure.value}:
            found.differing.append(Differing(f"figure {figure.key}", "value", figure.value, number))
    found.differing += (
        Differing(f"{noun} {pk}", "kept record", "kept", "gone") for noun, pk in missing
    )


def _counted(figure, by_noun):
    """None where somebody has made the rule one that counts nothing."""
    try:
        return counted_by(figure.rule, by_noun)
    except (AttributeError, KeyError, TypeError):
        return None
