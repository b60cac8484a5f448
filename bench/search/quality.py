"""Measure a search by the judged queries; run as a module, the plain engine's own figures.

python -m bench.search.quality [un-resolutions.jsonl.gz]
"""

import gzip
import json
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from bench.search.plain_fts5 import baseline

JUDGED = Path(__file__).with_name("judged.jsonl")
SAMPLE = Path(__file__).parents[3] / "shared" / "data" / "un-resolutions.jsonl.gz"
TOP = 10

Search = Callable[[str, int], list[str]]


class Figures(NamedTuple):
    """Means over a number of queries: reciprocal rank and recall, both in the first ten."""

    queries: int
    mrr: float
    recall: float


def reciprocal_rank(ranked: Iterable[str], right: Collection[str]) -> float:
    """Give 1/n where the first right answer is the n-th; 0 if none is."""
    places = (n for n, symbol in enumerate(ranked, 1) if symbol in right)
    return 1 / first if (first := next(places, 0)) else 0.0


def recall_at(ranked: list[str], right: Collection[str], k: int) -> float:
    """Give the share of right answers among the first k, of as many as k places can hold."""
    return len(set(ranked[:k]) & set(right)) / min(k, len(right))


def read_judged(path: Path = JUDGED) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_sample(path: Path = SAMPLE) -> Iterator[tuple[str, str, str]]:
    """Give (symbol, title, body) of each text, a line a paragraph."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for text in map(json.loads, lines):
            yield text["symbol"], text["title"], "\n".join(p["text"] for p in text["paragraphs"])


def measure(judged: list[dict], search: Search) -> dict[str, Figures]:
    """Ask every query once; give the figures of each kind in its order, then of "all"."""
    scores: dict[str, list[tuple[float, float]]] = {}
    for case in judged:
        ranked = search(case["query"], TOP)[:TOP]
        score = reciprocal_rank(ranked, case["right"]), recall_at(ranked, case["right"], TOP)
        scores.setdefault(case["kind"], []).append(score)
    scores["all"] = [score for of_kind in scores.values() for score in of_kind]
    return {
        kind: Figures(len(of_kind), *(fmean(column) for column in zip(*of_kind, strict=True)))
        for kind, of_kind in scores.items()
    }


def table(engines: dict[str, dict[str, Figures]]) -> str:
    """Lay engines side by side, a line a kind: {engine: what measure() gave}."""
    lines = [f"{'':12}{'queries':>8}" + "".join(f"{name:>22}" for name in engines)]
    lines.append(" " * 20 + f"{'MRR':>12}{'recall@10':>10}" * len(engines))
    for kind, figures in next(iter(engines.values())).items():
        measured = "".join(
            f"{of[kind].mrr:12.3f}{of[kind].recall:10.3f}" for of in engines.values()
        )
        lines.append(f"{kind:12}{figures.queries:8}{measured}")
    return "\n".join(lines)


def main():
    sample = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    print(table({"plain FTS5": measure(read_judged(), baseline(read_sample(sample)))}))


if __name__ == "__main__":
    main()
