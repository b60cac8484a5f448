"""The site as `make run` starts it, in a folder of its own, for journeys and loads."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from identity_provider import cast

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS, STOP_SECONDS = 180, 20


@dataclass(frozen=True)
class Site:
    """Where the site is, what it writes to, and who can sign in: persons by `sub`."""

    base: str
    port: int
    data: Path
    log: Path
    people: dict
    password: str
    process: subprocess.Popen

    def url(self, path):
        return self.base + path


@contextmanager
def running_site(data):
    """Start `manage.py serve` with its data in this folder; give the Site; end it with SIGINT."""
    port, log = free_port(), data / "log"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("RESREC_")}
    environment |= {"PORT": str(port), "RESREC_DATA": str(data)}
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_until_ready(process, log)
        people = {person["sub"]: person for person in cast.people()}
        yield Site(f"http://localhost:{port}", port, data, log, people, cast.password(), process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(STOP_SECONDS)


def wait_until_ready(process, log):
    """Wait for the line that says so; raises RuntimeError with the log when it does not come."""
    deadline = time.monotonic() + START_SECONDS
    while not re.search(r"^Ready", log.read_text(), re.MULTILINE):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("The site did not start:\n" + log.read_text())
        time.sleep(0.2)


def free_port():
    """A port that is free together with the next one, which the identity provider takes."""
    while True:
        with socket.socket() as one, socket.socket() as two:
            one.bind(("127.0.0.1", 0))
            port = one.getsockname()[1]
            try:
                two.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port
