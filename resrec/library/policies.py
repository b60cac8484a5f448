"""Who may do what in the library; shared by pages and templates."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from resrec.library.models import Resolution
from resrec.people.models import User


@dataclass(frozen=True)
class ResolutionPolicy:
    """What a person may do with an adopted text and its words."""

    user: User | AnonymousUser
    resolution: Resolution

    @property
    def can_correct(self):
        """Bring words in, read them into paragraphs, and put these right."""
        return self.user.is_authenticated and self.user.is_officer

    @property
    def can_change_life(self):
        """Archive it, say what took its place, relate it, state when it may be retired."""
        return self.user.is_authenticated and self.user.is_officer


@dataclass(frozen=True)
class CitationPolicy:
    """What a person may do with citations: which text is meant is an officer's to say."""

    user: User | AnonymousUser

    @property
    def can_decide(self):
        return self.user.is_authenticated and self.user.is_officer
