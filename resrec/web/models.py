"""The public revision: one number that moves whenever anything public changes."""

from django.db import models

from resrec.web.public_state import read_number


class PublicRevision(models.Model):
    """A table of one row. Caches and ETags of public pages are held against its number."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_public_revision")]

    def __str__(self):
        return str(self.number)

    @classmethod
    def current(cls):
        """Give the number that stands now; 0 in a database that has never changed."""
        return read_number()

    @classmethod
    def move(cls):
        """Count one up. Called by the journal, last in the transaction that changed something."""
        if not cls.objects.filter(pk=1).update(number=models.F("number") + 1):
            cls.objects.create(pk=1, number=1)
