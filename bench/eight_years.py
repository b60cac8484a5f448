"""`make bench`: synthesis and analysis over eight years of reports on one Congress.

140 texts, 1,400 Members and 20,000 accepted Activity Reports, with a Progress Report for each text
and year; then ten times the reports, and the growth is printed. Asked for at the first size: the
bench of a text with 200 reports of the year within 300 ms, a draft suggested from them within 2 s,
the analysis within a second when nobody has seen it and at the speed of any public page then, and
frozen within 20 s. SCALE shrinks the number of reports.
"""

import json
import subprocess
import sys
import time

from bench import SCALE
from bench.site import ROOT, data_on

REPORTS = max(500, round(20_000 * SCALE))
SIZES = [REPORTS, 10 * REPORTS]
ASKED = {
    "bench page": 0.3,
    "draft suggested": 2,
    "analysis, not seen before": 1,
    "analysis frozen": 20,
}


def main():
    found = {}
    for size in SIZES:
        with data_on("SQLite") as environment:
            began = time.monotonic()
            fill = [sys.executable, "-W", "ignore", "-m", "bench.eight_years_made", str(size)]
            subprocess.run(fill, cwd=ROOT, env=environment, check=True)
            print(f"{size:,} reports over eight years, made in {time.monotonic() - began:.0f} s")
            ask = [sys.executable, "-W", "ignore", "-m", "bench.eight_years_asked"]
            asked = subprocess.run(
                ask, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE
            )
            found[size] = json.loads(asked.stdout)
        for what, seconds in found[size].items():
            target = f" (asked {ASKED[what]:g} s)" if what in ASKED and size == SIZES[0] else ""
            print(f"  {what:<28} {seconds * 1000:8.1f} ms{target}")
    few, many = (found[size] for size in SIZES)
    for what in few:
        print(f"  10 times the reports: {many[what] / few[what]:5.1f} times {what}")
    return False


if __name__ == "__main__":
    sys.exit(main())
