"""Every string in three languages: nothing missing, nothing fuzzy, no placeholder lost."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
LANGUAGES = ["fr", "es"]
MARKS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}


def catalogue(folder, language):
    path = Path(folder) / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def messages(po):
    return {m.id: m for m in po if m.id}


@pytest.fixture(scope="session")
def extracted(tmp_path_factory):
    """A copy of the sources with catalogues brought up to date by makemessages."""
    if not shutil.which("xgettext"):
        leave_out = pytest.fail if os.environ.get("CI") else pytest.skip
        leave_out("gettext is needed to read the strings out of the sources")
    copy = tmp_path_factory.mktemp("sources") / "project"
    shutil.copytree(
        ROOT,
        copy,
        ignore=shutil.ignore_patterns(".venv", ".git", "data", "__pycache__", "tests", "build"),
    )
    subprocess.run(
        [sys.executable, "manage.py", "makemessages", "-l", "fr", "-l", "es", "-v", "0"],
        cwd=copy,
        check=True,
        env={"PATH": "/usr/bin:/bin", "RESREC_DATA": str(copy / "data")},
    )
    return copy


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_string_of_the_sources_is_missing(extracted, language):
    missing = [
        key
        for key, message in messages(catalogue(extracted, language)).items()
        if message.fuzzy or not all(as_tuple(message.string))
    ]
    assert not missing


def test_no_string_stands_inside_an_f_string():
    """Older versions of gettext do not read there, and such a string stays in English."""
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "resrec").rglob("*.py"))
        for string in ast.walk(ast.parse(path.read_text()))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in MARKS
    ]
    assert not hidden


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_fuzzy_or_empty(language):
    bad = [
        key
        for key, message in messages(catalogue(ROOT, language)).items()
        if message.fuzzy or not all(as_tuple(message.string))
    ]
    assert not bad


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_placeholders(language):
    lost = []
    for key, message in messages(catalogue(ROOT, language)).items():
        wanted = set(PLACEHOLDER.findall(as_tuple(key)[-1]))
        for string in as_tuple(message.string)[-1:]:
            if set(PLACEHOLDER.findall(string)) != wanted:
                lost.append(key)
    assert not lost


def as_tuple(value):
    return value if isinstance(value, (tuple, list)) else (value,)
