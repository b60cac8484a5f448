"""The site at work for a load or a fault: web server, worker and a mail server, each on its own.

`with reporting_site("SQLite") as site:` gives a Site whose `web` and `worker` can be killed and
started again; the mail server, a process of its own, survives.
"""

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.site import ROOT, START_SECONDS, data_on
from resrec.web import processes
from tests.running_site import free_port


@dataclass
class Running:
    """A process with its children in a group of its own. `killed_at` are moments (time.time())."""

    name: str
    arguments: list
    environment: dict
    process: subprocess.Popen | None = None
    killed_at: list = field(default_factory=list)

    def start(self):
        command = [sys.executable, *self.arguments]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            process_group=0,
        )

    def kill(self):
        """End it and its children at once, as a machine that runs out of memory does."""
        self.killed_at.append(time.time())
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def kill_a_child(self, chance):
        """End one of its children; the process itself starts another."""
        found = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        if children := found.split():
            with suppress(ProcessLookupError):
                os.kill(int(chance.choice(children)), signal.SIGKILL)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()


@dataclass
class Site:
    environment: dict
    port: int
    web: Running
    worker: Running
    arrived: Path

    def wait_until_it_answers(self):
        deadline = time.monotonic() + START_SECONDS
        while not processes.answers(self.port, "/", "localhost"):
            if self.web.process.poll() is not None or time.monotonic() > deadline:
                sys.exit("The web server did not start")
            time.sleep(0.05)

    def arrivals(self):
        """Give {Message-ID: moments at which it arrived at the mail server}."""
        found = {}
        for line in self.arrived.read_text().splitlines():
            message = json.loads(line)
            found.setdefault(message["message_id"], []).append(message["at"])
        return found

    def people(self, *arguments):
        """Run `bench.reporting_people` on the data of this site; gives what it says."""
        command = [sys.executable, "-m", "bench.reporting_people", *map(str, arguments)]
        ended = subprocess.run(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, check=True
        )
        return json.loads(ended.stdout)


@contextmanager
def sites_on(engines):
    """Give a Site for each engine, made side by side: making a database takes longest."""
    with ExitStack() as opened, ThreadPoolExecutor(len(engines)) as pool:
        yield list(pool.map(lambda engine: opened.enter_context(reporting_site(engine)), engines))


@contextmanager
def reporting_site(engine):
    with data_on(engine) as environment:
        port, mail_port = free_port(), free_port()
        arrived = Path(environment["RESREC_DATA"]) / "arrived.jsonl"
        arrived.touch()
        environment |= {
            "RESREC_MAIL_HOST": "127.0.0.1",
            "RESREC_MAIL_PORT": str(mail_port),
            "RESREC_MAIL_TLS": "no",
            "RESREC_ORIGIN": f"http://localhost:{port}",
        }
        mail = Running(
            "mail", ["-m", "bench.mail_server", str(mail_port), str(arrived)], environment
        )
        web = Running("web", processes.web_server(port), environment)
        worker = Running("worker", ["manage.py", "work"], environment)
        site = Site(environment, port, web, worker, arrived)
        try:
            for one in (mail, web, worker):
                one.start()
            site.wait_until_it_answers()
            yield site
        finally:
            for one in (worker, web, mail):
                one.stop()
