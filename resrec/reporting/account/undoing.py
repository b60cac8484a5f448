"""Undo on the bench: the last steps of a person on a draft, taken back one by one.

A step keeps what it changed, as it was and as it left it. It can be taken back while that still
stands as it left it: what somebody has done with it since is never overwritten.
"""

from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from resrec.reporting.models import BenchStep, Statement
from resrec.rules import RuleBroken

MOST = 20  # steps of one person on one draft
WORDS = ("text", "language", "section", "basis", "is_suggested", "follows_id")
RENDERED = ("language", "text", "renders", "by_id")
QUOTED = ("source_id", "field", "exact", "prefix", "suffix", "source_digest", "position")


@contextmanager
def remembered(account, what, *, by):
    """Keep as a step of `by` what happens to the statements of a draft meanwhile."""
    with transaction.atomic():
        account.touch()
        before = picture_of(account)
        yield
        after = picture_of(account)
        if before != after:
            was, now = _difference(before, after)
            BenchStep.objects.create(account=account, by=by, what=what, before=was, after=now)
            steps = account.steps.filter(by=by)
            steps.filter(pk__in=[step.pk for step in steps[MOST : MOST * 2]]).delete()


def picture_of(account):
    """Give the statements of a draft as plain data: {"statements": …, "order": …}."""
    statements, order = {}, {section.value: [] for section in Statement.Section}
    rows = account.statements.prefetch_related("quotations", "paragraphs", "renderings")
    for statement in rows:
        order[statement.section].append(statement.key)
        statements[statement.key] = {name: getattr(statement, name) for name in WORDS} | {
            "quotations": _rows(statement.quotations, QUOTED),
            "renderings": _rows(statement.renderings, RENDERED),
            "paragraphs": sorted(one.pk for one in statement.paragraphs.all()),
        }
    return {"statements": statements, "order": order}


def _rows(manager, names):
    return [{name: getattr(one, name) for name in names} for one in manager.all()]


def _difference(before, after):
    keys = {*before["statements"], *after["statements"]}
    changed = [k for k in keys if before["statements"].get(k) != after["statements"].get(k)]
    moved = [one for one in after["order"] if before["order"][one] != after["order"][one]]
    return [
        {
            "statements": {key: side["statements"].get(key) for key in changed},
            "order": {section: side["order"][section] for section in moved},
        }
        for side in (before, after)
    ]


def last_step(account, person):
    """Give the last step of this person on a draft, or None."""
    return account.steps.filter(by=person).first()


@transaction.atomic
def undo(account, *, by):
    """Take back the last step of a person; give it. Raises RuleBroken, and says why, when what it
    changed has been changed again since, or when there is none."""
    account.touch()
    step = last_step(account, by)
    if step is None:
        raise RuleBroken(_("There is nothing of yours to undo on this draft."))
    _still_stands(account, step)
    by_key = {one.key: one for one in account.statements.all()}
    for key, was in step.before["statements"].items():
        _put_back(account, by_key.get(key), key, was)
    for section, keys in step.before["order"].items():
        _reorder(account, section, keys)
    step.delete()
    return step


def _still_stands(account, step):
    """Raise RuleBroken when anything that the step changed is not as it left it."""
    now = picture_of(account)
    changed = [
        key for key, left in step.after["statements"].items() if now["statements"].get(key) != left
    ]
    moved = not step.after["statements"] and any(
        now["order"][section] != keys for section, keys in step.after["order"].items()
    )
    if not (changed or moved):
        return
    newer = account.steps.filter(pk__gt=step.pk).exclude(by=step.by).select_related("by")
    other = next((one for one in newer if moved or {*changed} & {*one.after["statements"]}), None)
    why = (
        _("%(name)s has changed the same since (%(what)s).")
        % {"name": other.by, "what": other.get_what_display()}
        if other
        else _("The same has been changed since.")
    )
    raise RuleBroken([_("This cannot be undone any more: %(what)s.") % {"what": step}, why])


def _put_back(account, statement, key, was):
    if was is None:
        statement.delete()
        return
    words = {name: was[name] for name in WORDS}
    statement, _made = Statement.objects.update_or_create(report=account, key=key, defaults=words)
    statement.paragraphs.set(was["paragraphs"])
    for manager, names, rows in (
        (statement.quotations, QUOTED, was["quotations"]),
        (statement.renderings, RENDERED, was["renderings"]),
    ):
        if _rows(manager, names) != rows:
            manager.all().delete()
            manager.bulk_create(manager.model(statement=statement, **one) for one in rows)


def _reorder(account, section, keys):
    """Let the statements of a section stand in the order of `keys`; others behind whom they are."""
    now = list(account.statements.filter(section=section))
    by_key = {one.key: one for one in now}
    row = [key for key in keys if key in by_key]
    for at, one in enumerate(now):
        if one.key not in row:
            above = now[at - 1].key if at else None
            row.insert(row.index(above) + 1 if above else 0, one.key)
    for position, key in enumerate(row):
        if by_key[key].position != position:
            Statement.objects.filter(pk=by_key[key].pk).update(position=position)
