"""What the sitemap names: every public page in each language, a part at a time.

A part is made while it is sent: 100,000 texts in three languages take no more memory than 500.
"""

from itertools import islice
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from django.conf import settings
from django.db.models import Max
from django.urls import reverse

from resrec.journal.models import Entry
from resrec.library.models import Assembly, Resolution, ResourceDocument
from resrec.reporting.models import ActivityReport, ProgressReport
from resrec.reporting.models.cycle import ReportingCycle
from resrec.web.held import held

LANGUAGES = [code for code, _name in settings.LANGUAGES]
# A part may name 50,000 addresses, in 50 MB: these are three each, some 1 kB altogether.
TEXTS_A_PART = 5000
AT_ONCE = 500
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


class Page(NamedTuple):
    """The address of a page in the language that is on, and the day it last changed, or None."""

    address: str
    changed: object = None


@held
def parts():
    """The names of the parts: "pages", "reports", and "texts-1" … as many as it takes."""
    texts = -(-Resolution.objects.count() // TEXTS_A_PART)
    return ["pages", "reports", *(f"texts-{number}" for number in range(1, texts + 1))]


def index():
    """Give the index of the parts, as pieces of XML."""
    yield f'{HEAD}<sitemapindex xmlns="{SITEMAP}">\n'
    for part in parts():
        address = settings.ORIGIN + reverse("sitemap_part", args=[part])
        yield f"<sitemap><loc>{escape(address)}</loc></sitemap>\n"
    yield "</sitemapindex>\n"


def written(part):
    """Give a part (one of `parts`), as pieces of XML."""
    yield f'{HEAD}<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">\n'
    pages = iter(_pages_of(part))
    while some := list(islice(pages, AT_ONCE)):
        yield "".join(map(_in_each_language, some))
    yield "</urlset>\n"


def _pages_of(part):
    noun, _, number = part.partition("-")
    return {"pages": _pages, "reports": _reports}[noun]() if not number else _texts(int(number))


def _pages():
    """Pages that stand by themselves, and the lists."""
    for name in ("home", "resolutions", "assemblies", "motions", "resources", "analyses"):
        yield Page(reverse(name))
    yield Page(reverse("data_policy"))
    for page in ResourceDocument.Page.values:
        yield Page(reverse("resource", args=[page]))
    for code in Assembly.objects.order_by("code").values_list("code", flat=True):
        yield Page(reverse("focal_points", args=[code]))
    cycles = ReportingCycle.objects.order_by("year").values_list("assembly__code", "year")
    for assembly, year in cycles.distinct():
        yield Page(reverse("analysis", args=[assembly, year]))


def _reports():
    published = ProgressReport.objects.published().select_related("resolution", "cycle")
    for report in published.order_by("pk").iterator(chunk_size=AT_ONCE):
        yield Page(report.get_absolute_url(), report.published_at)
    for report in ActivityReport.objects.current().order_by("pk").iterator(chunk_size=AT_ONCE):
        yield Page(report.get_absolute_url())


def _texts(number):
    start = (number - 1) * TEXTS_A_PART
    ids = Resolution.objects.order_by("pk").values_list("pk", flat=True)
    ids = list(ids[start : start + TEXTS_A_PART])
    # One address is put together by Django, the others after it.
    before, _, after = reverse("resolution", args=["-"]).rpartition("-")
    for begin in range(0, len(ids), AT_ONCE):
        some = ids[begin : begin + AT_ONCE]
        changed = _changed(some)
        texts = Resolution.objects.filter(pk__in=some).order_by("pk").values_list("pk", "code")
        for pk, code in texts:
            yield Page(f"{before}{code}{after}", changed.get(str(pk)))


def _changed(ids):
    """{id as text: when the journal last tells of it}"""
    told = Entry.objects.filter(
        subject_type=Resolution._meta.label_lower, subject_id__in=[str(pk) for pk in ids]
    )
    return dict(told.order_by().values_list("subject_id").annotate(last=Max("at")))


def _in_each_language(page):
    """The page's entry in each language, each with the addresses of all."""
    _language, _, rest = page.address.lstrip("/").partition("/")
    addresses = {language: f"{settings.ORIGIN}/{language}/{rest}" for language in LANGUAGES}
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(address)}/>'
        for language, address in addresses.items()
    )
    changed = f"<lastmod>{page.changed.date().isoformat()}</lastmod>" if page.changed else ""
    return "".join(
        f"<url><loc>{escape(address)}</loc>{changed}{alternates}</url>\n"
        for address in addresses.values()
    )
