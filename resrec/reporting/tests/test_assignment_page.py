"""The pages of an assignment, as an officer walks through them; and of who is asked."""

import csv
from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from resrec.journal.models import Mail
from resrec.library.models import Resolution
from resrec.people.personal_links import personal_link
from resrec.reporting.assigning.storing import carry_out
from resrec.reporting.models import Assignment, FocalPoint, Holder
from resrec.reporting.tests.assignments import looked_at, sheet
from resrec.reporting.tests.pages import sent_by, words_of
from resrec.web.sheets import rows_of

MEMBER = ["member", "Fen and Heath Trust"]
GOOD = ["WCC-2016-Res-087", *MEMBER, "reporter@example.org"]
BAD = ["WCC-2016-Res-999", *MEMBER, "reporter@example.org"]


@pytest.fixture
def officer(client, cast):
    client.force_login(cast.officer)
    return client


def bring_in(client, content, name="posts.csv"):
    file = SimpleUploadedFile(name, content)
    return client.post("/en/assignments/sheet/", {"file": file}, follow=True)


def test_a_sheet_with_an_error_is_walked_through(officer, cast):
    page = bring_in(officer, sheet(GOOD, BAD))
    words = words_of(page)
    assert "1 row has an error." in words
    assert "Row 3" in words
    assert "Code: No text has the code “WCC-2016-Res-999”. Near it: WCC 2016 Re" in words
    made = Assignment.objects.get()
    address = page.request["PATH_INFO"]
    assert "Row 2" not in words_of(officer.get(f"{address}?errors"))
    page = officer.post(f"{address}carrying-out/", sent_by(page, "carrying-out/"), follow=True)
    assert "rows left out" in words_of(page)
    assert FocalPoint.objects.filter(constituent=cast.member).count() == 1
    rows = [*csv.reader(StringIO(officer.get(f"{address}rows.csv").content.decode("utf-8-sig")))]
    assert [row[8] for row in rows] == ["What becomes of it", "new post, and asked", "left out"]
    page = officer.post(f"{address}undoing/", sent_by(page, "undoing/"), follow=True)
    assert "That is undone." in page.content.decode()
    made.refresh_from_db()
    assert made.undone_by == cast.officer


def test_the_rows_to_take_away_can_be_brought_in_again(officer, cast):
    made = looked_at(cast, GOOD, BAD)
    content = officer.get(f"{made.get_absolute_url()}rows.csv").content
    page = bring_in(officer, content)
    assert "1 row has an error." in words_of(page)


def test_the_very_same_file_is_recognised(officer, cast):
    carry_out(looked_at(cast, GOOD), by=cast.officer)
    assert "The very same file was carried out" in words_of(bring_in(officer, sheet(GOOD)))


@pytest.mark.parametrize(
    "content", [b"", b"Code\n1", b"PK\x03\x04", b"\0\1\2", b"\xd0\xcf\x11\xe0"]
)
def test_what_is_no_sheet_is_told_beside_the_field(officer, content):
    page = bring_in(officer, content)
    assert page.status_code == 200
    assert "Some things need another look" in words_of(page)
    assert not Assignment.objects.exists()


def test_an_assembly_or_a_keyword_is_chosen_and_one_of_them(officer, cast):
    said = {"role": "member", "constituent": "Fen and Heath", "email": "new@example.org"}
    page = officer.post("/en/assignments/texts/", said)
    assert "one of them" in words_of(page)
    said["assembly"] = cast.resolution.assembly_id
    page = officer.post("/en/assignments/texts/", said, follow=True)
    number = Resolution.objects.filter(assembly=cast.resolution.assembly).in_force().count()
    assert f"Carry out all {number} rows" in words_of(page)
    assert f"Row {number}" in words_of(page)


def test_the_template_is_a_sheet_that_can_be_read(officer, cast):
    content = officer.get("/fr/assignments/template.xlsx").content
    _number, header = next(rows_of(BytesIO(content)))
    assert len(header) == 7
    page = bring_in(officer, content, "template.xlsx")
    assert "no row under the headers" in words_of(page)


def test_the_public_page_stays_right(officer, client, cast):
    carry_out(looked_at(cast, GOOD), by=cast.officer)
    page = client.get("/en/focal-points/WCC-2016/").content.decode()
    assert "Fen and Heath Trust" in page
    assert "reporter@example.org" not in page
    Holder.objects.get(person=cast.reporter).accept(by=cast.reporter)
    assert "Reporter" not in client.get("/en/focal-points/WCC-2016/").content.decode()


@pytest.fixture
def asked(cast):
    """Three posts that the reporter is asked to take."""
    texts = Resolution.objects.filter(assembly__code="WCC-2016").exclude(pk=cast.resolution.pk)
    codes = texts.values_list("code", flat=True)[:3]
    rows = [[code, *MEMBER, "reporter@example.org"] for code in codes]
    carry_out(looked_at(cast, *rows), by=cast.officer)
    Mail.objects.all().delete()
    return list(Holder.objects.filter(person=cast.reporter).order_by("pk"))


def test_who_is_asked_for_many_answers_together(client, cast, asked):
    client.force_login(cast.reporter)
    page = client.get("/en/posts/asked/")
    data = sent_by(page, "posts/asked/")
    data["holder"] = [asked[0].pk, asked[1].pk]
    data.pop("reason")
    page = client.post("/en/posts/asked/", data, follow=True)
    assert "2 posts are yours." in page.content.decode()
    assert Holder.objects.filter(answer="accepted").count() == 2
    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == (cast.officer.email, "Reporter has accepted 2 posts")
    page = client.post("/en/posts/asked/", {"holder": asked[2].pk, "decline": "1"})
    assert "Say in a word why you decline." in words_of(page)
    said = {"holder": asked[2].pk, "decline": "1", "reason": "No time."}
    client.post("/en/posts/asked/", said)
    assert Holder.objects.get(answer="declined").declined_because == "No time."
    assert "No time." in Mail.objects.latest("pk").text


def test_one_press_on_the_link_s_page_takes_the_ticked_posts(client, cast, asked):
    link = personal_link(cast.reporter, "/en/posts/asked/").removeprefix("http://localhost:8000")
    assert client.get(link).content.decode().count('name="holder"') == 3
    client.post(link, {"accept": "1", "holder": [asked[0].pk, asked[1].pk]})
    assert Holder.objects.filter(answer="accepted").count() == 2
    assert Holder.objects.asked().get() == asked[2]


def test_nobody_answers_for_another(client, cast, asked):
    client.force_login(cast.stranger)
    client.post("/en/posts/asked/", {"holder": [one.pk for one in asked]})
    assert Holder.objects.asked().count() == 3


def test_a_post_that_was_filled_meanwhile_does_not_stop_the_others(client, cast, asked):
    asked[0].post.holders.create(person=cast.stranger)
    client.force_login(cast.reporter)
    keys = [one.pk for one in asked]
    page = client.post("/en/posts/asked/", {"holder": keys}, follow=True).content.decode()
    assert "2 posts are yours." in page
    assert "holds this post then" in page
