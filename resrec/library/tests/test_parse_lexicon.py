"""The lexicon is data: what must hold of it whoever adds to it."""

import csv
from collections import defaultdict

import pytest

from resrec.facts import rows
from resrec.library.parsing.lexicon import HERE, LANGUAGES, MOODS, bases
from resrec.library.parsing.lexicon.addressees import labels, name_words, patterns
from resrec.library.parsing.words import fold

CLASSES = {"directive", "deciding", "evaluative", "reinforcing", "observing"}


def test_a_base_form_has_one_class_in_all_languages():
    classes = defaultdict(set)
    for language in LANGUAGES:
        for row in rows(HERE, language):
            classes[row["base"]].add(row["class"])
    assert {base: found for base, found in classes.items() if len(found) > 1} == {}
    assert set.union(*classes.values()) == CLASSES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_means_one_verb(language):
    meant = defaultdict(set)
    for row in rows(HERE, language):
        for mood in MOODS:
            for form in filter(None, row[mood].split("|")):
                meant[fold(form), mood].add(row["base"])
    assert {form: found for form, found in meant.items() if len(found) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_have_their_columns(language):
    with open(HERE / f"{language}.csv", encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == ["base", "class", *MOODS]


def test_other_lists_name_verbs_that_exist():
    known = {row["base"] for row in rows(HERE, "en")}
    for which in ("speaking", "joinable", "asked", "also_asking", "renewing", "not_its_own"):
        assert bases(which) <= known | {"task", "mandate"}, which


def test_every_class_of_addressees_is_a_term_of_a_vocabulary():
    here = {row["code"] for row in rows(HERE.parent.parent / "facts", "addressee_classes")}
    assert {code for code in labels() if not code.startswith("un_")} <= here


@pytest.mark.parametrize("language", LANGUAGES)
def test_patterns_compile(language):
    assert name_words(language).heads
    assert patterns(True)
    assert patterns(False)
