"""Asking a running site by wrk: many connections, kept open, for a few seconds."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

SCRIPT = Path(__file__).with_name("wrk.lua")


@dataclass(frozen=True)
class Measured:
    """Requests a second; latencies in milliseconds; how many requests got no answer or 4xx, 5xx.

    `cpu` is the server's own time for one request in microseconds: it hardly depends on what else
    the machine does.
    """

    rate: float
    cpu: float
    p50: float
    p95: float
    p99: float
    failed: int


def require_wrk():
    """End with a message where wrk is not installed."""
    if not shutil.which("wrk"):
        sys.exit("wrk is not installed (Debian: apt-get install wrk): nothing is measured")


def measure(site, addresses, *, seconds, connections=16, threads=2, headers=None):
    """Ask a Serving for these addresses (path and query) in turn; a single one again and again."""
    threads = min(threads, connections, len(addresses)) if len(addresses) > 1 else threads
    command = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{max(1, round(seconds))}s"]
    for name, value in (headers or {}).items():
        command += ["-H", f"{name}: {value}"]
    command += ["-s", str(SCRIPT), site.base + addresses[0], "--"]
    before = site.cpu()
    if len(addresses) == 1:
        said = _run(command, threads)
    else:
        with NamedTemporaryFile("w", suffix=".txt") as file:
            file.write("\n".join(addresses) + "\n")
            file.flush()
            said = _run([*command, file.name], threads)
    return Measured(
        rate=said["requests"] / said["microseconds"] * 1e6,
        cpu=(site.cpu() - before) / max(said["requests"], 1) * 1e6,
        failed=said["failed"],
        **{name: said[name] / 1000 for name in ("p50", "p95", "p99")},
    )


def _run(command, threads):
    environment = os.environ | {"BENCH_THREADS": str(threads)}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True)
    line = next((line for line in ended.stdout.splitlines() if line.startswith("JSON ")), None)
    if line is None:
        sys.exit(f"wrk measured nothing:\n{ended.stdout}{ended.stderr}")
    return json.loads(line.removeprefix("JSON "))
