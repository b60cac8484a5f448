"""`manage.py serve`: prepare the database, then run web server and worker until stopped.

Where the environment names no provider of accounts (`RESREC_OIDC_SERVER`), this is a
demonstration: the example data are loaded and a development identity provider runs beside.
"""

import os
import secrets
import sys
import time
from urllib.parse import urlparse

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from identity_provider import cast
from resrec.web import processes
from resrec.web.collected import collect_what_changed

DEFAULT_PORT = "8000"


class Command(BaseCommand):
    help = "Start the web server and the worker; without a provider of accounts, a demonstration."
    requires_system_checks: list[str] = []

    def handle(self, *args, **options):
        self.begun = time.monotonic()
        self.port = self._port()
        self.is_demonstration = not settings.OIDC_SERVER
        if self.is_demonstration and settings.SECURE:
            raise CommandError(
                "RESREC_ORIGIN names a public address, so RESREC_OIDC_SERVER must name the "
                "organisation's accounts: the demonstration is for this machine only."
            )
        self._require_free_ports()
        processes.stop_on_signals()
        with processes.Processes() as self.processes:
            try:
                self._start()
                self.processes.wait()
            except processes.Stopped as stopped:
                self.say(f"Stopping ({stopped}) …")
            except processes.ProcessEnded as ended:
                raise CommandError(f"{ended}. Everything is stopped.") from ended
        self.say("Stopped.")

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()

    def _port(self):
        asked = os.environ.get("PORT", "").strip() or DEFAULT_PORT
        if not asked.isdigit() or not 1 <= int(asked) <= 65534:
            raise CommandError(f"PORT is a number between 1 and 65534, not {asked!r}.")
        return int(asked)

    def _require_free_ports(self):
        for port in [self.port, self.port + 1][: 1 + self.is_demonstration]:
            if not processes.is_free(port):
                raise CommandError(
                    f"Port {port} is taken. Stop what uses it, or choose another: "
                    f"PORT={self.port + 100} make run"
                )

    def _start(self):
        environment = self._environment()
        python = [sys.executable, "-W", "ignore"]
        if self.is_demonstration:
            self.say(f"Starting the development identity provider on port {self.port + 1} …")
            self.processes.start(
                "The identity provider", [*python, "-m", "identity_provider"], environment
            )
        self._prepare()
        self.say(f"Starting the web server on port {self.port}, and the worker …")
        web_server = [*python, *processes.web_server(self.port)]
        self.processes.start("The web server", web_server, environment)
        host = urlparse(environment["RESREC_ORIGIN"]).netloc
        self.processes.wait_until_it_answers("The web server", self.port, host)
        self.processes.start("The worker", [*python, "manage.py", "work"], environment)
        if self.is_demonstration:
            self.processes.wait_until_it_answers(
                "The identity provider", self.port + 1, "localhost"
            )
        self._tell(environment)

    def _prepare(self):
        if _has_migrations_to_apply():
            self.say("Bringing the database up to date …")
            call_command("migrate", interactive=False, verbosity=0)
        call_command("load_facts", stdout=self.stdout)
        if self.is_demonstration:
            self._load_demonstration()
        if collect_what_changed():
            self.say("Static files are collected.")

    def _load_demonstration(self):
        """Load it once; an installation that holds real reports starts without."""
        self.say("Loading the demonstration …")
        try:
            call_command("load_demonstration", stdout=self.stdout)
        except CommandError as refused:
            self.say(str(refused))

    def _environment(self):
        """Give the environment of the processes: where they are, and who vouches for people."""
        environment = os.environ | {"RESREC_DATA": str(settings.DATA_DIR), "PYTHONUNBUFFERED": "1"}
        environment.setdefault("RESREC_ORIGIN", f"http://localhost:{self.port}")
        if self.is_demonstration:
            environment |= {
                "RESREC_DEMONSTRATION": "yes",
                "PROVIDER_PORT": str(self.port + 1),
                "RESREC_OIDC_SERVER": f"http://localhost:{self.port + 1}",
                "RESREC_OIDC_CLIENT_ID": "resrec",
                "RESREC_OIDC_CLIENT_SECRET": secrets.token_urlsafe(32),
            }
            # The web server asks the provider on this machine, never by a proxy.
            local = f"localhost,{processes.LOOPBACK}"
            for name in ("no_proxy", "NO_PROXY"):
                environment[name] = ",".join(filter(None, [environment.get(name), local]))
        return environment

    def _tell(self, environment):
        seconds = time.monotonic() - self.begun
        self.say(f"\nReady after {seconds:.1f} s: {environment['RESREC_ORIGIN']}/en/\n")
        if self.is_demonstration:
            self.say(f"Who can sign in (password for all: {cast.password()})")
            for person in cast.people():
                self.say(f"  {person['email']:<46} {person['who']['en']}")
            self.say("")
            if settings.EMAIL_HOST == "":
                self.say(f"Mail is kept here: {environment['RESREC_ORIGIN']}/en/development/mail/")
        self.say("Ctrl-C stops everything.")


def _has_migrations_to_apply():
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
