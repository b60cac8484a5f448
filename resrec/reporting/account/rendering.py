"""Renderings of an account's statements in another language, written side by side."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from resrec.reporting.anchors import normalised, source_digest
from resrec.reporting.models import Rendering, Statement
from resrec.rules import RuleBroken

DIGEST = re.compile(r"[0-9a-f]{64}")
LANGUAGES = dict(settings.LANGUAGES)


@dataclass
class Line:
    """A statement, its Rendering if there is one, and what stands in the form for it.

    `refused` says why what was typed is not kept.
    """

    statement: Statement
    rendering: Rendering | None
    typed: str
    refused: str = ""

    @property
    def was(self):
        """What a form carries to tell whether somebody else has rendered it meanwhile."""
        return source_digest(self.rendering.text) if self.rendering else ""


def lines_of(account, language):
    """Give a Line for each statement that is in another language."""
    statements = account.statements.exclude(language=language).prefetch_related("renderings__by")
    lines = []
    for statement in statements:
        statement.report = account
        found = next((r for r in statement.renderings.all() if r.language == language), None)
        if found:
            found.statement = statement
        lines.append(Line(statement, found, found.text if found else ""))
    # In the order of the page, which is that of the sections and not of their codes.
    order = list(Statement.Section)
    return sorted(lines, key=lambda one: order.index(one.statement.section))


@transaction.atomic
def keep_renderings(account, language, typed, *, by):
    """Keep what was typed, and give the Lines; those that are `refused` were left as they were.

    `typed` maps fields of the form to words: `text-KEY`, `read-KEY` (the digest of the statement
    that was read), `was-KEY` (of the rendering), `holds-KEY` for one that still holds.
    """
    account.touch()
    lines = lines_of(account, language)
    for line in lines:
        key = line.statement.key
        if f"text-{key}" in typed:
            line.typed = normalised(typed[f"text-{key}"]).strip()
            try:
                _keep(line, language, typed.get(f"read-{key}", ""), typed, by=by)
            except RuleBroken as rule:
                line.refused = str(rule)
    return lines


def _keep(line, language, read, typed, *, by):
    key, stored = line.statement.key, line.rendering
    same = line.typed == (stored.text if stored else "")
    if same and not typed.get(f"holds-{key}"):
        return
    if typed.get(f"was-{key}", "") != line.was:
        raise RuleBroken(_("Someone else has rendered this statement since you opened the page."))
    if not line.typed:
        stored.delete()
        line.rendering = None
        return
    if not DIGEST.fullmatch(read):
        raise RuleBroken(_("Open the page again: it does not tell which words were rendered."))
    line.rendering, _made = Rendering.objects.update_or_create(
        statement=line.statement,
        language=language,
        defaults={"text": line.typed, "renders": read, "by": by, "at": timezone.now()},
    )
