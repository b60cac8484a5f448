"""What one person did last on a draft, so that it can be taken back."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.reporting.models.progress_report import ProgressReport


class BenchStep(models.Model):
    """One step on the statements of a draft: those it changed, as they were and as it left them.

    `before` and `after` are {"statements": {key: words, quotations… or null}, "order": {section:
    [keys]}}, with no more than what differs.
    """

    class What(models.TextChoices):
        USE = "use", _("a passage used")
        STATE = "state", _("a statement added")
        REWORD = "reword", _("a statement changed")
        MOVE = "move", _("a statement moved")
        SPLIT = "split", _("a statement split")
        JOIN = "join", _("two statements joined")
        REMOVE = "remove", _("a statement taken out")
        SOURCE = "source", _("a source taken out or renewed")
        POINT = "point", _("paragraphs of a statement")
        SUGGEST = "suggest", _("a draft suggested")
        ANSWER = "answer", _("a suggestion kept or removed")
        RENDER = "render", _("a rendering")
        TAKE_OVER = "take_over", _("a statement taken over from last year")

    account = models.ForeignKey(ProgressReport, on_delete=models.CASCADE, related_name="steps")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="bench_steps"
    )
    at = models.DateTimeField(default=timezone.now)
    what = models.CharField(max_length=9, choices=What)
    before = models.JSONField()
    after = models.JSONField()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("step on the bench")
        verbose_name_plural = _("steps on the bench")

    def __str__(self):
        return self.get_what_display()
