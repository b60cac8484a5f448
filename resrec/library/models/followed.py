"""What a person follows: a text, one of its paragraphs, or a search."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.library.models.paragraph import Paragraph
from resrec.library.models.resolution import Resolution
from resrec.rules import RuleBroken

MOST = 200  # things that one person follows


class Followed(models.Model):
    """One thing followed. `search` is the query of the list's address; `known` are the ids of the
    texts that it found when the person was last told, at `told_at`."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="followed"
    )
    resolution = models.ForeignKey(
        Resolution, null=True, on_delete=models.CASCADE, related_name="followed"
    )
    paragraph = models.ForeignKey(
        Paragraph, null=True, on_delete=models.CASCADE, related_name="followed"
    )
    search = models.CharField(max_length=1000, blank=True)
    known = models.JSONField(default=list)
    since = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-since", "-pk"]
        verbose_name = _("thing followed")
        verbose_name_plural = _("things followed")
        constraints = [
            models.CheckConstraint(
                condition=Q(resolution__isnull=False, search="")
                | (Q(resolution__isnull=True, paragraph__isnull=True) & ~Q(search="")),
                name="a_text_or_a_search_is_followed",
            ),
            models.UniqueConstraint(
                fields=["person", "resolution"],
                condition=Q(paragraph__isnull=True),
                name="a_text_is_followed_once",
            ),
            models.UniqueConstraint(
                fields=["person", "paragraph"], name="a_paragraph_is_followed_once"
            ),
            models.UniqueConstraint(
                fields=["person", "search"],
                condition=~Q(search=""),
                name="a_search_is_followed_once",
            ),
        ]

    def __str__(self):
        return str(self.paragraph or self.resolution or self.search)

    @classmethod
    @journalled()
    def begin(cls, person, *, resolution=None, paragraph=None, search="", known=()):
        """Follow a text, a paragraph of it or a search; the row there is when it is followed."""
        if cls.objects.filter(person=person).count() >= MOST:
            raise RuleBroken(_("You follow very many things. Let some go first."))
        followed, is_new = cls.objects.get_or_create(
            person=person,
            resolution=resolution,
            paragraph=paragraph,
            search=search,
            defaults={"known": list(known)},
        )
        if is_new:
            record(followed, "followed.begun", by=person)
        return followed

    @journalled()
    def end(self, *, by):
        record(self, "followed.ended", by=by)
        self.delete()
