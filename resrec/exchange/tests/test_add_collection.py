"""Another union comes in as data: its assemblies, how its codes are read, its terms."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from resrec.exchange.collections.description import FOLDER, described
from resrec.exchange.tests.conftest import TEXTS
from resrec.journal.models import Entry
from resrec.library.conventions import Conventions, year_of
from resrec.library.models import AddresseeClass, AssemblyKind, Collection, ResolutionKind
from resrec.rules import RuleBroken
from resrec.web.models import PublicRevision


def test_a_description_brings_its_rows_and_says_so(db):
    before = PublicRevision.current()
    call_command("add_collection", str(TEXTS / "lighthouses.toml"), verbosity=0)
    league = Collection.objects.get(code="lighthouses")
    assert (league.name_fr, league.publisher) == (
        "Textes de la Ligue des phares",
        "League of Lighthouses",
    )
    assert AssemblyKind.objects.get(code="LAMP").collection == league
    assert ResolutionKind.objects.get(code="Log").label_es == "Anotación"
    assert AddresseeClass.objects.get(code="keepers").constituent_kind is None
    assert Entry.objects.about(league).get().verb == "collection.described"
    assert PublicRevision.current() > before


def test_loaded_again_it_leaves_alone_what_an_officer_edited(lighthouses):
    AssemblyKind.objects.filter(code="LAMP").update(label_en="The Lamp Room")
    call_command("add_collection", str(TEXTS / "lighthouses.toml"), verbosity=0)
    assert AssemblyKind.objects.get(code="LAMP").label_en == "The Lamp Room"


@pytest.mark.parametrize(
    ("symbol", "code", "official_number", "assembly"),
    [
        ("LL_7_12", "LL-7-12", "LL/7/12", "LAMP-7"),
        (" ll/7/12b ", "LL-7-12-B", "LL/7/12 B", "LAMP-7"),
        ("LL/3 (XIV)", "LL-3-XIV", "LL/3 (XIV)", "LAMP-14"),
    ],
)
def test_symbols_are_read_by_its_own_conventions(
    lighthouses, symbol, code, official_number, assembly
):
    read = Conventions(lighthouses.conventions.said).read(symbol)
    assert (read.code, read.official_number, read.assembly) == (code, official_number, assembly)


@pytest.mark.parametrize("symbol", ["", "LL", "LL_7", "LL_7_12_9", "A_RES_60_134", "LL/3 (ABC)"])
def test_what_no_convention_reads_is_no_symbol(lighthouses, symbol):
    assert Conventions(lighthouses.conventions.said).read(symbol) is None


@pytest.mark.parametrize(
    ("session", "year"), [(1, 1990), (2, 1990), (3, 1991), (10, 1994), (11, 1996), (13, 2002)]
)
def test_sessions_have_their_years(session, year):
    years = [{"from": 1, "year": 1990, "a_year": 2}, {"from": 11, "year": 1996, "every": 3}]
    assert year_of(session, years) == year


def test_a_session_before_the_first_that_is_known_has_no_year():
    assert year_of(18, [{"from": 19, "year": 2003}]) is None


def test_titles_lose_their_numbers_and_odd_spaces(lighthouses):
    conventions = Conventions(lighthouses.conventions.said)
    assert (
        conventions.tidy_title("7/12B.\tOil\u00a0for the\n lamp\u00adlight")
        == "Oil for the lamplight"
    )
    assert conventions.tidy_title("7/12. ") == "7/12."


def test_every_symbol_of_the_sample_is_read_and_none_twice(db, sample):
    conventions = Conventions(_united_nations().conventions.said)
    read = {row["symbol"]: conventions.read(row["symbol"]) for row in sample}
    assert [symbol for symbol, one in read.items() if one is None] == []
    assert len({one.code for one in read.values()}) == len(read)
    assert all(conventions.sitting(one.assembly) for one in read.values())
    titles = {row["symbol"]: conventions.tidy_title(row["title"]) for row in sample}
    assert sum(not title for title in titles.values()) == 2  # two that are a number alone
    assert max(map(len, titles.values())) <= 500
    assert not [title for title in titles.values() if title[:1].isdigit() and "/" in title[:5]]


@pytest.mark.parametrize(
    ("symbol", "assembly", "year"),
    [
        ("A_RES_60_134", "UNGA-60", 2005),
        ("A_RES_217(III)", "UNGA-3", 1948),
        ("A_RES_S-10_2", "UNGASS-10", 1978),
        ("A_HRC_RES_12_10", "UNHRC-12", 2009),
        ("A_HRC_RES_57_17", "UNHRC-57", 2024),
        ("S_RES_2534(2020)", "UNSC-2020", 2020),
        ("E_RES_2021_31", "ECOSOC-2021", 2021),
        ("E_RES_1895(LVII)", "ECOSOC-57", 1974),
        ("HSP_GC_21_7", "UNHABITAT-21", 2007),
    ],
)
def test_the_united_nations_sat_when_they_did(db, symbol, assembly, year):
    conventions = Conventions(_united_nations().conventions.said)
    assert conventions.read(symbol).assembly == assembly
    _kind, session, said = conventions.sitting(assembly)
    assert year_of(session, said["years"]) == year


def _united_nations():
    call_command("add_collection", "united-nations", verbosity=0)
    return Collection.objects.get(code="united-nations")


WHOLE = (TEXTS / "lighthouses.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("changed", "to", "says"),
    [
        ('code = "lighthouses"', "", "[collection]: code is missing."),
        ("[[symbol]]", "[[symbols]]", "“symbols” is no part of a description."),
        ('code = "LAMP"', 'code = "WCC"', "belongs to another collection"),
        ('code = "LAMP"', 'code = "LAMP-ROOM"', "1 to 10 letters and figures"),
        ("(?P<part>[A-Z])?", "(?P<part>[A-Z]", "[symbol]"),
        ('assembly = "LAMP"', 'assembly = "LAMB"', "the assembly “LAMB” is unknown"),
        ('kind = "Log"', 'kind = "Lok"', "the kind “Lok” is unknown"),
        ("(?P<roman>", "(?P<letters>", "needs the groups number, and session or roman"),
        ("[[title]]", "[title]", "“title” must be written as [[title]]"),
        ("[collection]", "[collection", "cannot be read"),
    ],
)
def test_a_description_with_a_mistake_is_refused_in_words(db, tmp_path, changed, to, says):
    path = tmp_path / "wrong.toml"
    path.write_text(WHOLE.replace(changed, to), encoding="utf-8")
    with pytest.raises(RuleBroken) as broken:
        described(path)
    assert says in str(broken.value)
    with pytest.raises(CommandError):
        call_command("add_collection", str(path))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_the_descriptions_that_come_along_are_right(db, path):
    assert described(path)["collection"]["code"] == path.stem
