"""`make load`: many readers at once on the running demonstration; no answer may be an error.

Each reader keeps one connection and asks the main pages in three languages in turn, as a
browser without a session does.
"""

import http.client
import statistics
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, product
from pathlib import Path

from bench import SCALE
from tests.running_site import running_site

READERS = 32
REQUESTS = int(20_000 * SCALE)
PAGES = [
    "/",
    "/resolutions/",
    "/resolutions/?words=connectivity",
    "/resolutions/WCC-2016-Res-087/",
    "/resolutions/ALR-2024-Res-001/progress/2025/",
    "/focal-points/WCC-2016/",
    "/analysis/WCC-2016/2026/",
    "/resources/",
]
ADDRESSES = [f"/{language}{page}" for page, language in product(PAGES, ("en", "fr", "es"))]


def read(port, reader):
    """Ask a reader's share of the requests; give (address, status, seconds) of each."""
    connection, answers = http.client.HTTPConnection("127.0.0.1", port, timeout=30), []
    for turn in range(REQUESTS // READERS):
        address = ADDRESSES[(reader * 7 + turn) % len(ADDRESSES)]
        begun = time.perf_counter()
        connection.request("GET", address, headers={"Host": f"localhost:{port}"})
        answer = connection.getresponse()
        answer.read()
        answers.append((address, answer.status, time.perf_counter() - begun))
    connection.close()
    return answers


def main():
    with tempfile.TemporaryDirectory() as folder, running_site(Path(folder)) as site:
        begun = time.perf_counter()
        with ThreadPoolExecutor(READERS) as pool:
            shares = list(pool.map(lambda reader: read(site.port, reader), range(READERS)))
        seconds = time.perf_counter() - begun
    answers = [answer for share in shares for answer in share]
    times = sorted(taken for _address, _status, taken in answers)
    percentiles = statistics.quantiles(times, n=100)
    print(f"{len(answers)} pages to {READERS} readers in {seconds:.1f} s: ", end="")
    print(f"{len(answers) / seconds:.0f} a second; ", end="")
    print(
        f"half within {percentiles[49] * 1000:.0f} ms, 95 % within {percentiles[94] * 1000:.0f} ms"
    )
    wrong = Counter((address, status) for address, status, _taken in answers if status != 200)
    for (address, status), times_seen in islice(wrong.most_common(), 10):
        print(f"  {status} {address} ({times_seen} times)")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
