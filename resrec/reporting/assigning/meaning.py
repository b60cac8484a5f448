"""What the cells of many rows mean: texts, roles, paragraphs, days and people, asked in lots."""

import re
from collections import defaultdict
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models.functions import Lower
from django.utils import timezone

from resrec.library.batches import batched
from resrec.library.codes import look_up_each, nearest
from resrec.library.models import Paragraph
from resrec.people.folding import folded
from resrec.people.models import User
from resrec.reporting.models import FocalRole

LOT = 400
# For so many unknown codes of a sheet the nearest are looked up; each takes a query or two.
NEAREST_TOLD = 30
BETWEEN = "; "
DAY_FIRST = re.compile(r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})")
MONTHS = 12
LONGEST_ADDRESS = 254


def find_texts(rows):
    found = look_up_each({row.said["code"] for row in rows if row.said["code"]})
    unknown = sorted(code for code, one in found.items() if not one.texts and not one.assemblies)
    near = {code: [text.label for text in nearest(code, 3)] for code in unknown[:NEAREST_TOLD]}
    for row in rows:
        said = row.said["code"]
        if not said:
            row.complain("code", "missing")
        elif text := found[said].only:
            _take_text(row, text)
        elif found[said].texts:
            texts = BETWEEN.join(one.label for one in found[said].texts)
            row.complain("code", "open_code", said=said, texts=texts)
        elif found[said].assemblies:
            row.complain("code", "no_text", said=said)
        elif near.get(said):
            row.complain("code", "unknown_code_near", said=said, near=BETWEEN.join(near[said]))
        else:
            row.complain("code", "unknown_code", said=said)


def _take_text(row, text):
    row.text, row.label = text.pk, text.label
    if text.code.upper() != re.sub(r"[\s_]+", "-", row.said["code"]).upper():
        row.note("code", "read_as", code=text.label)
    if text.archived_on:
        row.note("code", "archived")


def find_roles(rows):
    roles = list(FocalRole.objects.all())
    meant = {}
    for role in roles:
        labels = (role.label_en, role.label_fr, role.label_es)
        meant |= {folded(name): role.pk for name in (role.pk, role.pk.replace("_", " "), *labels)}
    meant.pop("", None)
    codes = BETWEEN.join(role.pk for role in roles)
    for row in rows:
        said = row.said["role"]
        row.role = meant.get(folded(said), "")
        if not said:
            row.complain("role", "missing")
        elif not row.role:
            row.complain("role", "unknown_role", said=said, roles=codes)


def find_paragraphs(rows):
    asked = [row for row in rows if row.said["paragraphs"] and row.text]
    there = defaultdict(dict)
    for lot in batched(sorted({row.text for row in asked}), LOT):
        for one in Paragraph.objects.filter(resolution__in=lot):
            there[one.resolution_id] |= {_plain(one.label): one.pk, _plain(one.path): one.pk}
    for row in asked:
        known = there[row.text]
        if not known:
            row.complain("paragraphs", "no_paragraphs")
            continue
        for said in _each(row.said["paragraphs"], known):
            if pk := known.get(_plain(said)):
                row.paragraphs = [*dict.fromkeys([*row.paragraphs, pk])]
            else:
                row.complain("paragraphs", "unknown_paragraph", said=said)


def _each(said, known):
    """Semicolons part; commas too, where what they stand in is not one label ("annex 1, 2")."""
    for part in said.split(";"):
        parts = [part] if _plain(part) in known else part.split(",")
        yield from (words for one in parts if (words := one.strip()))


def _plain(label):
    """One form for "4 (b)", "4(b)" and "4b"."""
    return re.sub(r"[\s().,]+", "", label).casefold()


def find_days(rows):
    today = timezone.localdate()
    for row in rows:
        since, until = (_day(row, column) for column in ("since", "until"))
        if since and until and until < since:
            row.complain("until", "day_order")
        elif until and until < today:
            row.complain("until", "day_over")
        row.since = since.isoformat() if since else ""
        row.until = until.isoformat() if until else ""


def _day(row, column):
    """Give the day that a cell names, or None; 31/12 is read, 1/12 could be of two months."""
    said = row.said[column]
    if not said:
        return None
    try:
        if not (found := DAY_FIRST.fullmatch(said)):
            return date.fromisoformat(said)
        first, second, year = map(int, found.groups())
        if "/" in said and first != second and max(first, second) <= MONTHS:
            row.complain(column, "open_day", said=said)
            return None
        return date(year, second, first)
    except ValueError:
        row.complain(column, "bad_day", said=said)
        return None


def find_people(rows):
    """Who has which address, in whatever case; an empty cell leaves the post vacant."""
    said = {row.said["email"].lower() for row in rows if row.said["email"]}
    good = {one for one in said if _is_address(one)}
    known = {}
    for lot in batched(sorted(good), LOT):
        people = User.objects.alias(lower=Lower("email")).filter(lower__in=lot)
        known |= {one.email.lower(): one for one in people.only("email", "is_active")}
    bouncing = set(User.objects.unreachable().values_list("pk", flat=True)) if known else set()
    for row in rows:
        address = row.said["email"]
        if not address:
            continue
        if address.lower() not in good:
            row.complain("email", "bad_email", said=address)
            continue
        person = known.get(address.lower())
        row.email, row.person = address, person and person.pk
        if person is None:
            row.note("email", "new_person")
        elif not person.is_active:
            row.complain("email", "blocked")
        elif person.pk in bouncing:
            row.note("email", "bounces")


def _is_address(said):
    try:
        validate_email(said)
    except ValidationError:
        return False
    return len(said) <= LONGEST_ADDRESS
