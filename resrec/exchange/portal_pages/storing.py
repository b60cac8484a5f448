"""Storing readings: the pages of one node become one report.

Each node is stored in a transaction of its own. Pages are kept whole with what was not
understood; a page that is there already changes nothing, and one that says more than those stored
before makes the next version of their report.
"""

import hashlib
from dataclasses import dataclass, field

from django.db import DatabaseError

from resrec.exchange.models import ImportedPage
from resrec.exchange.portal_pages import stored_activity_reports, stored_progress_reports
from resrec.exchange.portal_pages.labels import ACTIVITY
from resrec.exchange.portal_pages.merging import agree, likeness, merged, same_content
from resrec.exchange.portal_pages.problems import Problem
from resrec.exchange.portal_pages.reading import read_again
from resrec.exchange.portal_pages.stored_bodies import unknown_countries
from resrec.exchange.portal_pages.stored_texts import text_of
from resrec.journal.recording import journalled
from resrec.rules import RuleBroken

STORED, REPLACED, KEPT, UNCHANGED = "stored", "replaced", "kept", "unchanged"
FAILED = "failed"


@dataclass
class Outcome:
    """What became of the new pages of one report.

    `what`: "stored" as a new report, "replaced" by its next version, "kept" as pages that add
    nothing to a report or have none, "unchanged" when all had been read before, "failed" when
    the database or a rule refused them.
    """

    files: list[str]
    what: str
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_news(self):
        return self.what != UNCHANGED


def store(readings):
    """Store the readings that are reports; gives a list of Outcome, one a node."""
    fresh, known = _fresh([one for one in readings if one.is_report])
    outcomes = [Outcome([reading.file], UNCHANGED) for reading in known]
    nodes = dict.fromkeys(reading.node for reading in fresh if reading.node is not None)
    groups = [[one for one in fresh if one.node == node] for node in nodes]
    groups += _without_node([one for one in fresh if one.node is None], groups)
    return outcomes + [_attempt(group) for group in groups]


def _without_node(readings, groups):
    """Put readings without a node to the one group that is the same report; give the others."""
    alone = []
    for reading in readings:
        same = [group for group in groups if agree(reading, merged(group))]
        if len(same) == 1:
            same[0].append(reading)
        else:
            alone.append([reading])
    return alone


def _attempt(group):
    """Store one group of pages or nothing of it; the others go on."""
    try:
        return _store_without_node(group[0]) if group[0].node is None else _store_node(group)
    except (RuleBroken, DatabaseError) as refused:
        problem = Problem("refused", printed=str(refused))
        return Outcome([one.file for one in group], FAILED, [problem])


def digest_of(reading):
    """The SHA-256 by which a page is known again: its node, its language and its words."""
    page = f"{reading.node}/{reading.lang}\n{reading.text}"
    return hashlib.sha256(page.encode()).hexdigest()


def _fresh(readings):
    """Part the readings into those not stored yet, each page once, and the others."""
    by_digest = {}
    for reading in readings:
        by_digest.setdefault(digest_of(reading), reading)
    there = set(ImportedPage.objects.filter(digest__in=by_digest).values_list("digest", flat=True))
    fresh = {digest: reading for digest, reading in by_digest.items() if digest not in there}
    new = {id(reading) for reading in fresh.values()}
    return list(fresh.values()), [reading for reading in readings if id(reading) not in new]


@journalled()
def _store_node(fresh):
    """Store the new pages of one node, with a page that came without its node and is the same."""
    pages = list(_of_node(fresh[0].node))
    reading = merged(fresh)
    if not pages and (found := _best_match(reading, _pages_without_node(reading))):
        pages = found
    return _store_family(fresh, pages)


@journalled()
def _store_without_node(reading):
    """Store a page that does not tell its node with the one that is the same report."""
    families = {}
    for page in ImportedPage.objects.filter(report_type=reading.report_type).exclude(node=None):
        families.setdefault(page.node, []).append(page)
    return _store_family([reading], _best_match(reading, families.values()))


def _of_node(node):
    """The stored pages of a node, with those that were found to belong to it."""
    pages = ImportedPage.objects.filter(node=node)
    activity = pages.exclude(activity_report=None).values("activity_report")
    progress = pages.exclude(progress_report=None).values("progress_report")
    same = ImportedPage.objects.filter(activity_report__in=activity)
    return pages | same | ImportedPage.objects.filter(progress_report__in=progress)


def _pages_without_node(reading):
    alone = ImportedPage.objects.filter(node=None, report_type=reading.report_type)
    return [[page] for page in alone if len(_of_report(page)) <= 1]


def _of_report(page):
    """All pages stored as the report of this one."""
    if page.activity_report_id:
        return list(page.activity_report.imported_pages.all())
    return list(page.progress_report.imported_pages.all()) if page.progress_report_id else []


def _best_match(reading, families):
    """The one family of pages that is the same report; [] where none or more than one could be."""
    found = []
    for pages in families:
        other = merged([_again(page) for page in pages])
        if agree(reading, other):
            found.append((likeness(reading, other) is True, pages))
    surely = [pages for is_sure, pages in found if is_sure] or [pages for _sure, pages in found]
    return surely[0] if len(surely) == 1 else []


def _again(page):
    return read_again(page.text, file=page.file, node=page.node, lang=page.language)


def _store_family(fresh, pages):
    """Store new readings beside the stored pages of the same report (none for a new report)."""
    reading = merged([*map(_again, pages), *fresh])
    kind = stored_activity_reports if reading.report_type == ACTIVITY else stored_progress_reports
    report, what, problems = _report_of(reading, pages, kind)
    problems += unknown_countries(reading.members, plain=reading.layout in ("C", "Cs"))
    for one in fresh:
        pages.append(_kept(one, problems))
    for page in pages:
        setattr(page, f"{reading.report_type}_report", report)
        page.save()
    return Outcome([one.file for one in fresh], what, list(dict.fromkeys(problems)))


def _report_of(reading, pages, kind):
    """Give (report or None, what became of it, problems)."""
    before = kind.stored_as(pages)
    if before is not None:
        told = same_content(reading, merged([_again(page) for page in pages]))
        if told and kind.is_complete(before, reading):
            return before, KEPT, []
        if not kind.may_replace(before):
            return before, KEPT, [Problem("written_since")]
    text, problems = text_of(reading.resolution_code)
    if text is None:
        return None, KEPT, problems
    report, more = kind.write(reading, text, before=before)
    return report, REPLACED if before else STORED, problems + more


def _kept(reading, problems):
    """Keep the page itself, with what was not understood of it and of storing it."""
    return ImportedPage(
        node=reading.node,
        language=reading.lang or "",
        file=reading.file[:300],
        digest=digest_of(reading),
        layout=reading.layout,
        report_type=reading.report_type,
        truncated=reading.truncated,
        text=reading.text,
        problems=[problem.as_dict() for problem in (*reading.problems, *problems)],
    )
