"""The 2,022 texts of the sample, in bulk: how many citations are found, and how fast."""

import gzip
import json
import re
import time
from collections import Counter

import pytest

from resrec.library.citations.refreshing import refresh
from resrec.library.models import (
    Assembly,
    AssemblyKind,
    Citation,
    Collection,
    Resolution,
    ResolutionText,
)

BODIES = {
    "A-HRC": "Human Rights Council",
    "A": "General Assembly",
    "S": "Security Council",
    "E": "Economic and Social Council",
    "HSP": "United Nations Human Settlements Programme",
}


@pytest.fixture
def united_nations(db, shared_data):
    """The sample as a collection of its own, each text in one piece; gives their pks."""
    collection = Collection.objects.create(code="un", name_en="United Nations")
    sittings = {
        code: Assembly.objects.create(
            kind=AssemblyKind.objects.create(collection=collection, code=code, label_en=name),
            code=f"{code}-1",
            number=900,
            year_coded=2025,
            year_held=2025,
        )
        for code, name in BODIES.items()
    }
    texts, bodies = [], []
    with gzip.open(shared_data / "un-resolutions.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            row = json.loads(line)
            symbol = row["symbol"].replace("_", "/")
            series = next(code for code in BODIES if symbol.startswith(code.replace("-", "/")))
            text = Resolution(
                assembly=sittings[series],
                kind_id="Res",
                number=number,
                code=re.sub(r"[^A-Za-z0-9.]+", "-", symbol).strip("-"),
                official_number=symbol,
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
    assert states["found"] > 6900
    assert states["ambiguous"] < 0.03 * states["found"]
    assert took < 10


def test_read_again_nothing_moves(united_nations):
    some = united_nations[:300]
    refresh(some)
    before = list(Citation.objects.values_list("pk", "state", "target").order_by("pk"))
    assert before
    refresh(some)
    assert list(Citation.objects.values_list("pk", "state", "target").order_by("pk")) == before
