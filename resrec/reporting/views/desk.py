"""The desk of the person who is signed in."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from resrec.reporting.desk import Desk


@require_safe
def desk(request):
    found = Desk(request.user)
    if found.is_nobodys:
        return redirect("welcome")
    return render(request, "desk/desk.html", {"desk": found})
