"""Full reports, answers of one press, and silence: each in a row of its own."""

from functools import cached_property, partial

from django.utils.translation import gettext as _

from resrec.analysis.counted import accepted_on, newest_first, short_answers_in, texts_of
from resrec.analysis.figures import Figure, Group, Noun, Row, Table
from resrec.reporting.asking.silence import silent
from resrec.reporting.models.short_answer import Kind


class Answers:
    """What those who were asked said, or did not, of a Congress's texts in the year of a cycle.

    `texts` are the primary keys of all texts known, in the order of lists; `reporters` the
    Reporters of the same Congress and cycle, whose full reports have the first row.
    """

    def __init__(self, assembly, cycle, texts, reporters):
        self.assembly, self.cycle, self.texts = assembly, cycle, texts
        self.reporters = reporters
        self.figure = partial(Figure, assembly.code, cycle.year)

    @cached_property
    def pairs(self):
        """(report, constituent after merges or None, text, kind) of each accepted short answer.

        Whoever reported in full on the text for the same year has said more, and counts there.
        """
        in_full = {(body, text) for _report, body, text in self.reporters.pairs}
        accepted = accepted_on(self.assembly).filter(
            report__in=short_answers_in(self.assembly, self.cycle).order_by()
        )
        fields = ("report", "report__constituent", "resolution", "report__kind")
        rows = accepted.order_by(*newest_first("report")).values_list(*fields)
        pairs = [(row[0], self.reporters.current(row[1]), *row[2:]) for row in rows]
        return [pair for pair in pairs if pair[1:3] not in in_full]

    @cached_property
    def silent(self):
        """(post, text, constituent) of those who were asked and handed nothing in."""
        return silent(texts_of(self.assembly), self.cycle)

    @cached_property
    def answered(self):
        """The texts that have an accepted answer of one press."""
        return {text for _report, _body, text, _kind in self.pairs}

    @cached_property
    def only_short(self):
        """Texts on which there are such answers, and no full report."""
        in_full = {text for _report, _body, text in self.reporters.pairs}
        members = tuple(pk for pk in self.texts if pk in self.answered - in_full)
        label = _("Texts with answers of one press only")
        return self.figure("with_short_answers_only", label, Noun.TEXT, members)

    @cached_property
    def table(self):
        """Rows of which none holds another: they are never added up to one number."""
        full = Row(
            _("Full reports"),
            self.reporters.total.figures[1:2]
            + self.reporters.total.figures[0:1]
            + self.reporters.total.figures[2:3],
        )
        short = (
            (Kind.SAME, _("Same as last time, still going"), _("it confirms an earlier report")),
            (Kind.NOTHING, _("Nothing this year"), _("an answer, and not silence")),
            (Kind.DONE, _("This is done"), _("what is said of the constituent’s own part")),
        )
        return Table(
            head=_("Answer"),
            columns=(_("Answers"), _("Constituents"), _("Texts")),
            groups=(
                Group((full,)),
                Group(tuple(self._row(*one) for one in short), _("Answers of one press")),
                Group((self._silence(),), _("No answer")),
            ),
        )

    def _row(self, kind, label, explanation):
        pairs = [pair for pair in self.pairs if pair[3] == kind]
        members = (
            dict.fromkeys(report for report, *_rest in pairs),
            dict.fromkeys(body for _report, body, *_rest in pairs if body),
            {text for _report, _body, text, _kind in pairs},
        )
        noun = Noun.ACTIVITY_REPORT
        return Row(label, self._figures(f"answered_{kind}", label, noun, members), explanation)

    def _silence(self):
        label = _("Asked, and silent")
        members = (
            [post for post, _text, _body in self.silent],
            dict.fromkeys(body for _post, _text, body in self.silent),
            {text for _post, text, _body in self.silent},
        )
        explanation = _("a focal point was in office, and nothing was handed in for the year")
        return Row(label, self._figures("silent", label, Noun.POST, members), explanation)

    def _figures(self, key, label, noun, members):
        answers, bodies, on = members
        texts = tuple(text for text in self.texts if text in on)
        return (
            self.figure(key, label, noun, tuple(answers)),
            self.figure(
                f"{key}_constituents",
                _("%(answer)s: constituents") % {"answer": label},
                Noun.CONSTITUENT,
                tuple(bodies),
            ),
            self.figure(
                f"{key}_texts", _("%(answer)s: texts") % {"answer": label}, Noun.TEXT, texts
            ),
        )
