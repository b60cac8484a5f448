"""The first reading of a file: every mistake in it is found before anything is stored."""

from dataclasses import dataclass, field
from itertools import islice

from resrec.exchange.texts import limits
from resrec.exchange.texts.comparing import NEEDED, differences, held, title_conflict, versioned
from resrec.exchange.texts.lives import is_continued
from resrec.library.models import Resolution


@dataclass
class Findings:
    """How many rows are new, differ or are as the library has them; and what is wrong.

    `wrong` are the first sentences, `untold` how many more there are.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    wrong: list[str] = field(default_factory=list)
    untold: int = 0

    def complain(self, sentences):
        room = limits.TOLD - len(self.wrong)
        self.wrong += sentences[:room]
        self.untold += len(sentences[room:])


def check(rows, *, update):
    """Look through all rows; `update` says that texts of the library may be changed."""
    found, lines, cited = Findings(), {}, {}
    for batch in batches(rows):
        for row in batch:
            if not row.wrong:
                row.wrong = _said_before(row, lines)
            found.complain(row.complaints())
        right = [row for row in batch if not row.wrong]
        there = held(right)
        for row in right:
            _compare(row, there.get(row.code), update, found)
            for code in _named_by(row.said):
                cited.setdefault(code, row.number)
    found.complain(_nowhere(cited, lines))
    return found


def _named_by(said):
    """The codes of other texts that a row names."""
    yield from (one["cites"] for one in said.get("citations", ()))
    yield from (one["other"] for one in said.get("life", ()))


def _nowhere(cited, lines):
    """Texts that are named must be in the library, or in the file."""
    sought = [code for code in cited if code and code.upper() not in lines]
    there = set()
    for start in range(0, len(sought), limits.BATCH):
        some = Resolution.objects.filter(code__in=sought[start : start + limits.BATCH])
        there |= set(some.order_by().values_list("code", flat=True))
    return [
        f"row {cited[code]}: the text {code}, which it names, is nowhere."
        for code in sought
        if code not in there
    ]


def batches(rows):
    """Give lists of rows, so many that they are looked up together."""
    rows = iter(rows)
    while batch := list(islice(rows, limits.BATCH)):
        yield batch


def _said_before(row, lines):
    """Codes that differ in capitals alone are one code: people write them either way."""
    first = lines.setdefault(row.code.upper(), row.number)
    return [] if first == row.number else [f"the code {row.code} stands in row {first} already."]


def _compare(row, there, update, found):
    if there is None:
        row.wrong = _incomplete(row.said)
        found.new += 1
    elif not (differing := differences(row.said, there[1])):
        found.unchanged += 1
    else:
        found.changed += 1
        row.wrong = _incomplete(row.said, there[1]) or _history(row, there[1])
        if not row.wrong and not update:
            row.wrong = [_conflict(row, there[1], differing)]
    found.complain(row.complaints())


def _incomplete(said, record=None):
    """What is missing for a new text, and translations of versions that are nowhere."""
    wrong = [] if record else [f"“{key}” is missing." for key in NEEDED if not said.get(key)]
    texts = versioned(said, record)
    there = {
        (one["language"], one["version"]) for one in [*texts, *(record or {}).get("texts", ())]
    }
    for one in texts:
        renders = one.get("renders")
        if renders and (renders["language"], renders["version"]) not in there:
            wrong.append(f"the version that the text in “{one['language']}” renders is nowhere.")
    return wrong


def _history(row, record):
    if is_continued(row.said.get("life", record["life"]), record):
        return []
    return [f"{row.code}: the library tells of more that happened to it, or otherwise."]


def _conflict(row, record, differing):
    if titles := title_conflict(row.said, record):
        there, here = titles
        what = f"has the title “{there}” in the library, and “{here}” here"
    else:
        what = f"differs from the library in: {', '.join(differing)}"
    return f"{row.code} {what}. (--update puts what is here in its place.)"
