"""Where a text cites another: in which words, and which text they mean."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.library.models.paragraph import Paragraph
from resrec.library.models.resolution import Resolution
from resrec.rules import RuleBroken


class CitationQuerySet(models.QuerySet):
    def standing(self):
        """Those that lead from one text to another."""
        return self.filter(state__in=[Citation.State.FOUND, Citation.State.CONFIRMED])

    def open(self):
        """An officer's list: the words can mean several texts."""
        return self.filter(state=Citation.State.AMBIGUOUS)

    def decided(self):
        """Those on which an officer has spoken."""
        return self.filter(state__in=DECIDED)

    def alike(self, citation):
        """Those of the same text that say the same, in whatever language and paragraph."""
        return self.filter(source=citation.source_id, origin=citation.origin, key=citation.key)


class Citation(models.Model):
    """One mention of another text.

    `exact` are the words, from the character `start` of the paragraph's words in this language
    (of the body, where a text has no paragraphs). `key` says what they name, alike in each
    language: an officer's decision holds for all citations of one text with one key, and is found
    again by it when the words are read anew. `number` is the number in the key. `start` is empty
    where no words are held: on record, or decided on words that are gone.
    """

    class State(models.TextChoices):
        FOUND = "found", _("found")
        AMBIGUOUS = "ambiguous", _("can mean several texts")
        UNKNOWN = "unknown", _("not held here")
        CONFIRMED = "confirmed", _("confirmed")
        DISMISSED = "dismissed", _("dismissed")

    class Origin(models.TextChoices):
        WORDS = "words", _("found in the words")
        RECORD = "record", _("on record")

    source = models.ForeignKey(
        Resolution, on_delete=models.CASCADE, related_name="cites", verbose_name=_("text")
    )
    target = models.ForeignKey(
        Resolution,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="cited_by",
        verbose_name=_("text it cites"),
    )
    candidates = models.ManyToManyField(
        Resolution, blank=True, related_name="+", verbose_name=_("texts it can mean")
    )
    paragraph = models.ForeignKey(
        Paragraph, null=True, blank=True, on_delete=models.SET_NULL, related_name="citations"
    )
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, blank=True)
    exact = models.CharField(_("words"), max_length=500, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    key = models.CharField(max_length=300)
    number = models.CharField(max_length=100, blank=True, db_index=True)
    state = models.CharField(_("state"), max_length=9, choices=State)
    origin = models.CharField(_("origin"), max_length=6, choices=Origin, default=Origin.WORDS)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["source_id", "pk"]
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        indexes = [models.Index(fields=["state", "source"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["found", "confirmed"]) | Q(target__isnull=False),
                name="what_is_found_has_a_target",
                violation_error_message=_("Say which text is meant."),
            )
        ]

    def __str__(self):
        return self.exact or self.key

    def in_context(self, reach=200):
        """The words before it, its own, and those behind; `reach` characters on either side.

        Its own alone where it has no paragraph, or the paragraph has changed since.
        """
        said = self.paragraph and self.paragraph.words_in(self.language)
        words, start = (said.text if said else ""), self.start
        end = (start or 0) + len(self.exact)
        if start is None or words[start:end] != self.exact:
            return "", self.exact, ""
        return _from_a_word(words[:start], reach), self.exact, _to_a_word(words[end:], reach)

    @journalled()
    def confirm(self, target, *, by):
        """Say which text is meant, by this and by all citations of the same text alike."""
        if target.pk == self.source_id:
            raise RuleBroken(_("A text does not cite itself."))
        self._decide(self.State.CONFIRMED, target, by=by)

    @journalled()
    def dismiss(self, *, by):
        """Say that none of the texts held here is meant."""
        self._decide(self.State.DISMISSED, None, by=by)

    def _decide(self, state, target, *, by):
        decision = {
            "state": state,
            "target": target,
            "decided_by": by,
            "decided_at": timezone.now(),
        }
        Citation.objects.alike(self).update(**decision)
        for field, value in decision.items():
            setattr(self, field, value)
        record(
            self.source,
            f"citation.{state}",
            by=by,
            words=str(self),
            target=target.code if target else "",
        )


DECIDED = [Citation.State.CONFIRMED, Citation.State.DISMISSED]


def _from_a_word(words, reach):
    """The end of these words, begun at a word: "… of the river"."""
    return words if len(words) <= reach else "… " + words[-reach:].partition(" ")[2]


def _to_a_word(words, reach):
    return words if len(words) <= reach else words[:reach].rpartition(" ")[0] + " …"
