"""An officer's list: citations that can mean several texts, one entry for all that say the same."""

from dataclasses import dataclass

from django.db.models import Max, Min

from resrec.library.models import Citation, Resolution


@dataclass(frozen=True)
class Entry:
    """One decision: `citation` stands for all of its text with its key; `others` is how many."""

    citation: Citation
    others: int
    candidates: list[Resolution]


class ToSettle:
    """A list for a Paginator: by text and place; what is settled, the newest decision first."""

    def __init__(self, settled):
        told = Citation.objects.decided() if settled else Citation.objects.open()
        told = told.order_by().values("source", "key")
        told = told.annotate(first=Min("pk"), at=Max("decided_at"))
        self._found = list(told.order_by(*(["-at"] if settled else ["source__code"]), "first"))

    def __len__(self):
        return len(self._found)

    def __getitem__(self, part):
        firsts = [row["first"] for row in self._found[part]]
        found = Citation.objects.filter(pk__in=firsts).select_related(
            "source__assembly", "paragraph", "target", "decided_by"
        )
        rows = {
            row.pk: row
            for row in found.prefetch_related(
                "source__texts",
                "paragraph__texts",
                "candidates__texts",
                "candidates__assembly",
                "target__texts",
                "target__assembly",
            )
        }
        counted = self._counted(rows.values())
        return [
            Entry(rows[pk], counted[rows[pk].source_id, rows[pk].key] - 1, _candidates(rows[pk]))
            for pk in firsts
        ]

    def _counted(self, citations):
        alike = Citation.objects.filter(
            source__in=[one.source_id for one in citations], key__in=[one.key for one in citations]
        )
        counted: dict[tuple[int, str], int] = {}
        for place in alike.values_list("source", "key"):
            counted[place] = counted.get(place, 0) + 1
        return counted


def _candidates(citation):
    """What can be chosen: what it can mean, and what was chosen before."""
    found = list(citation.candidates.all())
    if citation.target and citation.target not in found:
        found.append(citation.target)
    return sorted(found, key=lambda text: (text.assembly.year_held, text.code))
