"""Coming in by a personal link: opening it shows whose it is and what is asked, one press signs in
and, where it is to say yes to that, says so."""

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from resrec.journal.outbox import post
from resrec.people.asking import is_too_often, network_of
from resrec.people.forms import SignInByMailForm
from resrec.people.link_questions import question_of
from resrec.people.models import User
from resrec.people.personal_links import find, fresh, personal_link as new_link, use

STATUS = {"damaged": 400, "blocked": 403, "gone": 410, "expired": 410, "withdrawn": 410}
A_PERSON, A_NETWORK = 5, 30  # links an hour
SIGN_IN_DAYS = 1


def kept_to_oneself(response):
    """A page about a link is not to be found. Other sites are not told its address either: the
    site's policy is *same-origin*; with none at all a browser would send its form without origin,
    and it would be refused."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def personal_link(request, token):
    found = find(token)
    if found.problem:
        return does_not_open(request, token, found)
    question = question_of(found.link)
    if request.method == "POST":
        if request.user.is_authenticated:
            logout(request)
        use(found.link, request)
        if question and question.answered_by in request.POST:
            return question.accept(request)
        return redirect(found.link.path)
    other = request.user if request.user.is_authenticated else None
    context = {
        "link": found.link,
        "question": question,
        "other": other if other != found.link.person else None,
        **(question.context if question else {}),
    }
    return kept_to_oneself(render(request, "people/personal_link.html", context))


def does_not_open(request, token, found):
    context = {
        "problem": found.problem,
        "token": token,
        "has_link": found.link is not None and found.problem != "blocked",
        "contact": settings.CONTACT,
    }
    page = render(request, "people/link_does_not_open.html", context, status=STATUS[found.problem])
    return kept_to_oneself(page)


@never_cache
@login_not_required
@require_POST
def personal_link_fresh(request, token):
    """Mail a new link to whom the old one was for; the page never tells more than the old did."""
    found = find(token)
    if found.link and found.problem in ("expired", "withdrawn"):
        address = fresh(found.link)
        if address:
            post(found.link.person, "people/mail/fresh_link", address=address)
    return kept_to_oneself(render(request, "people/link_is_on_its_way.html"))


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_by_mail(request):
    """Mail a link to an address; the answer is the same whether anyone here has it."""
    form = SignInByMailForm(request.POST or None)
    if not form.is_valid():
        return render(request, "people/sign_in_by_mail.html", {"form": form})
    address = form.cleaned_data["email"]
    by_address = is_too_often(f"person:{address.lower()}", A_PERSON)
    by_network = is_too_often(f"network:{network_of(request)}", A_NETWORK)
    if by_address or by_network:
        return render(request, "people/too_many_links.html", status=429)
    person = User.objects.filter(email__iexact=address, is_active=True).first()
    if person:
        with override(person.language):
            desk = reverse("desk")
        link = new_link(person, desk, days=SIGN_IN_DAYS)
        post(person, "people/mail/sign_in_link", address=link)
    return kept_to_oneself(render(request, "people/link_is_on_its_way.html"))
