"""`make bench`: search at 100,000 texts, put together at random from the sample's paragraphs.

Asked for on SQLite: one search at a time within 60 ms for 95 %; the growth is printed. A text
has twelve paragraphs here, so that they can be made in some minutes. SCALE shrinks the number.
"""

import gzip
import json
import random
import sys
import tempfile
import time
from pathlib import Path

from bench import SCALE
from bench.library import UNITED_NATIONS, one_at_a_time
from bench.search.quality import SAMPLE
from bench.site import data_on, manage, serving

SIZES = [2_000, round(100_000 * SCALE)]
PARAGRAPHS = 12
A_FILE = 20_000  # texts; an import has its limits


def main():
    if not SAMPLE.exists():
        print("The sample is not beside the project: growth is not measured")
        return False
    found = {}
    for size in SIZES:
        with data_on("SQLite") as environment:
            manage(environment, "add_collection", UNITED_NATIONS)
            began = time.monotonic()
            fill(environment, size)
            print(f"SQLite, {size:,} texts of {PARAGRAPHS} paragraphs, ", end="")
            print(f"imported in {time.monotonic() - began:.0f} s")
            with serving(environment) as site:
                one_at_a_time(site, 60, "")  # the first asking fills the memory of each process
                found[size] = one_at_a_time(site, 60, "SQLite")
                print(f"  the web server takes {site.memory():.0f} MB")
    few, many = SIZES
    print(f"{many / few:.0f} times the texts, {found[many] / found[few]:.1f} times the p95")
    return False


def fill(environment, size):
    """Import so many texts made of the sample's titles and paragraphs."""
    titles, paragraphs = material()
    chance = random.Random(4)
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, size, A_FILE):
            path = Path(folder) / "texts.jsonl.gz"
            with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as file:
                for number in range(start, min(start + A_FILE, size)):
                    text = {
                        "symbol": f"A_RES_{40 + number % 40}_{1 + number // 40}",
                        "title": chance.choice(titles),
                        "paragraphs": chance.choices(paragraphs, k=PARAGRAPHS),
                    }
                    file.write(json.dumps(text) + "\n")
            manage(environment, "import_texts", str(path), "--collection", "united-nations")


def material():
    titles, paragraphs = [], []
    with gzip.open(SAMPLE, "rt", encoding="utf-8") as lines:
        for text in map(json.loads, lines):
            titles.append(text["title"])
            paragraphs += text["paragraphs"]
    return titles, paragraphs


if __name__ == "__main__":
    sys.exit(main())
