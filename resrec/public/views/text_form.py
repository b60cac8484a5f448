"""One text in other forms than its page, by suffix: `/en/resolutions/WCC-2016-Res-087.json`."""

from django.shortcuts import redirect

from resrec.library import codes
from resrec.library.sittings import page_of
from resrec.library.spelling import tidy
from resrec.public.formats.answering import answer
from resrec.public.views.resolution import by_another_spelling
from resrec.web.public import public_page


@public_page
def text_form(request, code, suffix):
    """The text in this form; other spellings of its code lead to the one that counts."""
    text = page_of(tidy(code))
    if text is not None:
        return answer(request, text, suffix)
    if meant := codes.look_up(code).only:
        return redirect("text_form", meant.code, suffix, permanent=True)
    return by_another_spelling(request, code)
