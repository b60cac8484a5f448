"""The virus scanner: what it finds is refused, and so is what it could not look at."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from resrec.rules import RuleBroken
from resrec.web import scanning
from resrec.web.scanning import refuse_infected


def upload():
    return SimpleUploadedFile("notes.txt", b"EICAR of our own")


def test_without_a_scanner_nothing_is_run(settings):
    settings.VIRUS_SCANNER = ""
    refuse_infected(upload())


def test_a_clean_file_passes_and_the_scanner_sees_its_content(settings):
    settings.VIRUS_SCANNER = "grep --quiet EICAR"  # 0: found, which here stands for clean
    refuse_infected(upload())


@pytest.mark.parametrize(
    ("scanner", "message"),
    [
        ("grep --quiet nothing-of-this", "has found something"),  # 1
        ("grep --no-such-option", "could not be checked"),  # 2
        ("no-such-command", "could not be checked"),
        ("tail -f", "could not be checked"),
    ],
)
def test_whatever_else_is_refused(settings, monkeypatch, scanner, message):
    monkeypatch.setattr(scanning, "SECONDS", 0.2)
    settings.VIRUS_SCANNER = scanner
    with pytest.raises(RuleBroken, match=message):
        refuse_infected(upload())
