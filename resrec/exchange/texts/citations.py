"""Citations that a row says: on record, or decided by an officer. The rest are in the words."""

from django.db.models import Q

from resrec.exchange.texts import limits
from resrec.library.models import Citation, Resolution
from resrec.library.models.citation import DECIDED


def store_citations(said):
    """Put these in the place of those that are there; `said` are pairs of a text's id and rows.

    Whoever calls this has stored all texts, and reads their words for citations afterwards: a
    decision holds for all citations of its text under its key.
    """
    for start in range(0, len(said), limits.BATCH):
        _store(said[start : start + limits.BATCH])


def _store(said):
    there = Citation.objects.filter(source__in=[pk for pk, _rows in said])
    there.filter(Q(origin=Citation.Origin.RECORD) | Q(state__in=DECIDED)).delete()
    codes = {one["cites"] for _pk, rows in said for one in rows}
    targets = dict(Resolution.objects.filter(code__in=codes).values_list("code", "pk"))
    Citation.objects.bulk_create(
        Citation(
            source_id=pk,
            target_id=targets.get(one["cites"]),
            exact=one["words"],
            **{key: one[key] for key in ("origin", "key", "number", "state")},
        )
        for pk, rows in said
        for one in rows
    )
