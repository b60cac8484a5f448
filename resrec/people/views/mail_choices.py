"""Choosing how often to be reminded; the one press that ends reminders; the calendar's address."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from resrec.people.forms import MailChoicesForm
from resrec.people.models import MailChoices


@require_POST
def mail_choices(request):
    form = MailChoicesForm(request.POST)
    if form.is_valid():
        MailChoices.of(request.user).choose(**form.cleaned_data, by=request.user)
        messages.success(request, _("Your choices of mail have been saved."))
    else:
        messages.error(request, _("Nothing was changed: choose from what the page offers."))
    return redirect("profile")


@require_POST
def calendar_renewal(request):
    MailChoices.of(request.user).renew_calendar(by=request.user)
    messages.success(request, _("Your calendar has a new address."))
    return redirect(f"{reverse('profile')}#calendar")


@login_not_required
@csrf_exempt  # RFC 8058: mail programs post here without a session; the token says who
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request, token):
    """Ask on GET, for mail scanners follow links; end the reminders on POST."""
    choices = MailChoices.by_unsubscribe_token(token)
    if choices and request.method == "POST":
        choices.unsubscribe()
    context = {"choices": choices, "contact": settings.CONTACT}
    status = 200 if choices else 404
    response = render(request, "people/unsubscribe.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response
