"""A post: who holds it, who held it, and who is asked."""

from django.shortcuts import get_object_or_404, render

from resrec.reporting.models import FocalPoint
from resrec.reporting.policies import PostPolicy


def post(request, pk):
    found = FocalPoint.objects.visible_to(request.user).for_display()
    found = get_object_or_404(found, pk=pk)
    context = {"post": found, "policy": PostPolicy(request.user, found)}
    return render(request, "posts/page.html", context)
