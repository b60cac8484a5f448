"""What an officer has before them when they put passages under themes."""

from dataclasses import dataclass, replace
from functools import cached_property

from resrec.analysis.grouping import Group, groups_of, near
from resrec.analysis.lists import Quoted, sources_of
from resrec.analysis.models import Theme, ThemedPassage
from resrec.analysis.passages import passages
from resrec.reporting.suggesting.folding import folds_of

MOST = 300  # passages that are grouped and shown at once; the newest come first


@dataclass(frozen=True)
class Suggested:
    """[Quoted] that may belong to a theme that there is (`theme`) or to a new one (`group`)."""

    key: str
    quoted: list
    theme: Theme | None = None
    group: Group | None = None


class ThemeWork:
    """The themes of an Overview's Congress, what is under each, and the passages in none."""

    def __init__(self, overview):
        self.overview, self.themes = overview, overview.themes

    @cached_property
    def _placed(self):
        pks = [one.pk for one in self.themes.placed]
        rows = ThemedPassage.objects.in_bulk(pks)
        return [rows[pk] for pk in pks]

    @cached_property
    def under(self):
        """[(Theme, its Row of figures, its ThemedPassages of this cycle)]"""
        return [
            (
                theme,
                self.themes.row(theme),
                [one for one in self._placed if one.theme_id == theme.pk],
            )
            for theme in self.themes.all
        ]

    @cached_property
    def passages(self):
        """{key: Passage} of all of the cycle."""
        return {one.key: one for one in passages(self.overview)}

    @cached_property
    def in_no_theme(self):
        placed = {one.key for one in self._placed}
        return [one for key, one in self.passages.items() if key not in placed]

    @cached_property
    def suggested(self):
        """[Suggested] of the newest passages in no theme; the last is of those like no other."""
        shown = self.in_no_theme[:MOST]
        by_theme = near(shown, [(one.theme_id, one) for one in self._placed])
        found = [
            Suggested(
                f"theme-{theme.pk}",
                self._quoted(shown[place] for place, pk in by_theme.items() if pk == theme.pk),
                theme=theme,
            )
            for theme in self.themes.all
        ]
        groups, alone = grouped([one for place, one in enumerate(shown) if place not in by_theme])
        found += [
            Suggested(f"group-{number}", self._quoted(group.passages), group=group)
            for number, group in enumerate(groups)
        ]
        return [one for one in [*found, Suggested("others", self._quoted(alone))] if one.quoted]

    def _quoted(self, passages):
        return [Quoted(one, *self._sources[one.key]) for one in passages]

    @cached_property
    def not_shown(self):
        return max(0, len(self.in_no_theme) - MOST)

    @cached_property
    def _sources(self):
        return sources_of(self.overview, self.in_no_theme[:MOST])


def grouped(passages):
    """Give the Groups of passages (`grouping.groups_of`) and those in none, across languages.

    Those that say nearly the same, in whichever language, go together with the fullest of them;
    of one that is like no other it makes a Group without a word in common.
    """
    folds = folds_of([(one.language, one.exact) for one in passages])
    same = {passages[f.stands].key: [passages[place] for place in f.under] for f in folds}
    groups, alone = groups_of(passages[fold.stands] for fold in folds)
    found = [
        replace(group, passages=tuple(one for p in group.passages for one in (p, *same[p.key])))
        for group in groups
    ]
    found += [Group((), one.language, (one, *same[one.key])) for one in alone if same[one.key]]
    return found, [one for one in alone if not same[one.key]]
