"""Words come in as a new version, with their original; nothing is edited in silence."""

import hashlib
from pathlib import Path

import pytest
from django.conf import settings

from resrec.journal.models import Entry
from resrec.library.bringing_in import bring_in
from resrec.library.models import Original, ResolutionText
from resrec.library.originals import read_pasted
from resrec.rules import RuleBroken

pytestmark = pytest.mark.django_db


@pytest.fixture
def bring(cast):
    def bring(words, language="en", read=None, **more):
        original = ("C:\\texts\\a\x07 draft.TXT", words.encode())
        found = read_pasted(words)
        return bring_in(
            cast.resolution, language, found, original, by=cast.officer, read=read, **more
        )

    return bring


def versions(cast, language):
    texts = ResolutionText.objects.filter(resolution=cast.resolution, language=language)
    return list(texts.order_by("version").values_list("version", "body"))


def test_the_first_words_go_to_the_title_that_was_known(cast, bring):
    before = ResolutionText.objects.get(resolution=cast.resolution, language="en")
    text = bring("One.\nTwo.")
    assert (text.pk, text.title) == (before.pk, before.title)
    assert versions(cast, "en") == [(1, "One.\n\nTwo.")]
    entry = Entry.objects.about(cast.resolution).get()
    assert entry.verb == "resolution.words_brought_in"
    assert entry.content["version"] == 1


def test_other_words_are_the_next_version(cast, bring):
    bring("One.")
    bring("Two.", title="Rivers")
    assert versions(cast, "en") == [(1, "One."), (2, "Two.")]
    assert ResolutionText.objects.get(version=2).title == "Rivers"
    with pytest.raises(RuleBroken, match="held already"):
        bring("Two.")


def test_a_translation_says_what_it_renders(cast, bring):
    source = bring("One.")
    assert bring("Un.", "fr", title="Rivières", renders=source).renders == source


def test_the_original_is_kept_as_it_came(cast, bring):
    text = bring("One.")
    original = Original.objects.get(text=text)
    assert original.file.read() == b"One."
    assert original.digest == hashlib.sha256(b"One.").hexdigest()
    assert (original.file_name, original.media_type) == ("a draft.txt", "text/plain")
    assert "draft" not in original.file.name


def test_what_was_refused_leaves_no_file(cast, bring):
    bring("One.")
    with pytest.raises(RuleBroken):
        bring("One.")
    with pytest.raises(RuleBroken, match="Someone"):
        bring("Two.", read=7)
    assert len(list((Path(settings.MEDIA_ROOT) / "originals").iterdir())) == 1
    assert Original.objects.count() == 1
