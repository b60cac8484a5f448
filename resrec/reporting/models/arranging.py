"""Statements arranged: moved within and across sections, split in two, joined."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from resrec.reporting.anchors import normalised
from resrec.reporting.suggesting.content import content_of
from resrec.reporting.suggesting.likeness import contained
from resrec.reporting.suggesting.sentences import (
    Sentence,
    language_of,
    length_of,
    spans_of,
)
from resrec.rules import RuleBroken

FIRST, SECOND, BOTH = "1", "2", "12"
# A quotation stays with the half that tells so much more of it than the other.
CLEAR = 0.25
MARK = re.compile(r"[,;:)](?=\s)|\s[–—](?=\s)|\n")
MOST_PLACES = 60


class Unclear(RuleBroken):
    """Of some `quotations` only a person can say with which half they go."""

    def __init__(self, quotations):
        super().__init__(_("Say with which half each of these sources goes."))
        self.quotations = quotations


class Arranging:
    """The verbs of a Statement that change where it stands, and with which words."""

    @transaction.atomic
    def move(self, step):
        """Put the statement one place up (-1) or down (1), over the edge into the next section."""
        self.report.touch()
        row = self._row(self.section)
        if self not in row:
            raise self._changed()
        at, sections = row.index(self), list(self.Section)
        if 0 <= at + step < len(row):
            return self._put(self.section, at + step)
        there = sections.index(self.section) + step
        if step and 0 <= there < len(sections):
            self._put(sections[there], len(self._row(sections[there])) if step < 0 else 0)

    @transaction.atomic
    def move_to(self, section, *, before=""):
        """Put the statement into a section, before the statement with this key or at the end."""
        self.report.touch()
        if section not in self.Section:
            raise RuleBroken(_("There is no such section."))
        keys = [one.key for one in self._row(section) if one != self]
        if before == self.key:
            return
        if before and before not in keys:
            raise self._changed()
        self._put(section, keys.index(before) if before else len(keys))

    def _put(self, section, at):
        """Stand at this place among the others of a section."""
        row = [one for one in self._row(section) if one != self]
        row.insert(at, self)
        for position, statement in enumerate(row):
            if (statement.position, statement.section) != (position, section):
                type(self).objects.filter(pk=statement.pk).update(
                    position=position, section=section
                )
        self.section = section

    def _row(self, section):
        return list(self.report.statements.filter(section=section))

    @property
    def places_to_part(self):
        """Where it can be split: [(characters from its start, the words up to there)].

        After each sentence; where it is only one, after each mark inside it.
        """
        spans = list(spans_of(self.text, self.language))
        ends = [end for _start, end in spans[:-1]]
        ends = ends or [mark.end() for mark in MARK.finditer(self.text)]
        starts = [0, *ends]
        return [
            (end, self.text[start:end].strip())
            for start, end in zip(starts, ends, strict=False)
            if self.text[end:].strip()
        ][:MOST_PLACES]

    @transaction.atomic
    def split(self, at, *, read, halves=None):
        """Part the words at character `at` into this statement and a new one after it; give that.

        A quotation goes with the half that holds its words. `halves` says so where that is not
        clear ({quotation's id: FIRST, SECOND or BOTH}); else raises Unclear.
        """
        self._hold(read)
        first, second = self.text[:at].strip(), self.text[at:].strip()
        if not (first and second):
            raise RuleBroken(_("Each half needs words."))
        quotations = list(self.quotations.select_related("source"))
        goes = {one: (halves or {}).get(one.pk) or self._half(one, first, second)
                for one in quotations}  # fmt: skip
        if unclear := [one for one, half in goes.items() if half not in (FIRST, SECOND, BOTH)]:
            raise Unclear(unclear)
        other = type(self).objects.create(
            report=self.report,
            section=self.section,
            text=second,
            language=self.language,
            basis=self.basis,
            is_suggested=self.is_suggested,
        )
        other.paragraphs.set(self.paragraphs(manager="ever").all())
        other._put(self.section, self._row(self.section).index(self) + 1)
        type(self).objects.filter(pk=self.pk).update(text=first)
        for quotation, half in goes.items():
            self._give(quotation, other, half)
        return other

    def _half(self, quotation, first, second):
        """FIRST, SECOND, BOTH, or "" where the words do not tell."""
        words = _plain(quotation.exact)
        if _plain(first) in words and _plain(second) in words:
            return BOTH  # it was quoted whole
        content = _content(quotation.exact, quotation.source.language)
        told = [
            1.0 if words in _plain(half) else contained(content, _content(half, self.language))
            for half in (first, second)
        ]
        if abs(told[0] - told[1]) < CLEAR:
            return ""
        return FIRST if told[0] > told[1] else SECOND

    def _give(self, quotation, other, half):
        if half == SECOND:
            type(quotation).objects.filter(pk=quotation.pk).update(statement=other)
        elif half == BOTH:
            quotation.pk, quotation._state.adding, quotation.statement = None, True, other
            quotation.save()

    @transaction.atomic
    def join(self, *, read):
        """Put the words and sources of this statement behind those of the one above; give that.

        Raises RuleBroken when there is none, or when readers could not tell any more which words
        are in which language, or rest on what.
        """
        self._hold(read)
        row = self._row(self.section)
        at = row.index(self)
        if not at:
            raise RuleBroken(_("There is no statement above it in this section."))
        above = row[at - 1]
        if above.language != self.language:
            raise RuleBroken(_("The two are in different languages."))
        if above.basis != self.basis:
            raise RuleBroken(
                _(
                    "One rests on reports and the other does not: "
                    "readers could not tell which words are which."
                )
            )
        joint = "\n" if self.text.startswith(("-", "•", "*")) else " "
        type(self).objects.filter(pk=above.pk).update(
            text=f"{above.text}{joint}{self.text}",
            is_suggested=above.is_suggested or self.is_suggested,
        )
        there = {(q.source_id, q.field, q.exact) for q in above.quotations.all()}
        for position, quotation in enumerate(self.quotations.all(), above.quotations.count()):
            if (quotation.source_id, quotation.field, quotation.exact) not in there:
                type(quotation).objects.filter(pk=quotation.pk).update(
                    statement=above, position=position
                )
        above.paragraphs.add(*self.paragraphs(manager="ever").all())
        self.delete()
        return above


def _plain(text):
    return " ".join(normalised(text).split()).casefold()


def _content(text, language):
    code = language_of(text, language)
    return content_of(Sentence(0, 0, len(text), text, code, length_of(text)))
