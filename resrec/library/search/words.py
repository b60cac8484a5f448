"""Words as search compares them: without case, accents and endings.

Accents go before the stemmer sees a word, so that "espece menacee" and "espèces menacées" end in
the same stems, in the index and in the query alike.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import Stemmer

LANGUAGES = {"en": "english", "fr": "french", "es": "spanish"}
# Stands between paragraphs, so that no phrase is found across two of them.
BREAK = "xparx"
LONGEST = 60  # characters of a word; longer ones are cut
WORD = re.compile(r"[^\W_]+")

_stemmers = {code: Stemmer.Stemmer(name) for code, name in LANGUAGES.items()}
_known: dict[str, dict[str, str]] = {code: {} for code in LANGUAGES}
MOST_KNOWN = 200_000


def folded(text: str) -> str:
    """Give the text in lower case and without accents; its words stay the same in number."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    # Cherokee alone is folded to capitals, which no database takes for folded.
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().lower()


def words_of(text: str) -> list[str]:
    """Give the folded words of a text, in order."""
    return [word[:LONGEST] for word in WORD.findall(folded(text))]


def stems_of(words: Iterable[str], language: str) -> list[str]:
    """Give the stem of each folded word."""
    known, stem = _known[language], _stemmers[language].stemWord
    if len(known) > MOST_KNOWN:
        known.clear()
    out = []
    for word in words:
        found = known.get(word)
        if found is None:
            found = known[word] = stem(word)
        out.append(found)
    return out


@lru_cache
def stop_words(language: str) -> frozenset[str]:
    """Give the folded words of a language that tell nothing about a text."""
    path = Path(__file__).parent / "stop_words" / f"{language}.txt"
    return frozenset(words_of(path.read_text(encoding="utf-8")))
