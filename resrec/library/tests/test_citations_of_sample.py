"""The 2,022 texts of the sample, in bulk: how many citations are found, and how fast."""

import gzip
import json
import time
from collections import Counter

import pytest
from django.core.management import call_command

from resrec.exchange.texts.known import Known
from resrec.library.citations.refreshing import refresh
from resrec.library.models import Citation, Resolution, ResolutionText


@pytest.fixture
def united_nations(db, shared_data):
    """The sample in its collection, each text in one piece; gives their pks."""
    call_command("add_collection", "united-nations", verbosity=0)
    known, union = Known("united-nations"), "united-nations"
    texts, bodies = [], []
    with gzip.open(shared_data / "un-resolutions.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            symbol = known.conventions(union).read(row["symbol"])
            text = Resolution(
                assembly_id=known.sitting(symbol.assembly, union),
                kind_id=symbol.kind,
                number=symbol.number,
                code=symbol.code,
                official_number=symbol.official_number,
            )
            body = "\n\n".join(paragraph["text"] for paragraph in row["paragraphs"])
            texts.append(text)
            bodies.append(ResolutionText(resolution=text, language="en", body=body))
    Resolution.objects.bulk_create(texts)
    ResolutionText.objects.bulk_create(bodies, batch_size=200)
    return [text.pk for text in texts]


def test_found_in_seconds_and_hardly_ever_ambiguous(united_nations):
    begun = time.process_time()
    refresh(united_nations)
    took = time.process_time() - begun
    states = Counter(Citation.objects.values_list("state", flat=True))
    print(f"{took:.1f} s, {dict(states)}")
    assert states["found"] > 7000
    assert states["ambiguous"] < 0.03 * states["found"]
    assert took < 10


def test_read_again_nothing_moves(united_nations):
    some = united_nations[:300]
    refresh(some)
    before = list(Citation.objects.values_list("pk", "state", "target").order_by("pk"))
    assert before
    refresh(some)
    assert list(Citation.objects.values_list("pk", "state", "target").order_by("pk")) == before
