"""The world that the promises are tried on."""

import pytest

from tests.promises import world as worlds


@pytest.fixture
def world(cast, report_of):
    return worlds.build(cast, report_of)
