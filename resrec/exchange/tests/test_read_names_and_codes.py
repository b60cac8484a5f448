"""Lines that name bodies, codes told by node numbers, and words with broken letters."""

import pytest

from resrec.exchange.portal_pages.codes import (
    code_of_progress_report,
    code_of_text,
    cycle_of_progress_report,
)
from resrec.exchange.portal_pages.kinds_of_activity import PRINTED_KINDS, kind_named, leading_kind
from resrec.exchange.portal_pages.names import commission, guids_in, organisation, term_fits
from resrec.exchange.portal_pages.printed import is_cut_from, same

GUID = "82AEA575-B8A3-E011-96D3-002655853524"


@pytest.mark.parametrize(
    ("line", "name", "acronym", "country"),
    [
        ("Fen Trust ( FT ) / The Netherlands", "Fen Trust", "FT", "The Netherlands"),
        ("Fen Trust / Korea (RK)", "Fen Trust", "", "Korea (RK)"),
        ("Fen Trust ( ) / Canada", "Fen Trust", "", "Canada"),
        ("Fens/ Marais du Nord ( F - M ) / Canada", "Fens/ Marais du Nord", "F - M", "Canada"),
        (
            "Fens (East) ( FE ) / Jersey, United Kingdom",
            "Fens (East)",
            "FE",
            "Jersey, United Kingdom",
        ),
        ("Gesellschaft (GFM) GmbH ( GFM ) / Germany", "Gesellschaft (GFM) GmbH", "GFM", "Germany"),
        ("Fen Trust ( FT )", "Fen Trust", "FT", ""),
        ("Fen Trust", "Fen Trust", "", ""),
    ],
)
def test_a_member_is_split_into_name_acronym_and_country(line, name, acronym, country):
    body = organisation(line)
    assert (body.name, body.acronym, body.country) == (name, acronym, country)


@pytest.mark.parametrize(
    ("line", "name", "country"),
    [
        ("Ministry of Fens (Norway) ( Norway )", "Ministry of Fens (Norway)", "Norway"),
        (
            "Fens ( Bolivia (Plurinational State of) )",
            "Fens",
            "Bolivia (Plurinational State of)",
        ),
        ("Fens of the Nor", "Fens of the Nor", ""),
    ],
)
def test_layout_c_prints_the_country_in_brackets(line, name, country):
    body = organisation(line, plain=True)
    assert (body.name, body.country, body.acronym) == (name, country, "")


@pytest.mark.parametrize(
    ("line", "name", "term", "acronym"),
    [
        ("Commission on Fens 2021-2025 (COF)", "Commission on Fens", "2021-2025", "COF"),
        ("Fen Group 2017-2020 ()", "Fen Group", "2017-2020", ""),
        ("COF Reeds : Network 2021-2025", "COF Reeds : Network", "2021-2025", ""),
        ("Commission on Fens", "Commission on Fens", "", ""),
    ],
)
def test_a_commission_is_split_into_name_term_and_acronym(line, name, term, acronym):
    body = commission(line)
    assert (body.name, body.term, body.acronym) == (name, term, acronym)


def test_identifiers_are_found_where_they_stand_for_a_name():
    assert guids_in(f"{GUID} / Kenya") == [GUID]
    assert guids_in(f"https://example.org/file/{GUID}?a=1") == []
    assert organisation(f"{GUID.lower()} / Kenya").guid == GUID
    assert guids_in(GUID[:-3]) == []


@pytest.mark.parametrize(
    ("term", "code", "period", "fits"),
    [
        ("2017-2020", "WCC 2016 Res 001", "", True),
        ("2021-2025", "WCC 2016 Res 001", "2022", True),
        ("2021-2025", "WCC 2016 Res 001", "2017", False),
        ("2013-2016", "WCC 2016 Res 001", "", False),
        ("2009-2012", "WCC 2020 Res 001", "", False),
        ("2009-2012", None, "", True),
    ],
)
def test_a_term_fits_a_text_or_does_not(term, code, period, fits):
    assert term_fits(term, code, period) is fits


@pytest.mark.parametrize(
    ("node", "code"),
    [
        (47380, "WCC 2016 Res 001"),
        (47485, "WCC 2016 Rec 106"),
        (47476, None),  # number 97: neither a Resolution nor a Recommendation for certain
        (47486, None),
        (48077, "WCC 2016 Res 001"),
        (48078, None),  # 1 or 2: the numbers begin to drift here
        (48093, "WCC 2016 Res 018"),
        (48106, None),
        (48119, "WCC 2016 Res 047"),
        (48150, None),
        (48636, "WCC 2016 Res 032"),
        (49388, "WCC 2020 Res 067"),
        (50066, "WCC 2020 Res 001"),
        (50173, None),  # number 108: kinds are mixed
        (50829, None),
        (51930, None),
        (51963, "WCC 2020 Res 038"),
        (51983, "WCC 2020 Res 058"),
        (None, None),
    ],
)
def test_the_node_of_a_progress_report_tells_the_code_where_one_number_is_left(node, code):
    assert code_of_progress_report(node) == code


def test_the_node_of_a_text_tells_its_code():
    assert code_of_text(46504) == "WCC 2016 Res 087"
    assert code_of_text(49206) == "WCC 2020 Res 067"
    assert code_of_text(49236) == "WCC 2020 Rec 097"
    assert code_of_text(1) is None


@pytest.mark.parametrize(
    ("node", "year"),
    [
        (47466, 2017),
        (48117, 2018),
        (48691, 2019),
        (50823, 2023),
        (52506, 2025),
        (48911, None),
        (None, None),
    ],
)
def test_the_node_of_a_progress_report_tells_its_cycle(node, year):
    assert cycle_of_progress_report(node) == year


@pytest.mark.parametrize(
    "printed",
    [
        "Rassembler des parties prenantes/Réseautage",
        "Rassembler des parties prenantes/Re\u0301seautage",
        "Rassembler des parties prenantes / R\ufffdseautage",
        "Rassembler des parties prenantes/R\ufffd\ufffdseautage",
        "Rassembler des parties prenantes/R?seautage",
        "Rassembler des parties prenantes/RÃ©seautage",
        "RASSEMBLER DES PARTIES PRENANTES/RESEAUTAGE",
    ],
)
def test_a_kind_is_known_with_its_accents_broken(printed):
    assert kind_named(printed) == "Convene stakeholders/Networking"


@pytest.mark.parametrize("kind", PRINTED_KINDS, ids=lambda kind: kind.name)
def test_every_name_of_every_kind_is_known_whole_glued_and_broken(kind):
    broken = "".join(char if char.isascii() else "\ufffd" for char in kind.name)
    for name in (kind.name, broken):
        assert kind_named(name) == kind.label
        for text in ("We met.", "[withheld]", "• one", "2 visits", "É"):
            assert leading_kind(name + text, row_expected=True) == (kind.label, name, text)
    assert kind_named(kind.name[:-1]) != kind.label


@pytest.mark.parametrize(
    "prose",
    [
        "Field activities in Kenya went on.",
        "Formation des gardes en mai",
        "Fundraising, as before",
        "Capacity-building. It went well.",
    ],
)
def test_prose_that_begins_as_a_kind_is_prose(prose):
    assert leading_kind(prose, row_expected=False) is None


def test_words_are_compared_by_their_letters():
    assert same(
        "No  other Members are / have been involved.", "No other Members are/have been involved"
    )
    assert is_cut_from("I do not k", "I do not know")
    assert not is_cut_from("I do not know", "I do not know")
    assert not is_cut_from("", "I do not know")
