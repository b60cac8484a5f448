"""The narrative sections of one analysis, as readers and as officers have them before them."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.utils.translation import get_language

from resrec.analysis.bound import moved, paragraphs
from resrec.analysis.models import Narrative, Place


@dataclass(frozen=True)
class Shown:
    """A section's words in one language. `paragraphs` are lists of Sentences."""

    narrative: Narrative
    paragraphs: list
    moved: list
    is_stale: bool

    @property
    def language(self):
        return self.narrative.language

    @property
    def is_foreign(self):
        """Whether the words are not in the language of the page."""
        return self.language != get_language()


@dataclass(frozen=True)
class Section:
    """A place of the analysis, and [(language code, its name, Shown or None)]."""

    place: Place
    versions: list


class Narratives:
    """Of an Overview. One query; the figures are those of the overview."""

    def __init__(self, overview):
        self.overview = overview

    @cached_property
    def _shown(self):
        """{(place, language): Shown} of those that say something."""
        of_this = Narrative.objects.filter(
            assembly=self.overview.assembly, cycle=self.overview.cycle
        )
        rows = {(one.place, one.language): one for one in of_this}
        original = {one.place: one for one in rows.values() if one.is_original}
        return {
            key: Shown(
                one,
                paragraphs(one.text, self.overview.all_figures, one.figures),
                moved(one.text, self.overview.all_figures, one.figures),
                not one.is_original and one.renders != original[one.place].revision,
            )
            for key, one in rows.items()
            if one.text
        }

    @cached_property
    def by_place(self):
        """{place: Shown} in the reader's language, else as it was written first."""
        first = dict.fromkeys(Place.values)
        for (place, language), shown in self._shown.items():
            if language == get_language():
                first[place] = shown
            elif shown.narrative.is_original:
                first[place] = first[place] or shown
        return first

    @cached_property
    def sections(self):
        return [
            Section(
                place,
                [
                    (code, name, self._shown.get((place.value, code)))
                    for code, name in settings.LANGUAGES
                ],
            )
            for place in Place
        ]

    @cached_property
    def to_read_again(self):
        """[Shown] of those in which a number has moved since the writer read it."""
        return [shown for shown in self._shown.values() if shown.moved]
