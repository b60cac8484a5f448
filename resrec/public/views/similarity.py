"""Texts with much in common: those near one, two beside each other, and a draft against all."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from resrec.library.models import Resolution
from resrec.library.spelling import tidy
from resrec.public.comparing import Comparison
from resrec.public.drafts import Draft, DraftForm, turn
from resrec.public.similar_texts import similar_texts as nearest_to
from resrec.public.views.resolution import by_another_spelling
from resrec.web.public import public_page


@public_page
def similar_texts(request, code):
    """The texts nearest to one, with the passages that make them so."""
    text = Resolution.objects.for_display().filter(code=tidy(code)).first()
    if text is None:
        return by_another_spelling(request, code)
    context = {"text": text, "similar": nearest_to(text)}
    return render(request, "similar_texts/page.html", context)


# Whoever sends a draft here from elsewhere gains nothing: it changes nothing, keeps nothing, and
# tells nothing that the public pages do not tell. Without a token the empty form is a page for
# everyone and may be kept.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@public_page
def comparison(request):
    """An empty form; two texts side by side (`?a=…&b=…`); or, posted, what is said on a draft."""
    if request.method == "POST":
        return _compare_draft(request)
    comparison = Comparison(*(request.GET.get(name, "") for name in ("a", "b", "text")))
    if comparison.is_asked:
        return render(request, "comparisons/texts.html", {"comparison": comparison})
    context = {"form": DraftForm(), "comparison": comparison}
    return render(request, "comparisons/form.html", context)


def _compare_draft(request):
    form = DraftForm(request.POST)
    context = {"form": form, "comparison": Comparison()}
    if not form.is_valid():
        return render(request, "comparisons/form.html", context)
    with turn() as has_come:
        if has_come:
            context["draft"] = Draft(**form.cleaned_data)
            return render(request, "comparisons/draft.html", context)
    form.add_error(None, _("Others are comparing drafts just now. Send yours again in a moment."))
    return render(request, "comparisons/form.html", context, status=503)
