"""Starting and stopping: one signal ends every process, and what goes wrong is said."""

import os
import shutil
import signal
import socket
import subprocess
import sys

import psutil
import pytest
import requests

from tests.running_site import ROOT, free_port, running_site


@pytest.fixture
def copied(site, tmp_path):
    """The running site's data in another folder, where a start has little left to do."""
    data = tmp_path / "site with spaces"
    shutil.copytree(site.data, data, ignore=shutil.ignore_patterns("*-wal", "*-shm"))
    return data


def serve(**environment):
    return subprocess.run(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_signal_ends_every_process(copied, number):
    with running_site(copied) as running:
        children = psutil.Process(running.process.pid).children(recursive=True)
        assert len(children) >= 4
        os.killpg(running.process.pid, number)
        running.process.wait(10)
    assert not psutil.wait_procs(children, timeout=2)[1]


def test_when_one_process_ends_all_do_and_it_is_said(copied):
    with running_site(copied) as running:
        children = psutil.Process(running.process.pid).children(recursive=True)
        worker = next(child for child in children if "work" in child.cmdline())
        worker.kill()
        assert running.process.wait(15) == 1
        assert "The worker ended by itself" in running.log.read_text()
    assert not psutil.wait_procs(children, timeout=2)[1]


def test_a_port_that_is_taken_is_named_with_a_way_out(tmp_path):
    port = free_port()
    with socket.create_server(("127.0.0.1", port + 1)):
        answer = serve(PORT=str(port), RESREC_DATA=str(tmp_path))
    assert answer.returncode == 1
    assert f"Port {port + 1} is taken." in answer.stderr
    assert "PORT=" in answer.stderr


@pytest.mark.parametrize("port", ["none", "0", "65535", "-1"])
def test_a_port_that_is_none_is_said(tmp_path, port):
    answer = serve(PORT=port, RESREC_DATA=str(tmp_path))
    assert "PORT is a number between 1 and 65534" in answer.stderr


def test_the_demonstration_is_never_started_for_a_public_address(tmp_path):
    public = {"RESREC_ORIGIN": "https://resolutions.example.org", "RESREC_DATA": str(tmp_path)}
    assert "RESREC_OIDC_SERVER" in serve(**public).stderr
    provider = subprocess.run(
        [sys.executable, "-m", "identity_provider"],
        cwd=ROOT,
        env=os.environ | public,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert provider.returncode == 1
    assert "loopback only" in provider.stderr


def test_the_provider_serves_this_machine_and_no_proxy(site):
    provider = f"http://localhost:{site.port + 1}"
    told = requests.get(f"{provider}/.well-known/openid-configuration", timeout=10).json()
    assert told["issuer"] == provider
    for header in ("X-Forwarded-For", "Forwarded"):
        answer = requests.get(f"{provider}/sign-in/", headers={header: "for=1.2.3.4"}, timeout=10)
        assert answer.status_code == 403
