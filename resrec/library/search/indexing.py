"""Writing what search reads. Whoever changes the words of texts calls `index` with their ids."""

from collections import Counter, defaultdict

from django.db import connections, transaction

from resrec.library.models import (
    ParagraphText,
    Resolution,
    ResolutionText,
    SearchEntry,
    SearchStem,
    SearchWord,
)
from resrec.library.search import postgresql, sqlite, words
from resrec.library.search.words import LANGUAGES, stems_of, words_of

BREAK = f" {words.BREAK} "
COLUMNS = [f"{part}_{language}" for part in ("title", "body") for language in LANGUAGES]
BATCH = 250


@transaction.atomic
def index(ids=None):
    """Write the entries of these texts, or of all; their words as they stand now."""
    if ids is None:
        ids = list(Resolution.objects.order_by("pk").values_list("pk", flat=True))
    met: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    counted: dict[str, Counter] = {language: Counter() for language in LANGUAGES}
    for start in range(0, len(ids), BATCH):
        _write(ids[start : start + BATCH], met, counted)
    _note_words(met)
    _note_stems(counted)


def index_missing():
    """Write the entries of texts that have none yet."""
    missing = Resolution.objects.filter(search_entry=None).order_by("pk")
    if ids := list(missing.values_list("pk", flat=True)):
        index(ids)


def install(using, **kwargs):
    """Make what the engine needs beside the entries' table; called after every migrate."""
    connection = connections[using]
    if SearchEntry._meta.db_table not in connection.introspection.table_names():
        return  # migrated back to before there was search
    with connection.cursor() as cursor:
        (postgresql if connection.vendor == "postgresql" else sqlite).install(cursor)
    index_missing()


def _write(ids, met, counted):
    before = {entry.pk: entry for entry in SearchEntry.objects.filter(pk__in=ids)}
    lines = _words(ids)
    entries = [_entry(pk, lines[pk], met) for pk in ids]
    for entry in entries:
        _count(counted, entry, 1)
        if entry.pk in before:
            _count(counted, before[entry.pk], -1)
    SearchEntry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["resolution"],
        update_fields=[*COLUMNS, "length"],
    )


def _words(ids):
    """Give {id: {column: lines}}: the newest title in each language, and the paragraphs.

    Where a text has no paragraphs in a language, the lines of its newest body.
    """
    found = defaultdict(dict)
    texts = ResolutionText.objects.filter(resolution__in=ids).order_by("version")
    for text in texts.values("resolution_id", "language", "title", "body"):
        lines, language = found[text["resolution_id"]], text["language"]
        lines[f"title_{language}"] = [text["title"]]
        lines[f"body_{language}"] = text["body"].splitlines()
    paragraphs: dict[tuple, list] = defaultdict(list)
    rows = ParagraphText.objects.filter(paragraph__resolution__in=ids, paragraph__gone_on=None)
    rows = rows.order_by("paragraph__position").values_list(
        "paragraph__resolution_id", "language", "paragraph__position", "text"
    )
    for pk, language, position, text in rows:
        lines = paragraphs[pk, language]
        # The place of a line tells which paragraph it is, gaps included.
        lines.extend([""] * (position - 1 - len(lines)))
        lines.append(text)
    for (pk, language), lines in paragraphs.items():
        found[pk][f"body_{language}"] = lines
    return found


def _entry(pk, lines_of, met):
    entry = SearchEntry(resolution_id=pk)
    for language in LANGUAGES:
        for part in ("title", "body"):
            lines = lines_of.get(f"{part}_{language}", [])
            stems = BREAK.join(_stems(line, language, met[language]) for line in lines)
            setattr(entry, f"{part}_{language}", stems)
            entry.length += stems.count(" ") + 1 if stems else 0
    return entry


def _stems(line, language, met):
    found = words_of(line)
    stems = stems_of(found, language)
    met.update(zip(found, stems, strict=True))
    return " ".join(stems)


def _count(counted, entry, times):
    for language in LANGUAGES:
        there = f"{getattr(entry, f'title_{language}')} {getattr(entry, f'body_{language}')}"
        for stem in set(there.split()) - {words.BREAK}:
            counted[language][stem] += times


def _note_words(met):
    SearchWord.objects.bulk_create(
        [
            SearchWord(language=language, word=word, stem=stem)
            for language, words in met.items()
            for word, stem in sorted(words.items())
        ],
        batch_size=2000,
        ignore_conflicts=True,
    )


def _note_stems(counted):
    """Add to the counts; in one order, so that two writers never wait for each other."""
    changed = {
        (language, stem): times
        for language, stems in counted.items()
        for stem, times in stems.items()
        if times
    }
    rows = {}
    for language, stems in counted.items():
        names = sorted(stem for stem, times in stems.items() if times)
        for start in range(0, len(names), 5000):
            part = names[start : start + 5000]
            known = SearchStem.objects.filter(language=language, stem__in=part)
            rows |= {(row.language, row.stem): row for row in known}
    for key, row in rows.items():
        row.texts += changed.pop(key)
    SearchStem.objects.bulk_update(rows.values(), ["texts"], batch_size=400)
    SearchStem.objects.bulk_create(
        [SearchStem(language=k[0], stem=k[1], texts=n) for k, n in sorted(changed.items())],
        batch_size=2000,
    )
