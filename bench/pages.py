"""`make bench`: public pages that were seen before, against a constant page from the same server.

Anonymous, connections kept open. The floor is a constant page of 30 kB by the same web server
with the same settings. Asked for is half the floor's requests a second on SQLite, and a 304 at
least as fast as the page; since machines are shared, only answers that are none fail the run.
"""

import sys
import urllib.request
from statistics import median

from bench import SCALE
from bench.site import ENGINES, FLOOR, data_on, serving
from bench.wrk import measure, require_wrk

SECONDS, ROUNDS = max(1, round(3 * SCALE)), max(1, round(5 * SCALE))
CONNECTIONS = 16
TEXT, LIST = "/en/resolutions/WCC-2016-Res-087/", "/en/resolutions/"
BROWSER = {"Accept-Encoding": "gzip, deflate, br"}


def main():
    require_wrk()
    failed = [measure_on(engine) for engine in ENGINES]
    return any(failed)


def measure_on(engine):
    """Print the figures of one engine; gives True when a request failed."""
    with (
        data_on(engine) as environment,
        serving(environment, FLOOR) as floor,
        serving(environment) as site,
    ):
        found = rounds(site, floor)
    print(f"{engine}, {CONNECTIONS} connections, {ROUNDS} x {SECONDS} s, medians")
    rates = {what: median(each.rate for each in of) for what, of in found.items()}
    for what, of in found.items():
        p95, cpu = median(each.p95 for each in of), median(each.cpu for each in of)
        print(f"  {what:<24}{rates[what]:8.0f} a second   p95 {p95:6.2f} ms   ", end="")
        print(f"server {cpu:5.1f} us each   {rates[what] / rates['floor']:.2f} of the floor")
    judge(rates["a text, seen"] / rates["floor"], 0.5, "of the floor", engine == "SQLite")
    judge(rates["a text, 304"] / rates["a text, seen"], 1, "for a 304, of its page")
    return any(each.failed for of in found.values() for each in of)


def rounds(site, floor):
    """Measure each in turn, so that what else the machine does weighs on all; lists by name."""
    asked = {
        "floor": (floor, "/", {}),
        "a text, seen": (site, TEXT, {}),
        "a text, seen, encoded": (site, TEXT, BROWSER),
        "a text, 304": (site, TEXT, {"If-None-Match": tag_of(site.base + TEXT)}),
        "the list, seen": (site, LIST, {}),
    }
    found = {what: [] for what in asked}
    for turn in range(ROUNDS + 1):
        for what, (server, address, headers) in asked.items():
            # In the first turn, which does not count, the workers come to know the page.
            seconds = SECONDS if turn else 1
            measured = measure(
                server, [address], seconds=seconds, connections=CONNECTIONS, headers=headers
            )
            found[what] += [measured] if turn else []
    return found


def tag_of(address):
    with urllib.request.urlopen(address) as answer:
        return answer.headers["ETag"]


def judge(share, asked, what, is_asked=True):
    said = f"asked {asked}: {'met' if share >= asked else 'not met'}" if is_asked else "not asked"
    print(f"  {share:.2f} {what} ({said})")


if __name__ == "__main__":
    sys.exit(main())
