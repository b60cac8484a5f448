"""What the site knows about the person who reads it."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _, override

from resrec.people.forms import MailChoicesForm, ProfileForm
from resrec.people.models import MailChoices


def profile(request):
    """Show name, bodies and posts; language and consent to be named can be changed."""
    person = request.user
    chosen = {"language": person.language, "agrees_to_be_named": person.agrees_to_be_named}
    form = ProfileForm(request.POST or None, initial=chosen)
    if form.is_valid():
        person.change_profile(**form.cleaned_data)
        with override(person.language):
            messages.success(request, _("Your profile has been saved."))
            return redirect(reverse("profile"))
    choices = MailChoices.of(person)
    context = {
        "form": form,
        "mail_form": MailChoicesForm(initial=_chosen(choices)),
        "choices": choices,
        "bounce": person.bounce,
        "origin": settings.ORIGIN,
        "asked": person.posts.asked().for_display(),
        "memberships": person.memberships_today,
        "posts": person.posts.in_force().for_display(),
    }
    return render(request, "people/profile.html", context)


def _chosen(choices):
    return {"frequency": choices.frequency, "quiet_weekdays": choices.quiet_weekdays}
