"""What the page on which paragraphs are put right shows: words to the left, the tree beside."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.core.paginator import Paginator
from django.utils.translation import get_language

from resrec.library.forms.paragraph import ParagraphForm, classes_of_addressees
from resrec.library.models import CorrectedLine, Paragraph, ParagraphCorrection, ParagraphText
from resrec.library.paragraph_plan import bodies_of, plan
from resrec.rules import RuleBroken

ON_A_PAGE = 25


@dataclass
class Row:
    """A paragraph, its words in the language of the page (None without), and its form.

    `corrections` are those laid over it; `is_first` tells that there is none before it to join.
    """

    paragraph: Paragraph
    words: ParagraphText | None
    form: ParagraphForm
    corrections: list[ParagraphCorrection]
    is_first: bool


class Editor:
    """All that the page needs. `refused` is a ParagraphForm that could not be carried out."""

    def __init__(self, resolution, asked, page, refused=None):
        self.resolution, self.refused = resolution, refused
        self.languages = [code for code, _name in settings.LANGUAGES if code in self._held]
        wished = [asked, get_language(), *self.languages]
        self.language = next((code for code in wished if code in self.languages), "en")
        rows = Paragraph.objects.filter(resolution=resolution).order_by("position")
        self.page = Paginator(rows, ON_A_PAGE).get_page(page)

    @property
    def _held(self):
        rows = ParagraphText.objects.filter(paragraph__resolution=self.resolution)
        return {*rows.values_list("language", flat=True).distinct(), *bodies_of(self.resolution)}

    @cached_property
    def plan(self):
        """What parsing again would give, or None without words to parse."""
        try:
            return plan(self.resolution)
        except RuleBroken:
            return None

    @property
    def is_current(self):
        """Whether the paragraphs are what the words give today: only then are they put right."""
        return self.plan is not None and self.plan.is_empty

    @cached_property
    def rows(self):
        """The Rows of this page, in a fixed number of queries."""
        classes, fixes = classes_of_addressees(), self._corrections
        shown = list(self.page.object_list.prefetch_related("texts", "addressees"))
        return [
            Row(
                paragraph=one,
                words=one.words_in(self.language),
                form=self._form(one, classes),
                corrections=fixes.get(one.pk, []),
                is_first=one.position == 1,
            )
            for one in shown
        ]

    def _form(self, paragraph, classes):
        if self.refused and self.refused.paragraph == paragraph:
            return self.refused
        return ParagraphForm(paragraph, self.language, classes)

    @property
    def _corrections(self):
        """{paragraph id: the ParagraphCorrections over it, each once}."""
        planned = self.plan.planned if self.plan else []
        return {
            one.row.pk: list(dict.fromkeys(fix.correction for fix in one.fixes))
            for one in planned
            if one.row and one.fixes
        }

    @cached_property
    def gone(self):
        """Paragraphs that the text has no more, kept since something points at them."""
        rows = Paragraph.ever.filter(resolution=self.resolution).exclude(gone_on=None)
        return list(rows.prefetch_related("texts"))

    @property
    def unplaced(self) -> list[CorrectedLine]:
        """The corrections whose line is no longer found."""
        return self.plan.unplaced if self.plan else []
