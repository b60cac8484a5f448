"""The open needs on one assembly's texts, by kind and country: what a donor looks for."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from resrec.library.models import Assembly
from resrec.public.open_needs import OpenNeeds
from resrec.web.public import public_page

NEEDS_A_PAGE = 50


@public_page
@require_safe
def open_needs(request, assembly):
    assembly = get_object_or_404(Assembly.objects.select_related("kind__collection"), code=assembly)
    found = OpenNeeds(assembly, request.GET.get("kind", ""), request.GET.get("country", ""))
    page = Paginator(found.needs, NEEDS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "needs/open.html", {"found": found, "page": page, "assembly": assembly})
