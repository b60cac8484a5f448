"""Commands that the worker starts beside its mail, each in a process of its own.

What takes long or much memory keeps no mail waiting, and gives its memory back when it ends.
"""

import subprocess
import sys
import time

from django.conf import settings
from django.core.management import call_command
from django.utils.module_loading import import_string

from resrec.web.processes import end_with_parent

# A command that ends at once, although there is something for it, is not started without a pause.
PAUSE = 10.0  # seconds


class Beside:
    """`commands` maps the name of a command to the function that says whether it is due."""

    def __init__(self, commands):
        self.is_due = {name: import_string(path) for name, path in commands.items()}
        self.running, self.started = {}, {}

    def look(self):
        """Start what is due and does not run."""
        for name, is_due in self.is_due.items():
            runs = name in self.running and self.running[name].poll() is None
            waits = time.monotonic() - self.started.get(name, float("-inf")) < PAUSE
            if not runs and not waits and is_due():
                self.started[name] = time.monotonic()
                self.running[name] = subprocess.Popen(  # noqa: S603  our own arguments
                    [sys.executable, "-W", "ignore", "manage.py", name],
                    cwd=settings.BASE_DIR,
                    stdout=subprocess.DEVNULL,
                    preexec_fn=end_with_parent,
                )

    def stop(self):
        """End them; what was half done is taken up by the next worker."""
        for process in self.running.values():
            if process.poll() is None:
                process.terminate()
                process.wait()


def run_due(commands):
    """Run what is due here and now."""
    for name, path in commands.items():
        if import_string(path)():
            call_command(name, verbosity=0)
