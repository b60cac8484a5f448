"""What an attachment is told by its content, and its name has to agree."""

import io
import zipfile

import pytest

from resrec.rules import RuleBroken
from resrec.web.file_kinds import SHEET, WORD, kind_of

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(60) + b"IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe1\0\x10Exif\0\0" + bytes(60) + b"\xff\xd9"
WEBP = b"RIFF\x40\0\0\0WEBPVP8 " + bytes(60)
AVI = b"RIFF\x40\0\0\0AVI LIST" + bytes(60)
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
EXE = b"MZ\x90\0\3\0\0\0" + bytes(200)
GIF_PAGE = b"GIF89a/*<html><script>alert(1)</script>*/" + bytes(20)


def archive(**entries):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def office(kind, **more):
    declared = f'<Types><Override ContentType="{kind}.main+xml"/></Types>'
    return archive(**{"[Content_Types].xml": declared, "word__document.xml": "<a/>"}, **more)


def opendocument(kind):
    return archive(mimetype=f"application/vnd.oasis.opendocument.{kind}", content="<a/>")


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("letter.pdf", PDF, "application/pdf"),
        ("Map.PNG", PNG, "image/png"),
        ("photo.jpg", JPEG, "image/jpeg"),
        ("photo.jpeg", JPEG, "image/jpeg"),
        ("photo.webp", WEBP, "image/webp"),
        ("minutes.docx", office(WORD), WORD),
        ("counts.xlsx", office(SHEET), SHEET),
        ("minutes.odt", opendocument("text"), "application/vnd.oasis.opendocument.text"),
        (
            "counts.ods",
            opendocument("spreadsheet"),
            "application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("notes.txt", "Élan vu à Kesten\n".encode(), "text/plain"),
        ("counts.csv", "espèce;nombre\nloutre;3\n".encode("cp1252"), "text/csv"),
        ("bmw.txt", b"BM is how this note begins", "text/plain"),
    ],
)
def test_what_is_accepted(name, content, media_type):
    assert kind_of(io.BytesIO(content), name).media_type == media_type


@pytest.mark.parametrize(
    "name", ["run.exe", "page.html", "drawing.svg", "old.doc", "macro.docm", "x"]
)
def test_other_endings_are_refused_and_the_accepted_ones_named(name):
    with pytest.raises(RuleBroken, match=r"pdf, docx, xlsx, odt, ods, png, jpg, webp, csv, txt"):
        kind_of(io.BytesIO(PDF), name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.pdf", PNG),
        ("letter.pdf", b"just words"),
        ("photo.png", JPEG),
        ("film.webp", AVI),
        ("photo.jpg", EXE),
        ("notes.txt", EXE),
        ("notes.txt", b"<!DOCTYPE html><script>alert(1)</script>"),
        ("notes.txt", b"\xef\xbb\xbf \n<svg onload=alert(1)>"),
        ("counts.csv", PDF.replace(b"\xe2\xe3\xcf\xd3", b"")),
        ("counts.csv", b"#!/bin/sh\nrm -r x\n"),
        ("minutes.docx", office(SHEET)),
        ("minutes.docx", archive(notes="any archive")),
        ("minutes.docx", office(WORD, **{"word__vbaProject.bin": "macro"})),
        ("minutes.docx", office(WORD.replace("wordprocessingml", "presentationml"))),
        ("minutes.docx", b"PK\x03\x04 not an archive at all"),
        ("minutes.odt", opendocument("spreadsheet")),
        ("book.odt", archive(mimetype="application/epub+zip")),
    ],
)
def test_a_name_that_lies_is_refused(name, content):
    with pytest.raises(RuleBroken, match="not what its name says"):
        kind_of(io.BytesIO(content), name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.png", PNG + archive(run="an archive behind the image")),
        ("photo.jpg", JPEG + b"<html><script>alert(1)</script>"),
        ("photo.png", PNG + PDF),
        ("letter.pdf", b"\n" + PDF),
        ("minutes.docx", b"<html>" + office(WORD)),
        ("photo.png", GIF_PAGE),
    ],
)
def test_two_kinds_in_one_file_are_refused(name, content):
    with pytest.raises(RuleBroken, match="not what its name says"):
        kind_of(io.BytesIO(content), name)


def test_an_archive_whose_content_is_damaged_is_refused():
    whole = office(WORD)
    at = whole.index(b"[Content_Types].xml") + len("[Content_Types].xml")
    with pytest.raises(RuleBroken):
        kind_of(io.BytesIO(whole[:at] + b"\xff" * 20 + whole[at + 20 :]), "minutes.docx")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_packed_as_no_office_does_is_refused(method):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        made.writestr("[Content_Types].xml", f'<Types ContentType="{WORD}.main+xml"/>')
    with pytest.raises(RuleBroken):
        kind_of(file, "minutes.docx")


def test_an_archive_that_expands_without_end_is_read_to_a_bound():
    bomb = archive(**{"[Content_Types].xml": b"0" * 50_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(RuleBroken):
        kind_of(io.BytesIO(bomb), "minutes.docx")
