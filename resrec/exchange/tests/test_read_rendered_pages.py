"""The same report says the same in every layout and language, however its page is spoiled."""

from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from resrec.exchange.portal_pages.reading import read_page
from resrec.exchange.tests import rendering
from resrec.exchange.tests.rendering import KINDS, Report, page

NAMES = (
    "Society of Wells/Société des Puits",
    "Ministry of Tides (South Coast), Office of Reefs",
    "Asociación Ojo d`Agua",
    "Trust for Owls, Bats & Moths Inc.",
    "Fundação “Mar Aberto”",
    "Status of Rivers Alliance",
    "Resolution Bay Rangers",
    "IUCN Members of the Estuary",
)
COUNTRIES = (
    "Bolivia (Plurinational State of)",
    "Jersey, United Kingdom of Great Britain and Northern Ireland",
    "Korea (RK)",
    "The Netherlands",
)
GUID = "0807BCBC-EC6D-E711-B126-0050568A6623"
COMMISSIONS = (
    "IUCN Commission on Ecosystem Management 2017-2020 (CEM)",
    "IUCN WCPA Marine : Network 2021-2025",
    "IUCN Species Survival Commission 2017-2020 ()",
)
PROSE = (
    "Eleven wells were cleaned.",
    "The report said:\nIUCN Secretariat: helpful throughout.\nWork continues.",
    "Activities carried out in WCC 2012 Res 005 were repeated.\n\nStatus of wells: good.",
    "Implementation\nbegan late. Field activities followed, all Completed by May.",
    "1.) Field activities (On-going)\n2.) Fundraising (Completed)",
    "WCC 2020 Res 111 - Progress Report\nwas our model.",
)

members = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.sampled_from(("", "SOW", "W - E")), st.sampled_from(COUNTRIES)
    )
    | st.just(GUID),
    max_size=4,
).map(tuple)
kinds = st.lists(st.sampled_from(sorted(KINDS)), max_size=4, unique=True).map(sorted).map(tuple)
prose = st.sampled_from(PROSE)
rows = st.lists(
    st.tuples(
        st.sampled_from(sorted(KINDS)),
        st.sampled_from(
            ("We met the mayors", "Courses, up to COP16", "[withheld]", "• one • two.")
        ),
        st.sampled_from(("On-going", "Completed")),
    ),
    min_size=1,
    max_size=4,
).map(tuple)
reports = st.builds(
    Report,
    form=st.sampled_from(("progress", "activity")),
    constituent=st.sampled_from(("", GUID, "Bureau of Wells", "IUCN Secretariat")),
    constituent_type=st.sampled_from(("", "IUCN Secretariat", "IUCN Member")),
    period=st.sampled_from(("", "2018")),
    scope=st.sampled_from(((), ("Global",), ("East Europe, North and Central Asia", "West Asia"))),
    members=st.none() | members,
    commissions=st.none()
    | st.lists(st.sampled_from(COMMISSIONS), max_size=2, unique=True).map(tuple),
    secretariat=st.sampled_from(("", "Yes", "No", "I do not know")),
    other_orgs=st.sampled_from(("", "The parish of Wellow, Spring & Sons (builders)")),
    kinds=kinds,
    rows=rows,
    results=prose,
    challenges=st.just("") | prose,
    future=st.just("") | prose,
    planned=st.sampled_from(("", "Yes", "No")),
    status=st.sampled_from(
        ("Underway: implementation well-advanced", "Completed: everything was done")
    ),
)


def facts_printed(report, layout, lang):
    """What a reading of the page must say, by the keys of `--json`."""
    is_progress, plain = report.form == "progress", layout in ("C", "Cs")
    facts = {
        "report_type": report.form,
        "resolution_code": report.code,
        "members": lines_or_none(rendering.printed_members(report, layout, lang), report.members),
        "commissions": lines_or_none(
            rendering.printed_commissions(report, layout, lang), report.commissions
        ),
        "secretariat": report.secretariat,
        "other_orgs": report.other_orgs,
        "truncated": False,
    }
    if is_progress:
        facts |= {"action_types": report.kinds, "status": (report.status,)}
        facts |= {"planned": report.planned}
    else:
        facts |= {
            "action_types": tuple(dict.fromkeys(kind for kind, _, _ in report.rows)),
            "status": tuple(dict.fromkeys(status for _, _, status in report.rows)),
            "constituent": report.constituent,
            "constituent_type": report.constituent_type,
            "period": report.period,
            "scope": report.scope,
        }
    return facts | {"layout": layout} | ({"code_inferred": layout == "Cs"} if plain else {})


def lines_or_none(lines, asked):
    if asked is None:
        return None
    return tuple(lines) if asked else ()


def read(text, file="90001_en.txt"):
    return read_page(text.encode(), file)


def differences(reading, facts):
    found = reading.as_json()
    return {key: (facts[key], found[key]) for key in facts if found[key] != facts[key]}


@settings(deadline=None)
@given(report=reports, layout=st.sampled_from("ABC"), lang=st.sampled_from(("en", "fr", "es")))
def test_a_report_says_the_same_in_every_layout_and_language(report, layout, lang):
    if layout == "A":
        report = rendering.without_what_a_loses(report)
    text = page(report, layout, lang)
    assert differences(read(text), facts_printed(report, layout, lang)) == {}, text


@settings(deadline=None)
@given(report=reports, lang=st.sampled_from(("en", "fr", "es")))
def test_layout_cs_tells_the_code_by_the_node_of_its_text(report, lang):
    assert differences(read(page(report, "Cs", lang)), facts_printed(report, "Cs", lang)) == {}


@settings(deadline=None)
@given(report=reports, lang=st.sampled_from(("en", "fr", "es")))
def test_an_extract_says_what_it_has_and_leaves_the_rest_unknown(report, lang):
    reading = read(page(report, "D", lang))
    assert (reading.report_type, reading.layout) == (report.form, "D")
    assert reading.results == report.results
    assert (reading.resolution_code, reading.members, reading.commissions) == (None, None, None)
    assert (reading.other_orgs, reading.secretariat) == (None, "")
    if report.form == "progress":
        assert reading.action_types == report.kinds


@settings(deadline=None)
@given(
    report=reports,
    layout=st.sampled_from("AB"),
    lang=st.sampled_from(("en", "fr", "es")),
    data=st.data(),
)
def test_order_of_fields_and_missing_labels_change_nothing(report, layout, lang, data):
    report = replace(report, status="Underway: implementation well-advanced")
    if layout == "A":
        report = rendering.without_what_a_loses(report)

    def order(fields):
        return data.draw(st.permutations(fields))

    text = page(report, layout, lang, order=order, leave_out_empty=data.draw(st.booleans()))
    facts = facts_printed(report, layout, lang)
    # What was left out is not known, and the heading that tells B from A may stand nowhere.
    facts.pop("layout")
    assert differences(read(text), facts) == {}, text


@settings(deadline=None)
@given(report=reports, lang=st.sampled_from(("en", "fr", "es")), glue=st.booleans(), data=st.data())
def test_spoiled_print_changes_nothing(report, lang, glue, data):
    text = page(report, "B", lang, glue=glue)
    for spoil in data.draw(st.lists(st.sampled_from(rendering.SPOILED), max_size=4, unique=True)):
        text = spoil(text)
    reading = read(text)
    assert differences(reading, facts_printed(report, "B", lang)) == {}, text
    assert not [one for one in reading.problems if one.what == "before_title"]


@settings(deadline=None)
@given(report=reports, lang=st.sampled_from(("fr", "es")))
def test_broken_accents_in_labels_and_kinds_change_nothing(report, lang):
    text = rendering.with_broken_labels(page(report, "B", lang))
    facts = facts_printed(report, "B", lang)
    assert differences(read(text), facts) == {}, text


@settings(deadline=None)
@given(
    report=reports,
    layout=st.sampled_from("BC"),
    lang=st.sampled_from(("en", "fr", "es")),
)
def test_a_saved_page_says_the_same_and_tells_its_address(report, layout, lang):
    text = rendering.as_saved_page(page(report, layout, lang), node=90123, lang=lang)
    reading = read(text, "page.html")
    facts = facts_printed(report, layout, lang) | {"node": 90123, "lang": lang}
    assert differences(reading, facts) == {}, text


@pytest.mark.parametrize("layout", ["A", "B", "C", "Cs"])
@pytest.mark.parametrize("form", ["progress", "activity"])
def test_a_page_cut_anywhere_invents_nothing(layout, form):
    whole_report = Report(
        form=form,
        constituent="Bureau of Wells",
        constituent_type="IUCN Secretariat",
        scope=("West Asia", "Africa"),
        members=((NAMES[0], "SOW", COUNTRIES[0]), (NAMES[1], "", COUNTRIES[1])),
        commissions=COMMISSIONS,
        secretariat="I do not know" if layout == "A" else "Yes",
        other_orgs="The parish of Wellow",
        kinds=tuple(sorted(KINDS)),
        rows=tuple((kind, "We met.", "On-going") for kind in KINDS),
        planned="Yes",
    )
    text = page(whole_report, layout, "en")
    whole = read(text)
    for end in range(0, len(text.rstrip()), 3):
        part = read(text[:end])
        if part.is_report:
            assert_is_part_of(part, whole, text[:end])


def assert_is_part_of(part, whole, text):
    assert part.truncated or part.status == whole.status or part.report_type == "activity"
    assert part.action_types == whole.action_types[: len(part.action_types)], text
    for name in ("members", "commissions", "scope"):
        lines, all_lines = getattr(part, name), getattr(whole, name)
        if lines:
            assert lines[:-1] == all_lines[: len(lines) - 1], text
            assert all_lines[len(lines) - 1].startswith(lines[-1]), text
    for name in ("constituent", "constituent_type", "secretariat", "planned", "results"):
        assert getattr(whole, name).startswith(getattr(part, name)), (name, text)
    assert whole.other_orgs.startswith(part.other_orgs or ""), text
    for one, other in zip(part.status, whole.status, strict=False):
        assert other.startswith(one), text
