"""Motions, each with the text it became where that is known."""

from django.db.models import Count
from django.shortcuts import render

from resrec.library.models import Assembly, Motion
from resrec.web.public import public_page


@public_page
def motions(request):
    """The motions of one assembly: the one asked for, else the latest of which any is known."""
    sittings = Assembly.objects.annotate(known_motions=Count("motions")).filter(known_motions__gt=0)
    sittings = list(sittings.order_by("-year_coded", "code"))
    asked = request.GET.get("assembly", "")
    chosen = next((sitting for sitting in sittings if sitting.code == asked), None)
    assembly = chosen or next(iter(sittings), None)
    found = Motion.objects.filter(assembly=assembly).select_related("became__kind")
    context = {
        "sittings": sittings,
        "assembly": assembly,
        "unknown": asked if not chosen else "",
        "motions": found.prefetch_related("became__texts"),
    }
    return render(request, "motions/list.html", context)
