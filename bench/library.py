"""`make bench`: the library with the 2,022 sample texts: import, pages, search, export, memory.

Every page is asked once, so that none has been seen before. Asked for on SQLite: import within
60 s, export within 10 s, 400 texts and 200 searches a second over 16 connections, one search at
a time within 25 ms for 95 %, web server and worker within 300 MB.
"""

import gzip
import json
import random
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import count, islice
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode, urlsplit

from bench import SCALE
from bench.search.quality import SAMPLE, read_judged
from bench.site import ENGINES, ROOT, data_on, manage, serving
from bench.wrk import measure, require_wrk

TEXTS = max(200, round(2_022 * SCALE))
SECONDS = max(1, round(4 * SCALE))
ROUNDS = max(1, round(3 * SCALE))
CONNECTIONS = 16
# So often all texts are gone through: more addresses than are asked for in the time.
ROUNDS_OF_TEXTS = max(5, 10_000 // TEXTS)
UNITED_NATIONS = "resrec/exchange/collections/united-nations.toml"
# The words that most texts of the sample have, articles and the like left out.
COMMONEST = """
resolution nations general united recalling including request report state international
implementation assembly relevant secretary continue reaffirming development particular
organizations provide
""".split()
FILTERED = [{"state": "active", "kind": "Res"}, {"collection": "united-nations", "report": "no"}]


def main():
    require_wrk()
    if not SAMPLE.exists():
        print("The sample is not beside the project: the library is not measured")
        return False
    failed = [measure_on(engine) for engine in ENGINES]
    return any(failed)


def measure_on(engine):
    """Print the figures of one engine; gives True when a request failed."""
    print(f"{engine}, the sample, {CONNECTIONS} connections, {ROUNDS} x {SECONDS} s, medians")
    with data_on(engine) as environment:
        with_sample(environment)
        with working(environment) as worker, serving(environment) as site:
            codes = codes_of(environment)
            search(site)  # not counted: each process reads into memory what it keeps there
            pages = [texts(site, codes) for _round in range(ROUNDS)]
            found = [search(site) for _round in range(ROUNDS)]
            say("texts not seen before", pages, 400, engine)
            say("searches, each once", found, 200, engine)
            one_at_a_time(site, 25 if engine == "SQLite" else "")
            used = site.memory() + memory_of(worker)
            print(f"  web server and worker {used:23.0f} MB         (asked at most 300)")
        export(environment)
    return any(each.failed for each in (*pages, *found))


def with_sample(environment):
    """Bring in the sample, or a part of it, by the command that anyone would use."""
    manage(environment, "add_collection", UNITED_NATIONS)
    with tempfile.TemporaryDirectory() as folder, gzip.open(SAMPLE, "rb") as sample:
        path = Path(folder) / "sample.jsonl"
        path.write_bytes(b"".join(islice(sample, TEXTS)))
        began = time.monotonic()
        manage(environment, "import_texts", str(path), "--collection", "united-nations")
    took = time.monotonic() - began
    print(f"  import of {TEXTS:,} texts {took:23.1f} s          (asked at most 60 for 2,022)")


def export(environment):
    began = time.monotonic()
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        manage(environment, "export_texts", file.name)
    print(f"  export of all texts {time.monotonic() - began:25.1f} s          (asked at most 10)")


def texts(site, codes):
    """Ask for another text in each request; an unknown parameter makes each address new."""
    random.Random(1).shuffle(codes)
    return measure(
        site,
        [
            f"/en/resolutions/{code}/?new={next(NEW)}"
            for _ in range(ROUNDS_OF_TEXTS)
            for code in codes
        ],
        seconds=SECONDS,
        connections=CONNECTIONS,
    )


def search(site):
    """Ask for every search once, in another order and round again under new addresses."""
    rounds = [f"{address}&new={next(NEW)}" for _ in range(20) for address in searches()]
    random.Random(2).shuffle(rounds)
    return measure(site, rounds, seconds=SECONDS, connections=CONNECTIONS)


def one_at_a_time(site, asked):
    """Ask for every search once and alone; print how long they take, and give the p95."""
    addresses = [f"{address}&new={next(NEW)}" for address in searches()]
    random.Random(3).shuffle(addresses)
    connection = HTTPConnection(urlsplit(site.base).netloc)
    taken = []
    for address in addresses:
        began = time.perf_counter()
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        taken.append((time.perf_counter() - began) * 1000)
    p50, p95 = median(taken), quantiles(taken, n=20)[-1]
    wanted = f"(asked p95 {asked})" if asked else ""
    print(f"  one search at a time    p50 {p50:6.1f} ms   p95 {p95:6.1f} ms {wanted}")
    return p95


def searches():
    """The judged queries, the commonest words, and ten searches with two filters."""
    queries = [{"q": case["query"]} for case in read_judged()]
    queries += [{"q": word} for word in COMMONEST]
    queries += [{"q": word} | FILTERED[n % 2] for n, word in enumerate(COMMONEST[:10])]
    return [f"/en/resolutions/?{urlencode(query)}" for query in queries]


NEW = count(1)


def codes_of(environment):
    """The codes of the texts of the sample."""
    said = manage(
        environment,
        "shell",
        "--no-imports",
        "--command",
        "import json; from resrec.library.models import Resolution as R; "
        "print(json.dumps(list(R.objects.filter("
        "assembly__kind__collection__code='united-nations').values_list('code', flat=True))))",
    )
    return json.loads(said)


@contextmanager
def working(environment):
    """The worker beside the web server."""
    command = [sys.executable, "manage.py", "work"]
    worker = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        yield worker
    finally:
        worker.terminate()
        worker.wait(20)


def memory_of(process):
    kept = Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in kept if line.startswith("Pss:")) / 1024


def say(what, measured, asked, engine):
    rate, cpu = median(each.rate for each in measured), median(each.cpu for each in measured)
    wanted = f"(asked {asked})" if engine == "SQLite" else ""
    p95 = median(each.p95 for each in measured)
    print(f"  {what:<24}{rate:8.0f} a second   p95 {p95:6.1f} ms   ", end="")
    print(f"server {cpu / 1000:5.2f} ms each   {wanted}")


if __name__ == "__main__":
    sys.exit(main())
