"""Documents that take longer to make than a reader waits: what was asked for, and what was made.

They are held beside the public pages, as the page cache holds those: nothing here is a record of
the union, so that no entry is written to the journal (each would move the public revision, and
with it make every document old).
"""

from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.rules import RuleBroken
from resrec.web.models import PublicRevision

# How long a maker may say nothing before it counts as gone, and how often one is tried.
SILENT_FOR = timedelta(minutes=2)
ATTEMPTS = 3


class Status(models.TextChoices):
    WAITING = "waiting", _("waiting")
    MAKING = "making", _("being made")
    READY = "ready", _("ready")
    FAILED = "failed", _("could not be made")


OPEN = (Status.WAITING, Status.MAKING)


class MadeDocumentQuerySet(models.QuerySet):
    def of(self, kind, subject, year, language):
        return self.filter(kind=kind, subject=subject, year=year, language=language)

    def due(self):
        """Those that wait, and those whose maker is gone; the longest waiting first."""
        gone = Q(status=Status.MAKING, heard_at__lt=timezone.now() - SILENT_FOR)
        return self.filter(Q(status=Status.WAITING) | gone).order_by("asked_at", "pk")


class MadeDocument(models.Model):
    """One document in one language and format, as of one public revision.

    `kind` names a builder of `making.LARGE_ONES`, `subject` is the code of a Congress or text and
    `year` that of a cycle, 0 where there is none. `done` of `steps` are through.
    """

    kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField(default=0)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    suffix = models.CharField(max_length=5)
    revision = models.PositiveBigIntegerField()
    status = models.CharField(max_length=7, choices=Status, default=Status.WAITING)
    asked_at = models.DateTimeField(default=timezone.now)
    heard_at = models.DateTimeField(default=timezone.now)
    made_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    file = models.FileField(upload_to="documents/", blank=True, max_length=200)
    name = models.CharField(max_length=120, blank=True)
    size = models.PositiveIntegerField(default=0)
    fingerprint = models.CharField(max_length=64, blank=True)

    objects = MadeDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject", "year", "language", "suffix"],
                condition=Q(status__in=OPEN),
                name="one_document_in_the_making",
            ),
            models.UniqueConstraint(
                fields=["kind", "subject", "year", "language", "suffix", "revision"],
                name="one_document_a_revision",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.subject} {self.year} {self.language}.{self.suffix}"

    @classmethod
    def ask(cls, **which):
        """Give the row of a document as of now: it is ready, in the making, or asked for anew.

        However often and by however many it is asked, one waits at most.
        """
        waiting = cls.objects.filter(**which, status__in=OPEN).first()
        if waiting:
            return waiting
        again = {"status": Status.WAITING, "attempts": 0, "asked_at": timezone.now()}
        try:
            with transaction.atomic():
                made, _is_new = cls.objects.get_or_create(
                    **which, revision=PublicRevision.current()
                )
                cls.objects.filter(pk=made.pk, status=Status.FAILED).update(**again)
        except IntegrityError:  # somebody was quicker
            return cls.objects.get(**which, status__in=OPEN)
        made.refresh_from_db()
        return made

    @property
    def is_open(self):
        return self.status in OPEN

    @property
    def is_read(self):
        """Whether all that it tells has been read, and only its file is to be written."""
        return bool(self.steps) and self.done == self.steps

    @property
    def is_of_now(self):
        """Whether nothing public has changed since its data were read."""
        return self.revision == PublicRevision.current()

    def claim(self):
        """Begin to make it: of two makers only one still finds the row as it was."""
        now = timezone.now()
        unchanged = MadeDocument.objects.filter(
            pk=self.pk, status=self.status, attempts=self.attempts
        )
        if self.attempts >= ATTEMPTS:
            unchanged.update(status=Status.FAILED)
            return False
        begun = {"status": Status.MAKING, "heard_at": now, "done": 0, "steps": 0}
        if not unchanged.update(attempts=F("attempts") + 1, **begun):
            return False
        self.refresh_from_db()
        return True

    def tell(self, done, steps):
        """Say how far it is."""
        self._still_ours().update(done=done, steps=steps, heard_at=timezone.now())

    def finish(self, content, *, name, fingerprint, revision):
        """Keep what was made, as of the revision its data were read at; older ones go."""
        self.file.save(f"{self.pk}-{self.attempts}.{self.suffix}", ContentFile(content), save=False)
        made = {
            "status": Status.READY,
            "file": self.file.name,
            "name": name[:120],
            "size": len(content),
            "fingerprint": fingerprint,
            "made_at": timezone.now(),
            "revision": revision,
        }
        same = MadeDocument.objects.of(self.kind, self.subject, self.year, self.language)
        older = same.filter(suffix=self.suffix).exclude(pk=self.pk).exclude(status__in=OPEN)
        left = list(older.exclude(file="").values_list("file", flat=True))
        try:
            with transaction.atomic():
                older.delete()
                if not self._still_ours().update(**made):
                    raise RuleBroken(_("This document was taken over by another maker."))
        except Exception:
            self.file.storage.delete(self.file.name)
            raise
        for name in left:
            self.file.storage.delete(name)

    def fail(self):
        """Give it up until somebody asks for it again."""
        self._still_ours().update(status=Status.FAILED)

    def _still_ours(self):
        return MadeDocument.objects.filter(pk=self.pk, status=Status.MAKING, attempts=self.attempts)
