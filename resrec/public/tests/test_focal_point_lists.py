"""The focal points of a Congress, as page and as spreadsheet."""

from html import unescape
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from resrec.library.models import Resolution
from resrec.reporting.models import FocalPoint

pytestmark = pytest.mark.django_db
SHEET = "/en/focal-points/WCC-2016.xlsx"
NS = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def rows_of(content):
    """Read the cells of the first sheet, row by row, from the file itself."""
    with ZipFile(BytesIO(content)) as book:
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml")).findall("x:si", NS)
        words = [
            "".join(t.text or "" for t in string.iter(f"{{{NS['x']}}}t")) for string in strings
        ]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert not sheet.findall(".//x:f", NS), "a formula"
    return [
        [words[int(v.text)] if (v := cell.find("x:v", NS)) is not None else "" for cell in row]
        for row in sheet.find("x:sheetData", NS)
    ]


def test_the_page_shows_roles_and_constituents_and_hides_people(client, cast):
    page = client.get("/en/focal-points/WCC-2016/").content.decode()
    assert cast.secretariat.name in page
    assert "Secretariat focal point" in page
    assert cast.focal_point.name not in page
    others = Resolution.objects.filter(assembly__code="WCC-2016").count() - 1
    assert f"{others} texts without a focal point on record" in page


def test_the_sheet_has_a_row_for_each_post_and_each_text_without_one(client, cast):
    answer = client.get(SHEET)
    assert answer["Content-Type"].startswith("application/vnd.openxmlformats")
    assert 'filename="focal-points-WCC-2016-en.xlsx"' in answer["Content-Disposition"]
    header, *rows = rows_of(answer.content)
    assert header == ["Code", "Title", "Role", "Constituent", "Person", "Paragraphs"]
    assert len(rows) == Resolution.objects.filter(assembly__code="WCC-2016").count()
    row = next(row for row in rows if row[0] == "WCC 2016 Res 087")
    assert row[2:] == ["Secretariat focal point", cast.secretariat.name, "", ""]


def test_the_sheet_names_those_who_agree_and_says_vacant(client, cast):
    cast.focal_point.agrees_to_be_named = True
    cast.focal_point.save()
    FocalPoint.objects.create(resolution=cast.resolution, role_id="member", constituent=cast.member)
    people = [row[4] for row in rows_of(client.get(SHEET).content) if row[0] == "WCC 2016 Res 087"]
    assert people == [cast.focal_point.name, "vacant"]


def test_an_address_never_stands_in_for_a_name(client, cast):
    cast.focal_point.agrees_to_be_named, cast.focal_point.name = True, ""
    cast.focal_point.save()
    people = [row[4] for row in rows_of(client.get(SHEET).content) if row[0] == "WCC 2016 Res 087"]
    assert people == [""]
    for page in ("/en/focal-points/WCC-2016/", cast.resolution.get_absolute_url()):
        assert cast.focal_point.email not in client.get(page).content.decode()


def test_what_looks_like_a_formula_is_made_harmless(client, cast):
    cast.resolution.texts.update(title='=HYPERLINK("https://example.org")')
    titles = [row[1] for row in rows_of(client.get(SHEET).content)]
    assert '\'=HYPERLINK("https://example.org")' in titles


def test_roles_are_in_the_language_of_the_page(client, cast):
    rows = rows_of(client.get("/fr/focal-points/WCC-2016.xlsx").content)
    assert "Point focal du Secrétariat" in [row[2] for row in rows]


@pytest.mark.parametrize("address", ["focal-points/WCC-1999/", "focal-points/WCC-1999.xlsx"])
def test_an_unknown_assembly_is_not_found(client, address):
    assert client.get(f"/en/{address}").status_code == 404


def test_an_assembly_without_texts_says_so(client):
    page = unescape(client.get("/en/focal-points/GA-1948/").content.decode())
    assert "No text of this assembly is known here yet." in page
    assert len(rows_of(client.get("/en/focal-points/GA-1948.xlsx").content)) == 1


def test_the_list_asks_a_fixed_number_of_questions(client, cast, django_assert_max_num_queries):
    for text in Resolution.objects.filter(assembly__code="WCC-2016")[:20]:
        FocalPoint.objects.create(resolution=text, role_id="member", constituent=cast.member)
    client.get("/en/focal-points/WCC-2016/")
    with django_assert_max_num_queries(10):
        client.get("/en/focal-points/WCC-2016/")


def test_a_vacancy_is_seen_at_once_and_who_is_asked_is_not(client, cast):
    post = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.member
    )
    cast.reporter.agrees_to_be_named = True
    cast.reporter.save()
    asked = post.invite(cast.reporter, by=cast.officer)
    for address in ("/en/focal-points/WCC-2016/", cast.resolution.get_absolute_url()):
        page = client.get(address).content.decode()
        assert page.count(">vacant<") == 1
        assert cast.member.name in page
        assert cast.reporter.name not in page
    assert "2 posts, 1 of them vacant" in client.get("/en/focal-points/WCC-2016/").content.decode()
    asked.accept(by=cast.reporter)
    page = client.get(cast.resolution.get_absolute_url()).content.decode()
    assert ">vacant<" not in page
    assert cast.reporter.name in page


@pytest.mark.parametrize(
    ("who", "led_there"), [("officer", 1), ("focal_point", 1), ("stranger", 0)]
)
def test_who_may_read_a_post_is_led_to_it(client, cast, who, led_there):
    post = FocalPoint.objects.get(role="secretariat_lead")
    for address in ("/en/focal-points/WCC-2016/", cast.resolution.get_absolute_url()):
        assert post.get_absolute_url() not in client.get(address).content.decode()
    client.force_login(getattr(cast, who))
    for address in ("/en/focal-points/WCC-2016/", cast.resolution.get_absolute_url()):
        assert client.get(address).content.decode().count(post.get_absolute_url()) == led_there
    client.logout()
