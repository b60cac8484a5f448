"""The sittings of every union in the library, with what is known of each."""

from django.db.models import Count, Q
from django.shortcuts import render

from resrec.library.models import Assembly
from resrec.web.public import public_page


@public_page
def assemblies(request):
    """All sittings, newest first within their series, with counts of what is known here."""
    sittings = (
        Assembly.objects.select_related("kind__collection", "country")
        .annotate(
            known_texts=Count("resolutions", distinct=True),
            titled_texts=Count(
                "resolutions", filter=Q(resolutions__texts__title__gt=""), distinct=True
            ),
            known_motions=Count("motions", distinct=True),
        )
        .order_by("kind__collection__position", "-kind__position", "-year_coded")
    )
    return render(request, "assemblies/list.html", {"sittings": sittings})
