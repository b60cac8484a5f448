"""How well the parser does on texts whose paragraphs are labelled.

A labelled text is `{"symbol", "title", "language", "paragraphs": [{"kind", "number", "level",
"text", "asks": [{"verb_normalized", "verb_type", "addressees": [{"name", "normalized",
"class"}]}]}]}`. `asks` may be missing: then verb and addressees are not counted. The first ask is
the main one.
"""

import gzip
import json
import re
import time
from collections import Counter
from dataclasses import dataclass, field

from resrec.library.parsing import parse
from resrec.library.parsing.addressees import label_of_class
from resrec.library.parsing.headings import begins_annex
from resrec.library.parsing.lines import lines_of


@dataclass
class Score:
    """Counts over the texts of one language."""

    language: str
    texts: int = 0
    paragraphs: int = 0
    seconds: float = 0.0
    right: Counter = field(default_factory=Counter)
    asked: Counter = field(default_factory=Counter)
    wrong: list = field(default_factory=list)

    def count(self, what, is_right, labelled=None, found=None):
        """Count one answer; keep what was wrong."""
        self.asked[what] += 1
        if is_right:
            self.right[what] += 1
        else:
            self.wrong.append((what, labelled, found))

    def share(self, what):
        """The share of right answers, None where nothing was asked."""
        return self.right[what] / self.asked[what] if self.asked[what] else None


def texts_in(path):
    """Yield the labelled texts of a .jsonl or .jsonl.gz file."""
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def measured(texts):
    """Give the Scores of labelled texts, by language."""
    scores: dict[str, Score] = {}
    for text in texts:
        language = text.get("language", "en")
        score = scores.setdefault(language, Score(language))
        score.texts += 1
        score.paragraphs += len(text["paragraphs"])
        printed = as_text(text["paragraphs"])
        begun = time.process_time()
        found = parse(printed, language, text.get("title", ""))
        score.seconds += time.process_time() - begun
        _compare(score, text, found)
    return scores


def as_text(paragraphs):
    """Give the text as it was before it was labelled: each paragraph on one line."""
    return "\n".join(_printed(one) for one in paragraphs)


def _printed(one):
    words = f"{one.get('number') or ''} {one['text']}"
    return " ".join(lines_of(words))


def _compare(score, text, found):
    labelled = [one for one in text["paragraphs"] if lines_of(_printed(one))]
    in_annex = False
    for label, one in zip(labelled, found, strict=True):
        in_annex = in_annex or (label["kind"] == "heading" and begins_annex(label["text"]))
        at = (text["symbol"], label)
        _compare_kind(score, label, one, in_annex or label["kind"] == "annex", at)
        if asks := label.get("asks"):
            _compare_verb(score, asks[0], one, at)
            _compare_addressees(score, asks, one)


def _compare_kind(score, label, one, in_annex, at):
    is_right = label["kind"] == one.kind or (in_annex and one.kind == "annex")
    score.count("kind", is_right, at, one)
    if label["kind"] in ("preambular", "operative"):
        score.count("preambular or operative", is_right, at, one)
        if not in_annex:
            score.count("preambular or operative, outside annexes", is_right, at, one)
    elif label["kind"] == "heading":
        score.count("heading", is_right, at, one)
    number = " ".join(lines_of(label.get("number") or ""))
    score.count("number", number == one.number, at, one)
    if number:
        score.count("level", label.get("level") == one.level, at, one)


def _compare_verb(score, ask, one, at):
    if verb := ask.get("verb_normalized"):
        score.count("verb", verb == one.verb, at, one)
        score.count("verb type", ask.get("verb_type") == one.verb_type, at, one)
    else:
        score.count("no verb", not one.verb, at, one)


def _compare_addressees(score, asks, one):
    labelled = [a for ask in asks for a in ask.get("addressees", ())]
    pairs = {
        "name": ({_labelled_name(a) for a in labelled}, {_plain(a.name) for a in one.addressees}),
        "class": (
            {a["class"] for a in labelled},
            {label_of_class(a.kind) for a in one.addressees},
        ),
    }
    for what, (wanted, given) in pairs.items():
        score.right[f"addressee {what}"] += len(wanted & given)
        score.asked[f"addressee {what}"] += len(wanted)
        score.asked[f"addressee {what} given"] += len(given)


# The labels leave out the name of the body that addresses itself, and give its short form.
ITSELF = {
    "GA": "General Assembly",
    "SC": "Security Council",
    "ECOSOC": "Economic and Social Council",
}
_IN_FRONT = re.compile(r"^(?:(?:the|all|other|relevant|concerned|appropriate|its|and)\s+)+")


def _labelled_name(label):
    short = label.get("normalized") or ""
    return _plain(label.get("name") or ITSELF.get(short, short))


def _plain(name):
    """A name as it is compared: lower case, without "the", "all", "relevant" in front."""
    return _IN_FRONT.sub("", " ".join(name.lower().split()), count=1).strip()
