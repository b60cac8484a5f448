"""Processes that stand and fall together: web server, worker, identity provider.

Each has a process group of its own, so that Ctrl-C is heard by the one that started them, which
ends them once. (A web server that hears it as well loses its workers to a second signal.)
"""

import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time

from django.conf import settings

LOOPBACK = "127.0.0.1"
WEB_WORKERS = 2
# Most of them wait for what comes and goes over slow lines; see `one_at_a_time`.
WEB_THREADS = 16
# What a process gets to end by itself before it is killed, in seconds.
GRACE = 6


class Stopped(BaseException):
    """Someone asked for an end, by Ctrl-C or by a signal."""


class ProcessEnded(Exception):
    """One of the processes ended although nobody asked it to."""


def stop_on_signals():
    """Turn SIGINT, SIGTERM and SIGHUP into `Stopped`, even where the shell had them ignored."""

    def stop(number, frame):
        ignore_signals()
        raise Stopped(signal.Signals(number).name)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)


def ignore_signals():
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def web_server(port, application="resrec.wsgi:application"):
    """Give the arguments for Python that serve a WSGI application on this port."""
    return [
        # Its warnings are of the number of threads, and of what `serve` says better itself.
        *("-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "error"),
        *("--host", LOOPBACK, "--port", str(port)),
        *("--workers", str(WEB_WORKERS), "--blocking-threads", str(WEB_THREADS)),
        *("--workers-kill-timeout", "3", "--respawn-failed-workers"),
        application,
    ]


def is_free(port):
    """Whether this port of the loopback address can be listened on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def answers(port, path, host):
    """Whether something answers HTTP there, asked by this name, with whatever status."""
    # A server that is just starting can take a connection and forget it: ask again soon.
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=1)
    try:
        connection.request("GET", path, headers={"Host": host})
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


class Processes:
    """Starts processes, waits on them, and ends them all when one ends. A context manager."""

    def __init__(self):
        self.running = {}

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stop()

    def start(self, name, arguments, environment):
        """Start one from the project's folder; `name` begins a sentence ("The worker")."""
        self.running[name] = subprocess.Popen(  # noqa: S603  our own arguments
            arguments,
            env=environment,
            cwd=settings.BASE_DIR,
            process_group=0,
            preexec_fn=end_with_parent,
        )

    def check(self):
        """Raise ProcessEnded when one of them is no more."""
        for name, process in self.running.items():
            if process.poll() is not None:
                raise ProcessEnded(f"{name} ended by itself (exit code {process.returncode})")

    def wait_until_it_answers(self, name, port, host, seconds=60):
        """Wait for an HTTP answer; raises ProcessEnded when none comes in time."""
        deadline = time.monotonic() + seconds
        while not answers(port, "/", host):
            self.check()
            if time.monotonic() > deadline:
                raise ProcessEnded(f"{name} did not answer on port {port} within {seconds} s")
            time.sleep(0.1)

    def wait(self):
        """Stay as long as all of them run."""
        while True:
            self.check()
            time.sleep(0.3)

    def stop(self):
        """End all of them, at once where they refuse."""
        ignore_signals()
        for process in self.running.values():
            if process.poll() is None:
                process.terminate()
        deadline = time.monotonic() + GRACE
        for process in self.running.values():
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def end_with_parent():
    """Ask the kernel to end this process when its parent is killed outright (Linux only)."""
    if sys.platform == "linux":
        end_with_parent = 1  # PR_SET_PDEATHSIG
        ctypes.CDLL(None).prctl(end_with_parent, signal.SIGTERM)
