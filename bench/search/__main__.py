"""`make search-quality`: the judged queries, asked of the site on each database and of plain FTS5.

The sample comes in by `import_texts` as anyone's texts do, beside the texts of the Union.
"""

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import SCALE
from bench.search.plain_fts5 import baseline
from bench.search.quality import SAMPLE, measure, read_judged, read_sample, table
from bench.site import ENGINES, ROOT, data_on, manage

COLLECTION = "united-nations"
ALIKE = 0.03  # what the engines' MRR may differ by


def main():
    if not SAMPLE.exists():
        sys.exit(f"The sample is not at {SAMPLE}.")
    judged = read_judged()
    with tempfile.TemporaryDirectory() as folder:
        sample = part_of_sample(Path(folder), judged) if SCALE < 1 else SAMPLE
        found = {engine: answers_on(engine, sample) for engine in ENGINES}
        measured = {"plain FTS5": measure(judged, baseline(read_sample(sample)))}
    for engine, answers in found.items():
        measured[engine] = measure(judged, asked(judged, answers))
    print(table(measured))
    return report_alike(found, measured)


def part_of_sample(folder, judged):
    """Write the right answers and some of the other texts: enough to see that all works."""
    print("A part of the sample: figures are not those of the whole.")
    right, part = {symbol for case in judged for symbol in case["right"]}, folder / "part.jsonl.gz"
    with gzip.open(SAMPLE, "rt", encoding="utf-8") as texts, gzip.open(part, "wt") as kept:
        for number, line in enumerate(texts):
            if json.loads(line)["symbol"] in right or number % round(1 / SCALE) == 0:
                kept.write(line)
    return part


def answers_on(engine, sample):
    """Give what bench.search.answers writes, on this engine."""
    with data_on(engine) as environment:
        manage(environment, "add_collection", COLLECTION)
        manage(environment, "import_texts", str(sample), "--collection", COLLECTION)
        command = [sys.executable, "-m", "bench.search.answers", COLLECTION]
        how = {"cwd": ROOT, "env": environment, "check": True}
        return json.loads(subprocess.run(command, stdout=subprocess.PIPE, **how).stdout)


def asked(judged, answers):
    """Give a search of (query, limit) -> the judged symbols: "A_RES_1_2" is the code A-RES-1-2."""
    symbols = {code_of(symbol): symbol for case in judged for symbol in case["right"]}
    by_query = {case["query"]: answers[case["id"]]["top"] for case in judged}
    return lambda query, limit: [symbols.get(code, code) for code in by_query[query][:limit]]


def code_of(symbol):
    return "-".join("".join(c if c.isalnum() else " " for c in symbol).split())


def report_alike(found, measured):
    """Print in how many queries the engines agree; gives True where they do less than asked."""
    one, other = (found[engine].values() for engine in ENGINES)
    pairs = list(zip(one, other, strict=True))
    for what, part in {
        "the same texts": lambda answer: answer["texts"],
        "the same count": lambda answer: len(answer["texts"]),
        "the same first hit": lambda answer: answer["top"][:1],
        "the same first ten": lambda answer: answer["top"],
    }.items():
        print(f"{what:<20}{sum(part(a) == part(b) for a, b in pairs):4} of {len(pairs)} queries")
    apart = abs(measured[ENGINES[0]]["all"].mrr - measured[ENGINES[1]]["all"].mrr)
    print(f"{'MRR apart by':<20}{apart:9.4f} (asked: at most {ALIKE})")
    return apart > ALIKE


if __name__ == "__main__":
    sys.exit(main())
