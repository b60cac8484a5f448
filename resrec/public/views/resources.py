"""Resources: how the policy cycle and reporting work, guidance, analyses, documents."""

from pathlib import PurePath

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext as _

from resrec.analysis.analyses import analyses
from resrec.library.models import ResourceDocument
from resrec.public.guidance import Guidance, guidance
from resrec.public.reporting_process import STEPS
from resrec.public.shell import cycle_under_report
from resrec.web.public import public_page

Page = ResourceDocument.Page
FOR_WHOM = [page for page in Page if page.startswith("for-")]


@public_page
def resources(request):
    groups = [
        (_("How it works"), [Page.POLICY_CYCLE, Page.REPORTING]),
        (_("Guidance"), FOR_WHOM),
        (_("Analyses"), [Page.ANALYSES]),
    ]
    listed = [(name, [(page, text_of(page)) for page in pages]) for name, pages in groups]
    page = {"groups": listed, "cycle": cycle_under_report()}
    return render(request, "resources/index.html", page)


@public_page
def resource(request, page):
    if page not in Page.values:
        raise Http404
    known = {
        "page": page,
        "text": text_of(page),
        "documents": documents_of(page),
        "others": [(other, text_of(other)) for other in Page if other != page],
        "cycle": cycle_under_report(),
    }
    match page:
        case Page.REPORTING:
            known["steps"] = STEPS
        case Page.ANALYSES:
            known["analyses"] = analyses()
    return render(request, "resources/page.html", known)


@public_page
def data_policy(request):
    return render(request, "resources/page.html", {"text": text_of("data-policy")})


@public_page
def resource_document(request, pk):
    document = get_object_or_404(ResourceDocument, pk=pk)
    if not document.file:
        return redirect(document.url)
    if not document.file.storage.exists(document.file.name):
        raise Http404
    answer = FileResponse(document.file.open(), as_attachment=True)
    # Whatever the file holds, a browser saves it and runs nothing in it.
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def text_of(page):
    """Give the Guidance of a page in the reader's language; some pages have a title only."""
    text = guidance(page, get_language()) or guidance(page, "en")
    return text or Guidance(str(Page(page).label), "", "")


def documents_of(page):
    """List the documents of a page, those in the reader's language first; `extension` is added."""
    documents = list(ResourceDocument.objects.filter(page=page))
    for document in documents:
        document.extension = PurePath(document.file.name or "").suffix[1:].upper()
    return sorted(documents, key=lambda document: document.language != get_language())
