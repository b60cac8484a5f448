"""What a text cites and what cites it, through time."""

from django.shortcuts import render
from django.utils.translation import get_language

from resrec.library.citations.chain import Chain
from resrec.library.models import Resolution
from resrec.library.spelling import tidy
from resrec.public.citation_drawing import draw
from resrec.public.citing import Citing
from resrec.public.views.resolution import by_another_spelling
from resrec.web.public import public_page


@public_page
def citations(request, code):
    text = Resolution.objects.for_display().filter(code=tidy(code)).first()
    if text is None:
        return by_another_spelling(request, code)
    language = get_language() or "en"
    chain = Chain(text, language)
    context = {
        "text": text,
        "chain": chain,
        "drawing": draw(chain),
        "citing": Citing(text, language),
    }
    return render(request, "citations/chain.html", context)
