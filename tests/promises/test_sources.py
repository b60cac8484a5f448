"""What the whole source keeps: status moves in one place, no styles or scripts inline."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [
    path
    for path in sorted((ROOT / "resrec").rglob("*.py"))
    if not {"migrations", "tests"} & set(path.parts)
]
TEMPLATES = sorted(
    path
    for folder in ("resrec", "identity_provider")
    for path in (ROOT / folder).rglob("templates/**/*.html")
)


def functions(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            yield node


def sets_status(node):
    """Whether a statement assigns `<something>.status` or updates rows with `status=`."""
    if isinstance(node, ast.Assign):
        return any(isinstance(t, ast.Attribute) and t.attr == "status" for t in node.targets)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr == "update" and any(k.arg == "status" for k in node.keywords)
    return False


def test_only_move_to_sets_the_status_of_a_report():
    elsewhere = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in SOURCES
        if "reporting" in path.parts
        for function in functions(path)
        if function.name != "_move_to"
        for node in ast.walk(function)
        if sets_status(node)
    ]
    assert not elsewhere


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(ROOT)))
def test_templates_hold_no_inline_style_or_script(path):
    text = path.read_text()
    assert not re.search(r"<[^>]+\sstyle\s*=", text), "inline style"
    assert not re.search(r"<[^>]+\son[a-z]+\s*=", text), "inline handler"
    assert not re.search(r"<script(?![^>]*\ssrc=)", text), "inline script"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_and_public_functions_say_what_they_are(path):
    tree = ast.parse(path.read_text())
    if path.name != "__init__.py" and "management" not in path.parts:
        assert ast.get_docstring(tree), "a module without a docstring"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_functions_stay_short(path):
    long = [f.name for f in functions(path) if f.end_lineno - f.lineno > 45]
    assert not long


def test_views_read_as_a_sentence():
    long = [
        f"{path.relative_to(ROOT)}: {function.name}"
        for path in SOURCES
        if "views" in path.parts or path.name == "views.py"
        for function in functions(path)
        if function.end_lineno - function.lineno + 1 > 30
    ]
    assert not long
