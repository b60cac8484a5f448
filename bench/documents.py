"""`make bench`: the Progress Reports of a Congress as documents, made in the background.

140 texts, each with a Progress Report, that rest on 2,000 Activity Reports together: asked for are
under 30 s for each format, as the worker starts it, and under 300 MB for the largest process: the
typesetter of a PDF is one, beside the one that reads the reports and waits for it. SCALE shrinks
the number of texts and reports.
"""

import os
import subprocess
import sys
import time

from bench import SCALE
from bench.site import ROOT, data_on

TEXTS, REPORTS = max(7, round(140 * SCALE)), max(100, round(2_000 * SCALE))
FORMATS = ("pdf", "docx", "xlsx", "csv")
SECONDS, MEGABYTES = 30, 300


def main():
    too_much = False
    with data_on("SQLite") as environment:
        python = [sys.executable, "-W", "ignore"]
        fill = [*python, "-m", "bench.documents_made", str(TEXTS), str(REPORTS)]
        subprocess.run(fill, cwd=ROOT, env=environment, check=True)
        print(f"Progress Reports on {TEXTS} texts, resting on {REPORTS:,} Activity Reports")
        for suffix in FORMATS:
            subprocess.run([*fill[:-2], "ask", suffix], cwd=ROOT, env=environment, check=True)
            seconds, megabytes = measured([*python, "manage.py", "make_documents"], environment)
            size = subprocess.check_output(
                [*fill[:-2], "size", suffix], cwd=ROOT, env=environment, text=True
            )
            print(
                f"  {suffix:<5} {seconds:5.1f} s (asked {SECONDS}) {megabytes:5.0f} MB"
                f" (asked {MEGABYTES}), a file of {int(size) / 1e6:.1f} MB"
            )
            too_much |= seconds > SECONDS or megabytes > MEGABYTES or int(size) == 0
    return too_much


def measured(command, environment):
    """Run a command; give the seconds it takes and the most memory it had, in MB."""
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit("make_documents failed")
    return time.monotonic() - began, used.ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
