"""The outbox in the browser, where mail goes nowhere else: in the development set-up alone.

For everyone there: who is written to is not yet signed in. It has no place beside a mail server
or the organisation's accounts (`settings.SHOWS_MAIL`), and then nothing is found here.
"""

from functools import wraps

from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from resrec.journal.models import Mail
from resrec.journal.outbox import headers_of

PER_PAGE = 50


def only_in_development(view):
    @wraps(view)
    def page(request, *args, **kwargs):
        if not settings.SHOWS_MAIL:
            raise Http404
        return view(request, *args, **kwargs)

    return never_cache(login_not_required(require_safe(page)))


@only_in_development
def development_mail(request):
    """List what was written, newest first; `?to=` keeps to one address."""
    to = request.GET.get("to", "").replace("\x00", "")[:254]
    found = Mail.objects.order_by("-created_at", "-pk").defer("text", "html")
    mails = found.filter(to__icontains=to) if to else found
    pages = Paginator(mails, PER_PAGE)
    context = {"mails": pages.get_page(request.GET.get("page")), "to": to}
    return render(request, "development/mail.html", context)


@only_in_development
@csp_update({"frame-src": ["'self'"]})  # type: ignore[arg-type]
def development_message(request, pk):
    mail = get_object_or_404(Mail, pk=pk)
    return render(request, "development/message.html", {"mail": mail, "headers": headers_of(mail)})


@only_in_development
@xframe_options_sameorigin
@csp_replace(  # type: ignore[arg-type]
    {
        "default-src": ["'none'"],
        "style-src": ["'unsafe-inline'"],
        "frame-ancestors": ["'self'"],
        "sandbox": ["allow-popups", "allow-popups-to-escape-sandbox"],
    }
)
def development_message_html(request, pk):
    """Give the HTML part as a mail program would show it: nothing runs and nothing is fetched."""
    mail = get_object_or_404(Mail.objects.exclude(html=""), pk=pk)
    return HttpResponse(mail.html.replace("<head>", '<head><base target="_blank">', 1))
