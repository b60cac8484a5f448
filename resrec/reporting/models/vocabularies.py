"""The terms of the forms, kept as rows that the Secretariat edits."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from resrec.web.vocabulary import Vocabulary, in_language


class ActivityKind(Vocabulary):
    """Capacity-building, field activities …"""

    class Meta(Vocabulary.Meta):
        verbose_name = _("kind of activity")
        verbose_name_plural = _("kinds of activities")


class ActivityStatus(Vocabulary):
    """How far one activity is: on-going, completed …"""

    class Meta(Vocabulary.Meta):
        verbose_name = _("status of an activity")
        verbose_name_plural = _("statuses of activities")


class FocalRole(Vocabulary):
    """What a focal point is for a text: Secretariat lead, Member …"""

    class Meta(Vocabulary.Meta):
        verbose_name = _("role of focal points")
        verbose_name_plural = _("roles of focal points")


class ImplementationStatus(Vocabulary):
    """How far a text is implemented, printed as `Name: explanation`.

    A status off the scale (*ongoing*: recurrent work) is a kind of work and not a stage; it is
    never compared with the others.
    """

    explanation_en = models.CharField(_("explanation in English"), max_length=300, blank=True)
    explanation_fr = models.CharField(_("explanation in French"), max_length=300, blank=True)
    explanation_es = models.CharField(_("explanation in Spanish"), max_length=300, blank=True)
    on_scale = models.BooleanField(_("is a stage on the scale"), default=True)

    class Meta(Vocabulary.Meta):
        verbose_name = _("status of implementation")
        verbose_name_plural = _("statuses of implementation")

    @property
    def explanation(self):
        return in_language(self, "explanation")


class NeedKind(Vocabulary):
    """What would help: money, people, expertise …; only some kinds can have an amount."""

    has_amount = models.BooleanField(_("can have an amount"), default=False)

    class Meta(Vocabulary.Meta):
        verbose_name = _("kind of need")
        verbose_name_plural = _("kinds of needs")
