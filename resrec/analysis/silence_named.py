"""Whom an analysis names as silent: all to the Secretariat's officers, each constituent to its own
people; to the public nobody, unless the Secretariat has decided so for the assembly (decision 22).
The numbers, by kind and by region, are everybody's."""

from resrec.analysis.figures import Noun
from resrec.reporting.models import FocalPoint


def is_of_the_silent(figure):
    """Whether the list behind a figure says which constituents were asked and said nothing."""
    names = figure.noun in (Noun.POST, Noun.CONSTITUENT)
    return names and figure.key.startswith(("silent", "said_silent_of_"))


def named_to(user, overview, figure, members=None):
    """Give those members of a figure (or of `members`) that this person is told by name."""
    members = figure.members if members is None else members
    if not is_of_the_silent(figure) or overview.assembly.names_the_silent:
        return members
    if not user.is_authenticated:
        return ()
    if user.is_officer:
        return members
    own = user.constituent_ids
    if figure.noun == Noun.POST:
        posts = FocalPoint.objects.filter(pk__in=members, constituent__in=own)
        own = set(posts.values_list("pk", flat=True))
    return tuple(pk for pk in members if pk in own)
