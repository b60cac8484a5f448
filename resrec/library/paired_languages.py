"""One tree from the trees that a text has in its languages, paired by path."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _

from resrec.library.models import Paragraph

LANGUAGES = [code for code, _name in settings.LANGUAGES]
LONGEST = {
    field.name: field.max_length
    for field in Paragraph._meta.concrete_fields
    if field.name in ("path", "number", "verb", "deadline")
}


@dataclass(eq=False)
class Paired:
    """One paragraph: what all languages say of it, and `parsed`, its Parsed by language."""

    path: str
    parsed: dict = field(default_factory=dict)

    @property
    def values(self):
        """The fields of its Paragraph; where languages differ, the first that says something."""
        said = list(self.parsed.values())
        deadline = next((one.deadline for one in said if one.deadline), None)
        return {
            "path": self.path,
            "kind": said[0].kind,
            "number": _first(one.number for one in said)[: LONGEST["number"]],
            "level": said[0].level,
            "verb": _first(one.verb for one in said)[: LONGEST["verb"]],
            "verb_type": _first(one.verb_type for one in said),
            "deadline": deadline.words[: LONGEST["deadline"]] if deadline else "",
            "deadline_on": deadline and deadline.last,
        }


def paired(trees):
    """Pair the paragraphs of {language: list of Parsed} by path, in the order of reading.

    What one language alone has stands behind what it follows there. A path that comes twice in
    a language is told apart, so that no paragraph is lost.
    """
    order, found = [], {}
    for language in LANGUAGES:
        place, seen = 0, set()
        for one in trees.get(language, ()):
            path = _unused(one.path, seen)
            seen.add(path)
            if path not in found:
                found[path] = Paired(path)
                order.insert(place, found[path])
            elif order[place : place + 1] != [found[path]]:
                place = order.index(found[path])
            place += 1
            found[path].parsed[language] = one
    return order


def differences(pairs, languages):
    """Say in what the languages differ: lines for the officer.

    `pairs` are Paired, `languages` those that have words at all.
    """
    if len(languages) < 2:
        return []
    return [
        *_unlike_counts(pairs, languages),
        *[
            _("%(path)s is missing in: %(languages)s.")
            % {"path": pair.path, "languages": ", ".join(_name(one) for one in missing)}
            for pair in pairs
            if (missing := [one for one in languages if one not in pair.parsed])
        ],
    ]


def _unlike_counts(pairs, languages):
    for kind in Paragraph.Kind:
        counts = {
            language: sum(
                1
                for pair in pairs
                if language in pair.parsed and pair.parsed[language].kind == kind
            )
            for language in languages
        }
        if len(set(counts.values())) > 1:
            numbers = ", ".join(f"{_name(one)} {count}" for one, count in counts.items())
            yield _("Numbers of paragraphs differ (%(kind)s): %(numbers)s.") % {
                "kind": kind.label,
                "numbers": numbers,
            }


def _name(language):
    return str(dict(settings.LANGUAGES)[language])


def _first(values):
    return next(filter(None, values), "")


def _unused(path, seen):
    """Give the path within the column's length; "op-3_2", "op-3_3" … for one that is taken."""
    free, time = path[: LONGEST["path"]], 1
    while free in seen:
        time += 1
        free = f"{path[: LONGEST['path'] - 6]}_{time}"
    return free
