"""The languages of one text beside each other."""

from django.shortcuts import render

from resrec.library.sittings import page_of
from resrec.library.spelling import tidy
from resrec.public.side_by_side import SideBySide
from resrec.public.views.resolution import by_another_spelling
from resrec.web.public import public_page


@public_page
def side_by_side(request, code):
    """`?text=en,fr` says which; without it, all that are held."""
    text = page_of(tidy(code))
    if text is None:
        return by_another_spelling(request, code)
    sides = SideBySide(text, request.GET.getlist("text"))
    return render(request, "resolutions/side_by_side.html", {"text": text, "sides": sides})
