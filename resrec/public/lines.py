"""A text as one line of a list: code, kind, where and when, title, a passage, its last status.

A list of hits is asked oftener than any other page and each search is another, so a line is put
together here from four plain queries a page and not by the template engine.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext as _

from resrec.library.codes import nearest
from resrec.library.models import Assembly, Resolution, ResolutionKind, ResolutionText, Standing
from resrec.library.search.clause import Clause
from resrec.library.search.passages import Marker, Passage, passages
from resrec.public.facets import latest_reports
from resrec.reporting.models import ImplementationStatus
from resrec.web.held import held
from resrec.web.prepared import Prepared


@dataclass(frozen=True)
class Line:
    """What is shown of one text. `title` is HTML, empty where no title is known; `standing` is
    empty while the text is active.
    """

    code: str
    address: str
    kind: str
    place: str
    year: int
    standing: str
    is_demonstration: bool
    title: str
    language: str
    passage: Passage | None = None
    passage_html: str = ""
    status_html: str = ""

    @property
    def label(self):
        return self.code.replace("-", " ")

    @property
    def html(self) -> SafeString:
        address = escape(self.address)
        tags = [name for is_so, name in self._tags if is_so]
        parts = [
            '<li class="text-line"><p class="eyebrow">',
            f"<span>{escape(self.label)}</span><span>{escape(self.kind)}</span>",
            f"<span>{escape(self.place)}, {self.year}</span>{''.join(tags)}</p>",
            f'<p class="title"><a href="{address}">{self._title}</a></p>',
            self._passage(address),
            f'<p class="small">{self.status_html}</p>' if self.status_html else "",
            "</li>",
        ]
        return mark_safe("".join(parts))  # noqa: S308  each part is escaped

    @property
    def _tags(self):
        yield bool(self.standing), f' <span class="tag archived">{escape(self.standing)}</span>'
        made_up = escape(_("demonstration"))
        yield self.is_demonstration, f' <span class="tag demonstration">{made_up}</span>'

    @property
    def _title(self):
        if self.title:
            return f'<span lang="{self.language}">{self.title}</span>'
        return escape(_("%(code)s, title not known") % {"code": self.label})

    def _passage(self, address):
        if not self.passage:
            return ""
        number = ""
        if self.passage.number:
            paragraph = escape(_("Paragraph"))
            hidden = f'<span class="visually-hidden">{paragraph} </span>'
            link = f"{address}#{escape(self.passage.path)}"
            number = f'<a href="{link}">{hidden}{escape(self.passage.number)}</a> '
        words = f'<span lang="{self.passage.language}">{self.passage_html}</span>'
        return f'<p class="passage">{number}{words}</p>'


_texts = Prepared(
    lambda ids: (
        Resolution.objects.filter(pk__in=ids)
        .order_by()
        .values_list("pk", "code", "kind", "assembly", "standing", "succeeded_by__code")
    )
)
_entitled = Prepared(
    lambda ids: (
        ResolutionText.objects.filter(resolution__in=ids)
        .order_by("version")
        .values_list("resolution_id", "language", "title")
    )
)


def lines(ids: Iterable[int], clause: Clause | None = None) -> list[Line]:
    """Give the lines of these texts, in this order; the words of the clause are marked."""
    ids = list(ids)
    language = get_language() or "en"
    marker, found = Marker(clause), passages(ids, clause, language) if clause else {}
    titles, reports = _titles(ids), latest_reports()
    filed, list_address = _filed(language), reverse("resolutions")
    made = {}
    for pk, code, kind, assembly, standing, successor in _texts(ids):
        place, year, is_demonstration = filed.assemblies[assembly]
        written_in, title = _title_in(language, titles[pk])
        passage = found.get(pk)
        made[pk] = Line(
            code=code,
            address=f"{list_address}{code}/",
            kind=filed.kinds.get(kind) or _("kind not known"),
            place=place,
            year=year,
            standing=_standing(standing, successor),
            is_demonstration=is_demonstration,
            title=_html(marker.mark(title, written_in)) if title else "",
            language=written_in,
            passage=passage,
            passage_html=_html(passage.parts) if passage else "",
            status_html=_status(reports[pk], filed) if pk in reports else "",
        )
    return [made[pk] for pk in ids if pk in made]


def _standing(standing, successor):
    """How a text stands that is no longer active: "archived", "superseded by ALR 2024 Res 002"."""
    if standing == Standing.ACTIVE:
        return ""
    if not successor:
        return Standing(standing).label
    by = {"code": successor.replace("-", " ")}
    if standing == Standing.CONSOLIDATED:
        return _("consolidated into %(code)s") % by
    return _("superseded by %(code)s") % by


def nearest_lines(code: str) -> list[Line]:
    """Give the lines of the texts whose codes come close to one that is not known."""
    return lines(text.pk for text in nearest(code))


def _titles(ids):
    """{id: {language: newest title}}"""
    titles: dict[int, dict[str, str]] = defaultdict(dict)
    for pk, language, title in _entitled(ids):
        titles[pk][language] = title
    return titles


def _title_in(language, titles):
    """(language, title) in the page's language, else in English, French or Spanish."""
    for code in (language, "en", "fr", "es"):
        if titles.get(code):
            return code, titles[code]
    return "", ""


def _html(parts):
    return "".join(
        f"<mark>{escape(text)}</mark>" if is_marked else escape(text) for text, is_marked in parts
    )


@dataclass(frozen=True)
class Filed:
    """Words of the vocabularies: {assembly id: (place, year held, whether it is invented)},
    {kind: label}, and {status: how it is drawn everywhere}, None where it is not stated.
    """

    assemblies: dict[int, tuple[str, int, bool]]
    kinds: dict[str, str]
    statuses: dict[str | None, str]


@held
def _filed(language):
    sittings = Assembly.objects.select_related("kind__collection")
    statuses = [None, *ImplementationStatus.objects.all()]
    return Filed(
        {
            one.pk: (one.place, one.year_held, one.kind.collection.is_demonstration)
            for one in sittings
        },
        {kind.pk: kind.label for kind in ResolutionKind.objects.all()},
        {
            status and status.pk: render_to_string(
                "components/status.html", {"status": status, "explain": False}
            )
            for status in statuses
        },
    )


def _status(report, filed):
    """The last published status, and the year it is of; `report` is a pair of these."""
    status, year = report
    known = _("Progress Report for %(year)s") % {"year": year}
    said = known if year else _("Progress Report, year not known")
    return f'{filed.statuses[status]} <span class="quiet">{escape(said)}</span>'
