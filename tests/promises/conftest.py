"""The world that the promises are tried on."""

import pytest

from resrec.journal import outbox
from tests.promises import world as worlds


@pytest.fixture
def world(cast, report_of, monkeypatch):
    # Nobody reads the messages about what is built here, and drawing them takes longest.
    with monkeypatch.context() as patched:
        patched.setattr(outbox, "_rendered", lambda template, context: template)
        return worlds.build(cast, report_of)
