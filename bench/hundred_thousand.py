"""`make bench`: search at 100,000 texts, put together at random from the sample's paragraphs.

Asked for on SQLite: one search at a time within 60 ms for 95 %; the growth is printed. A text
has twelve paragraphs here. SCALE shrinks the number.
"""

import subprocess
import sys
import time

from bench import SCALE
from bench.corpus import PARAGRAPHS
from bench.library import one_at_a_time
from bench.search.quality import SAMPLE
from bench.site import ROOT, data_on, serving

SIZES = [2_000, max(4_000, round(100_000 * SCALE))]


def main():
    if not SAMPLE.exists():
        print("The sample is not beside the project: growth is not measured")
        return False
    found = {}
    for size in SIZES:
        with data_on("SQLite") as environment:
            began = time.monotonic()
            fill = [sys.executable, "-m", "bench.corpus", str(size)]
            subprocess.run(fill, cwd=ROOT, env=environment, check=True)
            print(f"SQLite, {size:,} texts of {PARAGRAPHS} paragraphs, ", end="")
            print(f"made in {time.monotonic() - began:.0f} s")
            with serving(environment) as site:
                one_at_a_time(site, "")  # the first asking fills the memory of each process
                found[size] = one_at_a_time(site, 60 if size > SIZES[0] else 25)
                print(f"  the web server takes {site.memory():.0f} MB")
    few, many = SIZES
    print(f"  {many / few:.0f} times the texts, {found[many] / found[few]:.1f} times the p95")
    return False


if __name__ == "__main__":
    sys.exit(main())
