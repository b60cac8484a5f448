"""Whom a paragraph addresses, and the class of each."""

import pytest

from resrec.library.parsing import parse

UN = {"en": "The General Assembly,", "fr": "L’Assemblée générale,", "es": "La Asamblea General,"}
UNION = {
    "en": "The World Lakes Congress, meeting in Vevey:",
    "fr": "Le Congrès mondial des lacs, réuni à Vevey :",
    "es": "El Congreso Mundial de los Lagos, reunido en Puno:",
}

ASKED = [
    (
        UN,
        "en",
        "1. Requests the Secretary-General to rest;",
        {"Secretary-General": "un_secretariat"},
    ),
    (
        UN,
        "en",
        "1. Urges all Member States, relevant organizations of the United Nations system, the "
        "private sector and other stakeholders, in accordance with their mandates, to rest;",
        {
            "Member States": "un_member_states",
            "organizations of the United Nations system": "un_system",
            "private sector": "private_sector",
        },
    ),
    (
        UN,
        "en",
        "1. Invites regional and subregional organizations to rest and thanks Norway;",
        {"regional and subregional organizations": "organisations"},
    ),
    (UN, "en", "1. Encourages the full participation of States in the race;", {}),
    (
        UN,
        "en",
        "1. Requests that the Economic and Social Council continue to rest;",
        {"Economic and Social Council": "un_organs"},
    ),
    (UN, "en", "1. Reiterates its call upon States to rest;", {"States": "un_member_states"}),
    (UN, "en", "1. Decides to rest;", {"General Assembly": "un_organs"}),
    (UN, "en", "1. Recalls that States rest;", {}),
    (UN, "en", "1. States are invited to rest.", {"States": "un_member_states"}),
    (UNION, "en", "1. DECIDES to rest.", {"World Lakes Congress": "assembly"}),
    (
        UNION,
        "en",
        "1. CALLS ON the Director General, the Commission on Reeds, National Committees, Council, "
        "Members and donors to rest.",
        {
            "Director General": "secretariat",
            "Commission on Reeds": "commissions",
            "National Committees": "committees",
            "Council": "council",
            "Members": "members",
            "donors": "donors",
        },
    ),
    (
        UN,
        "fr",
        "1. Prie le Secrétaire général, agissant avec les États, de lui présenter un rapport ;",
        {"Secrétaire général": "un_secretariat"},
    ),
    (
        UNION,
        "fr",
        "1. ENGAGE les États riverains et le secteur privé à se reposer.",
        {"États riverains": "states", "secteur privé": "private_sector"},
    ),
    (
        UNION,
        "es",
        "1. INSTA a los Estados ribereños y al sector privado a que descansen.",
        {"Estados ribereños": "states", "sector privado": "private_sector"},
    ),
]


@pytest.mark.parametrize(("house", "language", "line", "asked"), ASKED)
def test_who_is_asked(house, language, line, asked):
    one = parse(f"{house[language]}\n{line}", language)[1]
    assert {each.name: each.kind for each in one.addressees} == asked


def names(*lines):
    return [[each.name for each in one.addressees] for one in parse("\n".join(lines))]


def test_those_whom_a_stem_asks_are_asked_below_it():
    assert names("1. Requests the Council to:", "(a) rest;", "(b) row;") == [["Council"]] * 3


def test_under_a_stem_without_names_each_line_names_its_own():
    found = names("1. Requests:", "(a) The Council to rest;", "(b) The ferrymen’s Union to row;")
    assert found[1] == ["Council"]


def test_two_verbs_share_what_they_ask():
    assert names("1. Urges States and encourages donors to:", "(a) rest;")[1] == [
        "States",
        "donors",
    ]
