"""Names offered while one types: bodies by kind, and countries."""

from django.http import Http404, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from resrec.reporting.draft.known_names import matching
from resrec.reporting.forms.report_form import GROUPS_OF_NAMES


@require_safe
@cache_control(private=True, max_age=60)
def known_names(request, group):
    """Give {"names": a few that hold what was typed (`q`)}, those that begin with it first."""
    if group not in GROUPS_OF_NAMES:
        raise Http404
    typed = request.GET.get("q", "")[:100]
    return JsonResponse({"names": matching(GROUPS_OF_NAMES[group], typed, get_language())})
