"""What search reads instead of the texts themselves: their stems, and the words these stand for."""

from django.conf import settings
from django.db import models

from resrec.library.models.resolution import Resolution


class SearchEntry(models.Model):
    """The stems of one text in each language, apart by blanks; paragraphs apart by `BREAK`.

    Written by `search.indexing` alone. SQLite keeps a full-text table beside it by triggers,
    PostgreSQL a vector in a generated column (`search.storage`). `length` counts all stems.
    """

    resolution = models.OneToOneField(
        Resolution, on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    title_en = models.TextField(blank=True)
    title_fr = models.TextField(blank=True)
    title_es = models.TextField(blank=True)
    body_en = models.TextField(blank=True)
    body_fr = models.TextField(blank=True)
    body_es = models.TextField(blank=True)
    length = models.PositiveIntegerField(default=0)

    def __str__(self):
        return self.title_en or self.title_fr or self.title_es


class SearchWord(models.Model):
    """A word that stands in some text, without case and accents, and the stem it stands for."""

    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    word = models.CharField(max_length=60)
    stem = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "word"], name="one_search_word_a_language")
        ]

    def __str__(self):
        return self.word


class SearchStem(models.Model):
    """In how many texts a stem stands."""

    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    stem = models.CharField(max_length=60)
    texts = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "stem"], name="one_search_stem_a_language")
        ]

    def __str__(self):
        return self.stem
