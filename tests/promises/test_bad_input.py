"""No address and no form answers nasty values with a bare error, on either database."""

from urllib.parse import quote

import pytest
from django.db import transaction
from django.urls import reverse

from tests.promises.access import ROWS

NASTY = {
    "null": "WCC-2016\0Res",
    "long": "x" * 10_000,
    "large": str(2**70),
    "endless": "9" * 5000,  # more digits than Python turns into a number
    "odd digits": "²፩",
    "query language": "../' OR 1=1 -- <script>{{ 7|add:7 }}%(x)s",
    "signs": "\u202eseR 6102 CCW\u200f 👩🏽‍🌾 \ud800",
}
PARAMETERS = [
    *(
        "q",
        "collection",
        "assembly",
        "kind",
        "state",
        "report",
        "page",
        "text",
        "passage",
        "next",
        "a",
        "b",
    ),
    *("o", "p", "all", "id__exact", "e"),
]
READ = [row for row in ROWS if row.method == "get"]


@pytest.fixture(params=NASTY, ids=str)
def nasty(request):
    return NASTY[request.param]


@pytest.fixture
def asked(client, cast):
    """Ask, as an officer at first; `failed` are the addresses that were answered with an error."""
    client.force_login(cast.officer)
    client.raise_request_exception = False
    failed = []

    def ask(method, address, data=None):
        with transaction.atomic():
            response = getattr(client, method)(address, data)
            if response.status_code >= 500:
                failed.append((method, address[:80], response.status_code))
            transaction.set_rollback(True)

    ask.failed = failed
    return ask


def raw(text):
    """Percent-encode, lone surrogates as the bytes that they would be."""
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


def spoilt(address, arguments, value):
    """Give the addresses in which one of the arguments is the nasty value."""
    parts = address.split("/")
    return [
        "/".join(raw(value) if part == str(argument) else part for part in parts)
        for argument in arguments
    ]


def test_no_address_fails_on_its_arguments(nasty, asked, cast, world):
    for row in ROWS:
        arguments = row.arguments(cast, world)
        for address in spoilt(reverse(row.name, args=arguments), arguments, nasty):
            asked(row.method, address)
    assert asked.failed == []


def test_no_page_fails_on_its_parameters(nasty, asked, cast, world):
    query = "&".join(f"{name}={raw(nasty)}" for name in [*PARAMETERS, raw(nasty[:50])])
    for row in READ:
        asked("get", f"{reverse(row.name, args=row.arguments(cast, world))}?{query}")
    assert asked.failed == []


ADMINISTERED = [
    "people_constituent",
    "people_user",
    "library_resolution",
    "reporting_activityreport",
    "journal_entry",
]


@pytest.mark.parametrize("name", ADMINISTERED)
def test_the_administration_stands_it_too(name, nasty, asked):
    listed = reverse(f"admin:{name}_changelist")
    for parameter in ("q", "o", "p", "id__exact", "kind__exact", "e"):
        asked("get", f"{listed}?{parameter}={raw(nasty)}")
    asked("get", f"{listed}{raw(nasty)}/change/")
    assert asked.failed == []


# What a person fills in: the row of the access table, who, and what a browser sends along.
FORMS = [
    ("profile", "reporter", {"language": "en", "agrees_to_be_named": "on"}),
    ("mail_choices", "reporter", {"frequency": "weekly", "quiet_weekdays": "2"}),
    ("welcome", "stranger", {"constituent": "A trust", "message": "Please."}),
    ("sign_in", "nobody", {"next": "/en/"}),
    ("comparison", "nobody", {"title": "Rivers", "draft": "1. Asks for rivers.", "language": "en"}),
    ("report_new", "reporter", {"text": "6.087", "chosen": "", "constituent": "1", "series": ""}),
    ("report_return", "officer", {"reason": "Which rivers?"}),
    ("progress_return", "officer", {"reason": "Which rivers?"}),
    ("progress_writer", "officer", {"writer": "1"}),
    ("statement_move", "officer", {"to": "up"}),
    ("statement_paragraphs", "officer", {"paragraph": "1"}),
    (
        "words",
        "officer",
        {"revision": "3", "language": "en", "title": "", "renders": "", "words": "1. ENDS."},
    ),
    ("paragraphs_reading", "officer", {"revision": "3"}),
    ("paragraph_correction_deletion", "officer", {"revision": "3", "text": "en"}),
    (
        "paragraph_correction",
        "officer",
        {
            "paragraph": "1",
            "revision": "3",
            "text": "en",
            "do": "split",
            "before": "more",
            "kind": "operative",
            "number": "1.",
            "level": "1",
            "verb": "call",
            "verb_type": "",
            "deadline": "",
            "deadline_on": "",
            "addressee-0": "all",
            "class-0": "other",
        },
    ),
    ("statement_delete", "officer", {"read": ""}),
    ("statement_own", "officer", {"text": "Known.", "section": "results", "language": "en"}),
    (
        "statement_edit",
        "officer",
        {"read": "", "text": "Told.", "section": "results", "language": "en"},
    ),
    (
        "statement_new",
        "officer",
        {"passage": "1/results", "near": "0", "exact": "rangers", "target": "results"},
    ),
    (
        "progress_answers",
        "officer",
        {
            "revision": "0",
            "members_answer": "yes",
            "members": "Estuary Watch",
            "commissions": "",
            "committees": "",
            "other_organisations": "",
            "activity_kinds": "field",
            "planned": "yes",
            "implementation_status": "underway",
            "status_reason": "",
            "language": "en",
        },
    ),
]
OWN = {
    "revision": "0",
    "language": "en",
    "period_from": "2026-01-01",
    "period_to": "2026-02-01",
    "results": "Dunes were planted.",
    "scopes": "local",
    "members_answer": "yes",
    "other_organisations": "",
    "contact_name": "",
    "contact_email": "",
    "private_results": "on",
    "add": "",
    "remove": "",
}
GROUPS = {
    "activities": ("kind", "description", "status", "private"),
    "future_activities": ("title", "description", "planned"),
    "needs": ("kind", "description", "amount", "currency", "lineage", "private"),
    "evidence": ("url", "title", "is_private"),
    "countries": ("name",),
    "member": ("name",),
}


def row_of(name, method="post"):
    rows = [row for row in ROWS if row.name == name]
    return next((row for row in rows if row.method == method), rows[0])


@pytest.mark.parametrize(("name", "by", "fields"), FORMS, ids=[form[0] for form in FORMS])
def test_no_form_fails_on_a_field(name, by, fields, nasty, asked, cast, world, client):
    client.logout()
    if by != "nobody":
        client.force_login(getattr(cast, by))
    address = reverse(name, args=row_of(name).arguments(cast, world))
    for field in fields:
        asked("post", address, fields | {field: typed(nasty)})
    asked("post", address, dict.fromkeys(fields, typed(nasty)))
    assert asked.failed == []


@pytest.mark.parametrize("name", ["report_edit", "report_autosave", "report_submission"])
def test_the_form_of_a_report_stands_it(name, nasty, asked, cast, world, client):
    client.force_login(cast.reporter)
    address, value = reverse(name, args=[world.draft.pk]), typed(nasty)
    asked("post", address, OWN | {"revision": value})
    rows = {f"{group}-0-{field}": value for group in GROUPS for field in ("key", *GROUPS[group])}
    counts = {f"{group}-TOTAL_FORMS": "1" for group in GROUPS}
    counts |= {f"{group}-INITIAL_FORMS": "0" for group in GROUPS}
    asked("post", address, dict.fromkeys(OWN, value) | counts | rows | {"revision": "0"})
    # An older copy, which tells what its page had, is merged with what others have stored since.
    world.draft.activities.create(key="0000cafe", description="Walks")
    places = (
        f"activities:{value}/description=x activities:0000cafe/description=x member/x=x {value}"
    )
    for key in ("0000cafe", "a/b", value):
        older = rows | {f"{group}-0-key": key for group in GROUPS} | {"page": value}
        asked("post", address, OWN | counts | older | {"revision": "99", "base": places})
        missing = {name: words for name, words in older.items() if not name.endswith("-name")}
        asked("post", address, OWN | counts | missing | {"revision": "99", "base": places})
    for group in GROUPS:
        asked("post", address, OWN | counts | {f"{group}-TOTAL_FORMS": value, "add": group})
    assert asked.failed == []


def typed(text):
    """What a browser sends: a lone surrogate has no UTF-8 and arrives as a replacement."""
    return text.encode("utf-8", "replace").decode()
