"""Adopted texts: the list with its criteria, and the page of each."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.urls import reverse

from resrec.library import codes
from resrec.library.models import Resolution
from resrec.library.sittings import page_of
from resrec.library.spelling import tidy
from resrec.public.criteria import LONGEST_NAMED, ORDERS, Criteria
from resrec.public.formats.answering import answer, wished
from resrec.public.hits import Hits
from resrec.public.lines import nearest_lines
from resrec.public.narrowing import groups, picked
from resrec.public.search import Search
from resrec.public.taking_away import takings
from resrec.public.text_page import text_page
from resrec.web.held import held
from resrec.web.public import public_page

TEXTS_A_PAGE = 20


@public_page
def resolutions(request):
    """The list; a query that is the code of one text, and nothing else, leads to that text."""
    criteria = Criteria.read(request.GET)
    if criteria.only_text:
        return redirect(criteria.only_text)
    search = Search(criteria)
    asked = request.GET.get("page", "")
    page = Paginator(Hits(search), TEXTS_A_PAGE).get_page(asked or 1)
    context = {
        "criteria": criteria,
        "search": search,
        "orders": ORDERS,
        "page": page,
        "no_such_page": asked[:LONGEST_NAMED] if asked and asked != str(page.number) else "",
        "groups": groups(search),
        "picked": picked(search),
        "taken_away": takings(criteria),
        "known": _known(),
    }
    return render(request, "resolutions/list.html", context)


@public_page
def resolution(request, code):
    """The page of one text, or another form of it by the header Accept.

    Other spellings of its code lead to the one address it has.
    """
    text = page_of(tidy(code))
    if text is None:
        return by_another_spelling(request, code)
    if "," in (languages := request.GET.get("text", "")):
        beside = reverse("side_by_side", args=[text.code])
        return redirect(f"{beside}?{urlencode({'text': languages})}")
    if suffix := wished(request):
        return answer(request, text, suffix)
    return render(request, "resolutions/page.html", text_page(text, request))


@public_page
def resolution_of_sitting(request, sitting, number):
    """The spelling with a stroke in it: `resolutions/16/5/`."""
    return by_another_spelling(request, f"{sitting}/{number}")


def by_another_spelling(request, code):
    """Answer for a code that no text bears as it stands: redirect, offer, or say what is near."""
    found = codes.look_up(code)
    if found.only:
        query = request.META["QUERY_STRING"]
        address = found.only.get_absolute_url() + (f"?{query}" if query else "")
        return redirect(address, permanent=True)
    if found.texts:
        return redirect(f"{reverse('resolutions')}?{urlencode({'q': tidy(code)})}")
    context = {"code": tidy(code), "nearest": nearest_lines(code), "found": found}
    return render(request, "resolutions/unknown.html", context, status=404)


@held
def _known():
    """How many texts the library knows: all, without a title, and invented ones."""
    made_up = Q(assembly__kind__collection__is_demonstration=True)
    titled = Q(texts__title__gt="")
    return Resolution.objects.aggregate(
        known=Count("pk", distinct=True),
        titled=Count("pk", filter=titled, distinct=True),
        made_up=Count("pk", filter=made_up, distinct=True),
    )
