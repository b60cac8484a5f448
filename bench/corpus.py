"""`python -m bench.corpus N`: fill the library with N texts of the sample's own words.

Titles and paragraphs are drawn at random, twelve paragraphs a text, and stored and indexed as an
import does; nothing is parsed anew, since the sample tells what each paragraph is.
"""

import gzip
import json
import os
import random
import sys
from itertools import count

from bench.search.quality import SAMPLE

PARAGRAPHS = 12
BATCH = 2_000


def main(size):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resrec.settings")
    import django

    django.setup()
    from django.db import transaction

    from resrec.library.models import Assembly, Resolution
    from resrec.library.search.indexing import index
    from resrec.web.models import PublicRevision

    titles, paragraphs = material()
    chance, numbers = random.Random(4), count(1)
    sittings = list(Assembly.objects.all())
    for _start in range(0, size, BATCH):
        with transaction.atomic():
            texts = Resolution.objects.bulk_create(
                Resolution(
                    assembly=sittings[(number := next(numbers)) % len(sittings)],
                    kind_id="Res",
                    number=100_000 + number,
                    code=f"BENCH-{number}",
                )
                for _ in range(BATCH)
            )
            add_words(texts, chance, titles, paragraphs)
            index([text.pk for text in texts])
    PublicRevision.move()


def add_words(texts, chance, titles, paragraphs):
    """Give each text a title and paragraphs."""
    from resrec.library.models import Paragraph, ParagraphText, ResolutionText

    ResolutionText.objects.bulk_create(
        ResolutionText(resolution=text, language="en", title=chance.choice(titles))
        for text in texts
    )
    drawn = [
        (text, position, chance.choice(paragraphs))
        for text in texts
        for position in range(1, PARAGRAPHS + 1)
    ]
    rows = Paragraph.objects.bulk_create(
        Paragraph(resolution=text, path=f"p-{position}", kind=one["kind"], position=position)
        for text, position, one in drawn
    )
    ParagraphText.objects.bulk_create(
        ParagraphText(paragraph=row, language="en", text=one["text"])
        for row, (_text, _position, one) in zip(rows, drawn, strict=True)
    )


def material():
    titles, paragraphs = [], []
    with gzip.open(SAMPLE, "rt", encoding="utf-8") as lines:
        for text in map(json.loads, lines):
            titles.append(text["title"][:500])
            paragraphs += text["paragraphs"]
    return titles, paragraphs


if __name__ == "__main__":
    main(int(sys.argv[1]))
