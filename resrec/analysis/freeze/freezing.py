"""Freezing a yearly analysis: what was counted, the figures and the words, kept as data for good.

Everything is read first, from one consistent state of the database, then written at once. What a
freeze is made of is sealed by one fingerprint: the SHA-256 over the digests of its records,
figures and parts in their order.
"""

import hashlib
from collections import defaultdict
from contextlib import contextmanager

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from resrec.analysis.analyses import standing
from resrec.analysis.freeze.parts import PARTS
from resrec.analysis.freeze.records import records_of
from resrec.analysis.freeze.rules import rule_of
from resrec.analysis.models import AnalysisFigure, AnalysisPart, AnalysisRecord, YearlyAnalysis
from resrec.analysis.overview import Overview
from resrec.journal.models import digest_of
from resrec.journal.recording import journalled, record
from resrec.rules import RuleBroken

# Moves when a rule of counting does, or what is kept; what was frozen keeps the name of the method
# it was made by. 2026.2 keeps the words of vocabularies, and names in three languages.
METHOD = "2026.2"
LANGUAGES = [code for code, _name in settings.LANGUAGES]
LOT = 1_000


def freeze(assembly, cycle, *, by, notice="", at=None):
    """Freeze the analysis of a Congress in a cycle as it stands now; give the YearlyAnalysis.

    What stood is superseded, with a notice of what is new, and keeps its address. Raises
    RuleBroken when the notice is missing, or when somebody else has frozen it meanwhile.
    """
    stood = standing(assembly, cycle)
    if stood and not notice.strip():
        raise RuleBroken(_("Say what this version changes, for readers of the one it replaces."))
    moment = at or timezone.now()
    with one_state():
        kept = gathered(assembly, cycle)
    analysis = YearlyAnalysis(
        assembly=assembly,
        cycle=cycle,
        version=(stood.version + 1) if stood else 1,
        replaces=stood,
        notice=notice.strip(),
        method=METHOD,
        release=settings.RELEASE,
        fingerprint=fingerprint(*kept),
        frozen_at=moment,
        frozen_by=by,
        is_demonstration=assembly.collection.is_demonstration,
    )
    try:
        return _write(analysis, *kept, by=by, at=at)
    except IntegrityError as taken:
        raise RuleBroken(_("Someone else has just frozen this analysis.")) from taken


@contextmanager
def one_state():
    """All reads see the database at one moment, whatever is published meanwhile, and keep nobody
    from publishing."""
    with only_reading(), transaction.atomic():
        # SQLite's transactions are so by themselves, from their first read on.
        if connection.vendor == "postgresql" and not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@contextmanager
def only_reading():
    """Begin SQLite's next transaction without its one lock for writing."""
    mode = getattr(connection, "transaction_mode", None)
    connection.transaction_mode = "DEFERRED"
    try:
        yield
    finally:
        connection.transaction_mode = mode


def gathered(assembly, cycle):
    """Give the unsaved (records, figures, parts) of a Congress in a cycle, in their order."""
    overviews = {}
    for language in LANGUAGES:
        with translation.override(language):
            overviews[language] = Overview(assembly, cycle)
            list(overviews[language].all_figures)  # labels are made in the language of now
    figures = _figures(overviews)
    return _records(figures, overviews[LANGUAGES[0]].basis), figures, _parts(overviews)


def _figures(overviews):
    by_language = {code: overview.all_figures for code, overview in overviews.items()}
    made = []
    for position, (key, figure) in enumerate(by_language[LANGUAGES[0]].items()):
        one = AnalysisFigure(
            position=position,
            key=key,
            noun=str(figure.noun),
            labels={code: str(by_language[code][key].label) for code in LANGUAGES},
            members=list(figure.members),
            value=figure.value,
            rule=rule_of(figure),
        )
        one.digest = digest_of(figure_data(one))
        made.append(one)
    return made


def _records(figures, basis):
    members = defaultdict(dict, {noun: dict.fromkeys(ids) for noun, ids in basis.items()})
    for figure in figures:
        members[figure.noun] |= dict.fromkeys(figure.members)
    return [
        AnalysisRecord(noun=noun, member=pk, values=values, digest=digest_of(values))
        for noun in sorted(members)
        for pk, values in sorted(records_of(noun, members[noun]).items())
    ]


def _parts(overviews):
    made = []
    for name, part in sorted(PARTS.items()):
        content = {}
        for code, overview in overviews.items():
            with translation.override(code):
                content[code] = part(overview)
        made.append(AnalysisPart(name=name, content=content, digest=digest_of(content)))
    return made


def figure_data(figure):
    """What of a figure is sealed."""
    return {
        "key": figure.key,
        "noun": figure.noun,
        "labels": figure.labels,
        "members": figure.members,
        "value": figure.value,
        "rule": figure.rule,
    }


def fingerprint(records, figures, parts):
    """Give the SHA-256 over all digests, each on a line with what it is of."""
    lines = [
        *(f"record {one.noun} {one.member} {one.digest}" for one in records),
        *(f"figure {one.key} {one.digest}" for one in figures),
        *(f"part {one.name} {one.digest}" for one in parts),
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@journalled()
def _write(analysis, records, figures, parts, *, by, at):
    if analysis.replaces_id:
        stands = YearlyAnalysis.objects.filter(pk=analysis.replaces_id, status="frozen")
        if not stands.update(status=YearlyAnalysis.Status.SUPERSEDED):
            raise IntegrityError("superseded meanwhile")
    analysis.save()
    for rows in (records, figures, parts):
        for row in rows:
            row.analysis = analysis
        if rows:
            type(rows[0]).objects.bulk_create(rows, batch_size=LOT)
    record(
        analysis,
        "yearly_analysis.frozen",
        by=by,
        at=at,
        version=analysis.version,
        fingerprint=analysis.fingerprint,
    )
    return analysis
