"""Storing trees of paragraphs, as `resrec.library.parsing` gives them, one list a language."""

from itertools import count

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.library.citations.refreshing import refresh
from resrec.library.lives import read_retirement
from resrec.library.models import (
    Addressee,
    AddresseeClass,
    Assembly,
    Paragraph,
    ParagraphText,
    Resolution,
)
from resrec.library.paired_languages import paired
from resrec.library.paragraph_plan import asked_by, plan
from resrec.library.search.indexing import index
from resrec.people.models import Constituent
from resrec.rules import RuleBroken

BATCH = 2000
# Where rows stand while they change places; far above any text's number of paragraphs.
ASIDE = 1_000_000
COLUMNS = ["path", "kind", "number", "level", "position", "gone_on"]
COLUMNS += ["verb", "verb_type", "deadline", "deadline_on"]


def add_trees(trees):
    """Add trees in bulk; gives pairs of Resolution and its Paired. The caller tells the journal.

    `trees` are pairs of Resolution and {language: list of Parsed}; the number of queries does not
    grow with the texts but with every 2,000 rows. Whoever imports writes the search's entries
    and reads citations and criteria for retirement.
    """
    found = [(resolution, paired(tree)) for resolution, tree in trees]
    rows = [
        (resolution, pair, Paragraph(resolution=resolution, position=position, **pair.values))
        for resolution, pairs in found
        for position, pair in zip(count(1), pairs, strict=False)
    ]
    Paragraph.objects.bulk_create([row for _of, _pair, row in rows], batch_size=BATCH)
    add_words(
        [(row, language, one) for _of, pair, row in rows for language, one in pair.parsed.items()]
    )
    return found


@journalled()
def store(resolution, *, by, read=None):
    """Read the text anew and bring its paragraphs to that; gives the Plan that was carried out.

    Rows stay the same where they are the same paragraph (`paragraph_matching`). What is gone but
    pointed at is kept as gone. `read` is the `paragraphs_revision` that the officer had before
    them; raises RuleBroken when it has moved on, or when there are no words.
    """
    move_on(resolution, read=read)
    made = plan(resolution)
    _let_go(made)
    _change([one for one in made.planned if one.row and one.changes])
    _add(resolution, [one for one in made.planned if one.row is None])
    index([resolution.pk])
    refresh([resolution.pk])
    read_retirement([resolution.pk])
    record(
        resolution,
        "resolution.paragraphs_stored",
        by=by,
        paragraphs=len(made.planned),
        changed=len(made.news),
        kept=[row.path for row in made.kept],
    )
    return made


def move_on(resolution, *, read=None):
    """Claim the next revision of a text's paragraphs; RuleBroken when someone else has."""
    found = Resolution.objects.filter(pk=resolution.pk)
    if read is not None:
        found = found.filter(paragraphs_revision=read)
    if not found.update(paragraphs_revision=F("paragraphs_revision") + 1):
        raise RuleBroken(_("Someone has changed these paragraphs since you opened this page."))
    resolution.refresh_from_db(fields=["paragraphs_revision"])


def _let_go(made):
    kept = [row.pk for row in made.kept]
    Paragraph.objects.filter(pk__in=kept).update(gone_on=timezone.localdate())
    gone = [row.pk for row in made.left if row.pk not in made.pointed_at]
    Paragraph.objects.filter(pk__in=gone).delete()


def _change(planned):
    """Bring rows to what is planned for them, first out of each other's way."""
    rows = [one.row for one in planned]
    Paragraph.ever.filter(pk__in=[row.pk for row in rows]).update(
        path=Concat(Value("~"), Cast("pk", CharField())), position=F("position") + ASIDE
    )
    for one in planned:
        one.row.position, one.row.gone_on = one.position, None
        for name, value in one.pair.values.items():
            setattr(one.row, name, value)
    # An upsert: updating in bulk takes ten times as long.
    Paragraph.ever.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=COLUMNS,
    )
    said = [one for one in planned if one.changes & {"words", "addressees"}]
    ids = [one.row.pk for one in said]
    ParagraphText.objects.filter(paragraph__in=ids).delete()
    Addressee.objects.filter(paragraph__in=ids).delete()
    add_words([(one.row, *each) for one in said for each in one.pair.parsed.items()])


def _add(resolution, planned):
    rows = Paragraph.objects.bulk_create(
        Paragraph(resolution=resolution, position=one.position, **one.pair.values)
        for one in planned
    )
    add_words(
        [
            (row, *each)
            for row, one in zip(rows, planned, strict=True)
            for each in one.pair.parsed.items()
        ]
    )


def add_words(rows):
    """Add words and addressees; `rows` are triples of a stored Paragraph, language and Parsed."""
    ParagraphText.objects.bulk_create(
        (
            ParagraphText(paragraph=paragraph, language=language, text=one.text)
            for paragraph, language, one in rows
        ),
        batch_size=BATCH,
    )
    Addressee.objects.bulk_create(_addressees(rows), batch_size=BATCH)


def _addressees(rows):
    """One row a name; its constituent is looked for in the text's own union only."""
    asked = [
        (paragraph, language, name, kind)
        for paragraph, language, one in rows
        for name, kind in asked_by(one).items()
    ]
    if not asked:
        return []
    classes = set(AddresseeClass.objects.values_list("code", flat=True))
    invented = set(
        Assembly.objects.filter(kind__collection__is_demonstration=True).values_list(flat=True)
    )
    bodies = Constituent.objects.named_each({name for _of, _in, name, _kind in asked})
    return [
        Addressee(
            paragraph=paragraph,
            language=language,
            name=name,
            addressee_class_id=kind if kind in classes else None,
            constituent=next(
                (
                    body
                    for body in bodies.get(name, ())
                    if body.is_demonstration == (paragraph.resolution.assembly_id in invented)
                ),
                None,
            ),
        )
        for paragraph, language, name, kind in asked
    ]
