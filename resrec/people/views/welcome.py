"""What a person finds who works for no constituent yet."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from resrec.people.forms import JoiningForm
from resrec.people.models import Constituent
from resrec.rules import RuleBroken


def welcome(request):
    """Say what to do next, and take the request to be joined to a constituent."""
    if request.user.has_work_here:
        return redirect("desk")
    form = JoiningForm(request.POST or None)
    if form.is_valid() and _asked(request, form):
        return redirect("welcome")
    context = {
        "form": form,
        "asked": request.user.posts.asked().for_display(),
        "contact": settings.CONTACT,
        "asked_at": request.user.asked_to_join_at,
        "bodies": Constituent.objects.current().resolved(),
    }
    return render(request, "people/welcome.html", context)


def _asked(request, form):
    try:
        request.user.ask_to_join(**form.cleaned_data)
    except RuleBroken as rule:
        form.add_error(None, rule)
        return False
    messages.success(request, _("Your request has been sent to the Secretariat."))
    return True
