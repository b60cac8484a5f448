"""What a new reading of a text would change in its paragraphs: for the officer to look at first."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from resrec.library.corrected_parsing import parse_corrected
from resrec.library.models import Addressee, AddresseeClass, CorrectedLine, Paragraph
from resrec.library.paired_languages import Paired, differences, paired
from resrec.library.paragraph_matching import matched
from resrec.rules import RuleBroken

LONGEST_NAME = Addressee._meta.get_field("name").max_length


@dataclass
class Planned:
    """One paragraph as it will stand; `row` is the Paragraph on record, None for a new one.

    `changes` names the columns that differ from those on record, and "position", "words",
    "addressees"; `fixes` are the CorrectedLines that were laid over it.
    """

    pair: Paired
    position: int
    row: Paragraph | None
    changes: set[str] = field(default_factory=set)
    fixes: list[CorrectedLine] = field(default_factory=list)

    @property
    def is_news(self):
        """Whether an officer would want to see it: more than its place in the order changes."""
        return self.row is None or bool(self.changes - {"position"})

    @property
    def kind_label(self):
        return Paragraph.Kind(self.pair.values["kind"]).label

    @property
    def changes_in_words(self):
        """What an officer calls that which changes."""
        labels = {"path": _("address"), "words": _("words"), "addressees": _("addressees")}
        named = self.changes - {"position"}
        return [
            labels.get(name) or Paragraph._meta.get_field(name).verbose_name
            for name in sorted(named)
        ]


@dataclass
class Plan:
    """A reading of a text beside what is on record.

    `left` are the Paragraphs on record that it has no more, of which those in `pointed_at` (ids)
    will be kept; `unplaced` the CorrectedLines that found no line; `differences` what the
    languages do not have in common, as lines to read.
    """

    planned: list[Planned]
    left: list[Paragraph]
    pointed_at: set[int]
    unplaced: list[CorrectedLine]
    differences: list[str]

    @property
    def news(self):
        return [one for one in self.planned if one.is_news]

    @property
    def kept(self):
        return [row for row in self.left if row.pk in self.pointed_at]

    @property
    def is_empty(self):
        """Whether the tree on record is what the words and the corrections give today."""
        return not self.left and not any(one.row is None or one.changes for one in self.planned)


def bodies_of(resolution):
    """Give the newest ResolutionText with words in each language: {language: row}."""
    current = resolution.current_texts
    return {language: text for language, text in current.items() if text.body.strip()}


def plan(resolution):
    """Read the text anew, with its corrections, and compare. Raises RuleBroken without words."""
    bodies = bodies_of(resolution)
    if not bodies:
        raise RuleBroken(_("The words of this text are not held here: bring them in first."))
    fixes = fixes_of(resolution)
    trees = {
        language: parse_corrected(text.body, language, text.title, fixes.pop(language, ()))
        for language, text in bodies.items()
    }
    pairs = paired({language: tree.parsed for language, tree in trees.items()})
    rows = list(
        Paragraph.ever.filter(resolution=resolution).prefetch_related("texts", "addressees")
    )
    standing = [row for row in rows if row.gone_on is None]
    found = matched(pairs, standing, [row for row in rows if row.gone_on])
    taken = set(found.values())
    left = [row for row in standing if row not in taken]
    without_text = [fix for lines in fixes.values() for fix in lines]
    return Plan(
        planned=_planned(pairs, trees.values(), found),
        left=left,
        pointed_at=pointed_at(left),
        unplaced=[fix for tree in trees.values() for fix in tree.unplaced] + without_text,
        differences=differences(pairs, list(bodies)),
    )


def _planned(pairs, trees, found):
    classes = set(AddresseeClass.objects.values_list("code", flat=True))
    laid = {
        id(one): over for tree in trees for one, over in zip(tree.parsed, tree.fixes, strict=True)
    }
    planned = []
    for position, pair in enumerate(pairs, start=1):
        row = found.get(pair)
        changes = _changes(pair, position, row, classes) if row else set()
        fixes = [fix for one in pair.parsed.values() for fix in laid[id(one)]]
        planned.append(Planned(pair, position, row, changes, fixes))
    return planned


def fixes_of(resolution):
    """The CorrectedLines of a text in the order they were made: {language: list}."""
    lines = CorrectedLine.objects.filter(correction__resolution=resolution)
    fixes = defaultdict(list)
    for line in lines.select_related("correction__by").order_by("correction_id"):
        fixes[line.language].append(line)
    return fixes


def pointed_at(rows):
    """Give the ids of those Paragraphs at which reports, statements or posts point.

    Whatever has its own table of links to paragraphs points at them, in whatever app it lives.
    """
    ids, found = [row.pk for row in rows], set()
    for relation in Paragraph._meta.related_objects if ids else ():
        if relation.many_to_many:
            name = relation.field.m2m_reverse_name()
            links = relation.through.objects.filter(**{f"{name}__in": ids})
            found.update(links.values_list(name, flat=True))
    return found


def _changes(pair, position, row, classes):
    values = pair.values | {"position": position, "gone_on": None}
    found = {name for name, value in values.items() if getattr(row, name) != value}
    if {text.language: text.text for text in row.texts.all()} != {
        language: one.text for language, one in pair.parsed.items()
    }:
        found.add("words")
    if {(one.language, one.name, one.addressee_class_id) for one in row.addressees.all()} != {
        (language, name, code if code in classes else None)
        for language, one in pair.parsed.items()
        for name, code in asked_by(one).items()
    }:
        found.add("addressees")
    return found


def asked_by(parsed):
    """Whom a Parsed addresses: {name within the column's length: code of the class}."""
    return {each.name[:LONGEST_NAME]: each.kind for each in parsed.addressees}
