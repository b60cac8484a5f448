"""Pages of documents that take longer to make: what there is, how far it is, and asking for it.

They move without the public revision, so that they are no `@public_page`: nobody keeps them.
"""

from typing import NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language, gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from resrec.analysis import analyses as known
from resrec.analysis.views.analysis import analysis
from resrec.documents.building import collected as collecting, text_record
from resrec.documents.formats import FORMATS, Format, as_file
from resrec.documents.models import MadeDocument, Status
from resrec.library.sittings import page_of
from resrec.library.spelling import tidy
from resrec.public.views.resolution import by_another_spelling

AGAIN_AFTER = 3  # seconds until a page that waits looks again


class Wanted(NamedTuple):
    """A document whatever the format; `page` and `file` are names of addresses, `about` is the name
    and the address of the page that says the same."""

    kind: str
    subject: str
    year: int
    title: str
    page: str
    file: str
    arguments: tuple
    about: tuple[str, str]

    @property
    def address(self):
        return reverse(self.page, args=self.arguments)

    def address_as(self, suffix):
        return reverse(self.file, args=[*self.arguments, suffix])

    @property
    def which(self):
        """What tells its rows from others, in the page's language."""
        return {
            "kind": self.kind,
            "subject": self.subject,
            "year": self.year,
            "language": get_language(),
        }


class Offer(NamedTuple):
    """A format of a document: `ready` is the file there is, `open` the one in the making, `failed`
    the last try; each a MadeDocument or None. A document `at_once` needs none of them."""

    suffix: str
    format: Format
    address: str
    at_once: bool
    ready: MadeDocument | None
    open: MadeDocument | None
    failed: MadeDocument | None


def of_congress(congress, cycle):
    named = {"year": cycle.year, "congress": str(congress)}
    return Wanted(
        kind="collected",
        subject=congress.code,
        year=cycle.year,
        title=_("Progress Reports %(year)s: %(congress)s") % named,
        page="collected",
        file="collected_file",
        arguments=(congress.code, cycle.year),
        about=(
            _("Analysis %(year)s: %(congress)s") % named,
            reverse("analysis", args=[congress.code, cycle.year]),
        ),
    )


def of_text(text):
    return Wanted(
        kind="record",
        subject=text.code,
        year=0,
        title=_("%(code)s with its implementation record") % {"code": text.label},
        page="record",
        file="record_file",
        arguments=(text.code,),
        about=(text.label, text.get_absolute_url()),
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def collected(request, assembly, year):
    """The Progress Reports of a Congress and cycle to take away, or to have made."""
    congress, cycle = known.find(assembly, year)
    if cycle is None:
        return analysis(request, assembly, year)
    is_large = collecting.is_large(congress, cycle)
    shown = collecting.gathered(congress, cycle)
    return _page(
        request, of_congress(congress, cycle), is_large, "documents/collected.html", gathered=shown
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def record(request, code):
    """A text with its implementation record to take away, or to have made."""
    text = page_of(tidy(code))
    if text is None:
        return by_another_spelling(request, code)
    return _page(request, of_text(text), text_record.is_large(text))


def made_file(request, wanted, suffix):
    """Answer with the newest file that was made; lead to its page where there is none."""
    ready = _rows(wanted).filter(suffix=suffix, status=Status.READY).order_by("-made_at").first()
    if ready is None:
        return redirect(wanted.address)
    response = as_file(FileResponse(ready.file.open()), ready.name, suffix, ready.language)
    response["ETag"] = f'"{ready.fingerprint[:32]}-{ready.pk}"'
    patch_cache_control(response, no_cache=True)
    return response


def _page(request, wanted, is_large, template="documents/later.html", **more):
    if request.method == "POST":
        if request.POST.get("format") in FORMATS and is_large:
            MadeDocument.ask(**wanted.which, suffix=request.POST["format"])
        return redirect(wanted.address)
    offers = _offers(wanted, is_large)
    waits = any(offer.open for offer in offers)
    context = {"wanted": wanted, "offers": offers, "waits": waits, **more}
    response = render(request, template, context)
    if waits:
        response["Refresh"] = str(AGAIN_AFTER)
    return response


def _rows(wanted):
    return MadeDocument.objects.of(**wanted.which)


def _offers(wanted, is_large):
    rows = list(_rows(wanted).order_by("-asked_at")) if is_large else []

    def row(suffix, *statuses):
        return next((r for r in rows if r.suffix == suffix and r.status in statuses), None)

    return [
        Offer(
            suffix=suffix,
            format=format_,
            address=wanted.address_as(suffix),
            at_once=not is_large,
            ready=row(suffix, Status.READY),
            open=row(suffix, Status.WAITING, Status.MAKING),
            failed=row(suffix, Status.FAILED),
        )
        for suffix, format_ in FORMATS.items()
    ]
