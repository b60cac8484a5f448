"""What a person follows: the list, following something, letting it go."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from resrec.library.models import Followed
from resrec.public.following.asked import Asked
from resrec.public.following.news import criteria_of, news_on
from resrec.reporting.forms.paragraph_choices import label_with_words
from resrec.rules import RuleBroken


@require_safe
def following(request):
    """Everything followed, and what is new since the person was last told of it."""
    rows = list(
        Followed.objects.filter(person=request.user)
        .select_related("resolution__assembly__kind", "paragraph")
        .prefetch_related("resolution__texts")
    )
    news = {one.followed.pk: one.news for one in news_on(rows)}
    lines = [(one, criteria_of(one) if one.search else None, news.get(one.pk, ())) for one in rows]
    return render(request, "following/list.html", {"lines": lines})


@require_http_methods(["GET", "HEAD", "POST"])
def follow(request):
    """Ask once, then follow; opening the page changes nothing."""
    asked = Asked.of(request.POST if request.method == "POST" else request.GET)
    if asked is None:
        return redirect("following")
    if request.method != "POST":
        return render(request, "following/follow.html", {"asked": asked, **_choices(asked)})
    try:
        Followed.begin(request.user, **asked.row)
    except RuleBroken as rule:
        messages.error(request, rule)
    else:
        messages.success(
            request, _("You follow it now. News comes by e-mail, as often as you chose.")
        )
    return redirect("following")


@require_POST
def followed_let_go(request, pk):
    followed = get_object_or_404(Followed, pk=pk, person=request.user)
    followed.end(by=request.user)
    messages.success(request, _("You follow it no more."))
    return redirect("following")


def _choices(asked):
    """The operative paragraphs of a text, to follow one of them alone."""
    if not asked.resolution:
        return {}
    paragraphs = asked.resolution.paragraphs.filter(kind="operative").prefetch_related("texts")
    return {"choices": [(one.path, label_with_words(one)) for one in paragraphs]}
