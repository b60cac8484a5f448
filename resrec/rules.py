"""The one exception that a broken rule of the domain raises."""

from django.core.exceptions import ValidationError


class RuleBroken(ValidationError):
    """A rule of the domain forbids this; its message is written for the person who asked."""

    def __str__(self):
        return " ".join(str(message) for message in self.messages)
