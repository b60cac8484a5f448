"""All posts that a person is asked to take, answered together."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_http_methods

from resrec.people.link_questions import Question, asks
from resrec.reporting.assigning.answering import answer_all
from resrec.reporting.forms.post import DeclineForm

SHOWN = 200  # more are shown once these are answered


def posts_question(person):
    """What an assignment asks, on the page of the link that was mailed with it."""
    asked = posts_asked_of(person)[:SHOWN]
    return (asked or None) and Question(
        title=_("Will you take these posts?"),
        template="posts/asked_lines.html",
        context={"asked": asked},
        button=_("Accept the ticked posts"),
        accept=answered,
    )


def posts_asked_of(person):
    return person.posts.asked().for_display().order_by("post__resolution", "pk")


@asks(posts_question)
@require_http_methods(["GET", "HEAD", "POST"])
def posts_asked(request):
    if request.method == "POST":
        return answered(request)
    return asked_page(request)


def asked_page(request, declining=None, ticked=None):
    asked = posts_asked_of(request.user)
    context = {
        "asked": asked[:SHOWN],
        "number": asked.count(),
        "shown": SHOWN,
        "declining": declining or DeclineForm(),
        "ticked": ticked,
    }
    return render(request, "posts/asked.html", context)


def answered(request):
    """Answer for the ticked posts: accept, or decline with a word."""
    keys = set(request.POST.getlist("holder"))
    asked = request.user.posts.asked().select_related("invited_by").for_display()
    ticked = [holder for holder in asked if str(holder.pk) in keys]
    declines = "decline" in request.POST
    form = DeclineForm(request.POST if declines else None)
    if declines and not form.is_valid():
        return asked_page(request, declining=form, ticked={holder.pk for holder in ticked})
    reason = form.cleaned_data["reason"] if declines else ""
    number, refused = answer_all(ticked, by=request.user, accepts=not declines, reason=reason)
    for words in refused:
        messages.error(request, words)
    if not ticked:
        messages.error(request, _("Choose at least one line."))
    elif number and declines:
        words = ngettext("%(number)d post is declined.", "%(number)d posts are declined.", number)
        messages.success(request, words % {"number": number})
    elif number:
        words = ngettext("%(number)d post is yours.", "%(number)d posts are yours.", number)
        messages.success(request, words % {"number": number})
    return redirect("posts_asked")
