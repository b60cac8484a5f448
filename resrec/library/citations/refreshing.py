"""Reading the words of texts for citations, and keeping what an officer has decided on them."""

from typing import NamedTuple

from resrec.journal.recording import journalled
from resrec.library.batches import batched
from resrec.library.citations.catalogue import Catalogue, number_of
from resrec.library.citations.finding import find
from resrec.library.citations.resolving import Reading, resolve
from resrec.library.models import Citation, ParagraphText, ResolutionText
from resrec.library.models.citation import DECIDED

AT_ONCE = 200  # texts whose words are held in memory together
LONGEST_WORDS = Citation._meta.get_field("exact").max_length


class Place(NamedTuple):
    """Where a citation stands and what it names: unique in the words of a text."""

    source: int
    paragraph: int | None
    language: str
    start: int | None
    exact: str
    key: str
    number: str


def refresh(resolution_ids):
    """Find the citations of these texts anew, and those by which others may mean one of them.

    What stands as it stood keeps its row, and what an officer decided stays decided. Asks the
    database a fixed number of times for each few hundred texts; gives the number of texts read.
    """
    catalogue = Catalogue()
    ids = {pk for pk in resolution_ids if pk in catalogue.texts}
    ids |= _sources_that_may_mean(ids, catalogue)
    for some in batched(sorted(ids), AT_ONCE):
        _refresh(some, catalogue)
    return len(ids)


def _sources_that_may_mean(ids, catalogue):
    """Texts with a citation under a number of one of these that no officer has decided."""
    numbers = {number for pk in ids for number in catalogue.numbers_of(catalogue.texts[pk])}
    undecided = Citation.objects.exclude(state__in=DECIDED).filter(origin=Citation.Origin.WORDS)
    sources = set()
    for some in batched(sorted(numbers), AT_ONCE):
        sources |= set(undecided.filter(number__in=some).values_list("source", flat=True))
    return sources


@journalled()
def _refresh(ids, catalogue):
    there, decided = {}, {}
    for citation in Citation.objects.filter(source__in=ids, origin=Citation.Origin.WORDS):
        there[_place(citation)] = citation
        if citation.state in DECIDED:
            decided.setdefault((citation.source_id, citation.key), citation)
    found = dict(_found(ids, catalogue))
    keys = {(place.source, place.key) for place in found}
    for (source, key), citation in decided.items():
        if (source, key) not in keys:  # its words are gone; they may come back
            gone = Place(source, None, "", None, citation.exact, key, citation.number)
            found[gone] = Reading()
    _store(found, there, decided)


def _place(citation):
    return Place(
        citation.source_id,
        citation.paragraph_id,
        citation.language,
        citation.start,
        citation.exact,
        citation.key,
        citation.number,
    )


def _found(ids, catalogue):
    """Yield pairs of a Place and its Reading over the words of these texts."""
    for source, paragraph, language, text in _words(ids):
        held = catalogue.texts[source]
        for mention in find(text, language, catalogue.kinds):
            if meant := resolve(mention, held, catalogue):
                key, reading = meant
                words = mention.start, mention.exact[:LONGEST_WORDS]
                number = number_of(mention.number)
                yield Place(source, paragraph, language, *words, key, number), reading


def _words(ids):
    """Yield (text, paragraph or None, language, words): paragraphs, else the newest body."""
    with_paragraphs = set()
    rows = ParagraphText.objects.filter(paragraph__resolution__in=ids, paragraph__gone_on=None)
    for row in rows.order_by().values_list(
        "paragraph__resolution", "paragraph", "language", "text"
    ):
        with_paragraphs.add(row[0])
        yield row
    bodies = ResolutionText.objects.filter(resolution__in=ids, body__gt="").order_by("version")
    bodies = bodies.exclude(resolution__in=with_paragraphs)
    newest = {(text.resolution_id, text.language): text.body for text in bodies}
    for (source, language), body in newest.items():
        yield source, None, language, body


def _store(found, there, decided):
    """Make the rows say what was found: add, change and take away, in bulk."""
    Citation.objects.filter(
        pk__in=[citation.pk for place, citation in there.items() if place not in found]
    ).delete()
    fresh, changed, candidates = [], [], {}
    for place, reading in found.items():
        row = there.get(place) or Citation(
            source_id=place.source,
            paragraph_id=place.paragraph,
            language=place.language,
            start=place.start,
            exact=place.exact,
            key=place.key,
            number=place.number,
        )
        before = (row.state, row.target_id)
        _read(row, reading, decided.get((place.source, place.key)))
        if row.pk is None:
            fresh.append(row)
        elif before != (row.state, row.target_id):
            changed.append(row)
        if reading.state == Citation.State.AMBIGUOUS:
            candidates[place] = row, {held.pk for held in reading.texts}
    Citation.objects.bulk_create(fresh, batch_size=2000)
    Citation.objects.bulk_update(changed, READ, batch_size=500)
    _set_candidates(candidates.values(), [*there.values()])


READ = ["state", "target", "decided_by", "decided_at"]


def _read(row, reading, decision):
    """Give the row the officer's decision on its key, if there is one, else what was read."""
    if decision:
        for field in ("state", "target_id", "decided_by_id", "decided_at"):
            setattr(row, field, getattr(decision, field))
    else:
        row.state = reading.state
        row.target_id = reading.target and reading.target.pk


def _set_candidates(candidates, there):
    through = Citation.candidates.through
    through.objects.filter(citation__in=[row.pk for row in there]).delete()
    through.objects.bulk_create(
        [
            through(citation_id=row.pk, resolution_id=pk)
            for row, texts in candidates
            for pk in sorted(texts)
        ],
        batch_size=2000,
    )
