"""`make bench`: the Progress Reports of a Congress as documents, made in the background.

140 texts, each with a Progress Report, that rest on 2,000 Activity Reports together: asked for are
under 30 s for each format, as the worker starts it, and under 300 MB for all the processes of the
job together at any moment. SCALE shrinks the number of texts and reports.
"""

import re
import subprocess
import sys
import time
from pathlib import Path

from bench import SCALE
from bench.site import ROOT, data_on

TEXTS, REPORTS = max(7, round(140 * SCALE)), max(100, round(2_000 * SCALE))
FORMATS = ("pdf", "docx", "xlsx", "csv")
SECONDS, MEGABYTES = 30, 300
LOOK_EVERY = 0.05  # seconds


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
    """Run a command; give the seconds it takes and the most memory that it had, in MB."""
    began, most = time.monotonic(), 0.0
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    while process.poll() is None:
        most = max(most, sum(map(_held, _family(process.pid))))
        time.sleep(LOOK_EVERY)
    if process.returncode:
        sys.exit("make_documents failed")
    return time.monotonic() - began, most


def _family(process):
    """Give a process and all that it has started, as numbers."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(children).split():
            yield from _family(child)


def _held(process):
    """Give the memory of a process in MB; what it shares with others is shared out (Pss)."""
    found = re.search(r"^Pss: +(\d+)", _read(Path(f"/proc/{process}/smaps_rollup")), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0


def _read(file):
    try:
        return file.read_text()
    except OSError:  # it has ended meanwhile
        return ""


if __name__ == "__main__":
    sys.exit(main())
