"""Who may add to the yearly analysis, and freeze it: officers, in every cycle."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from resrec.people.models import User


@dataclass(frozen=True)
class AnalysisPolicy:
    user: User | AnonymousUser

    @property
    def can_write(self):
        """Name themes, put passages under them, and write beside the figures."""
        return self.user.is_authenticated and self.user.is_officer

    @property
    def can_freeze(self):
        """Keep it as it stands, for good."""
        return self.can_write
