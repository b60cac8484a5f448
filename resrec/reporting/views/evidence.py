"""Handing out evidence: to who may see it, as a download that nothing can run."""

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from resrec.reporting.models import ActivityReport, Evidence
from resrec.reporting.policies import ActivityReportPolicy


@login_not_required
@require_safe
def evidence(request, pk):
    reports = ActivityReport.objects.visible_to(request.user)
    found = get_object_or_404(Evidence.objects.exclude(file=""), pk=pk, report__in=reports)
    if found.is_never_public and not ActivityReportPolicy(request.user, found.report).reads_private:
        raise Http404
    try:
        content = found.file.open()
    except FileNotFoundError as gone:
        raise Http404 from gone
    response = FileResponse(
        content, as_attachment=True, filename=found.file_name, content_type=found.media_type
    )
    # What it is, is our word and not the file's; and it opens in no page of ours.
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-cache"
    return response
