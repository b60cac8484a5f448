"""The paragraphs of a text beside its words: read anew, joined, split and set right."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from resrec.library import correcting
from resrec.library.editor import ON_A_PAGE, Editor
from resrec.library.forms.paragraph import ParagraphForm, classes_of_addressees
from resrec.library.models import Paragraph, ParagraphCorrection, Resolution
from resrec.library.paragraph_plan import plan
from resrec.library.paragraph_trees import store
from resrec.library.policies import ResolutionPolicy
from resrec.rules import RuleBroken
from resrec.web.permission import require

NEWS_ON_A_PAGE = 100
LONGEST_ID = 19  # digits; what is longer is no id of ours


def text_to_correct(request, code):
    text = get_object_or_404(Resolution.objects.for_display(), code=code)
    require(ResolutionPolicy(request.user, text).can_correct)
    return text


@require_safe
def paragraphs(request, code):
    return editor_page(request, text_to_correct(request, code))


def editor_page(request, text, *, refused=None):
    """Draw the editor. `refused` is a ParagraphForm with what could not be done."""
    asked = request.POST if refused else request.GET
    page = page_of(refused.paragraph) if refused else asked.get("page")
    editor = Editor(text, asked.get("text", ""), page, refused)
    context = {"text": text, "editor": editor}
    return render(request, "paragraphs/editor.html", context, status=422 if refused else 200)


@require_POST
def paragraph_correction(request, code):
    """Set, join or split one paragraph; refused, everything typed is still there."""
    text = text_to_correct(request, code)
    number = request.POST.get("paragraph", "")
    rows = Paragraph.objects.filter(resolution=text).prefetch_related("texts", "addressees")
    paragraph = (
        rows.filter(pk=number).first() if number.isdecimal() and len(number) < LONGEST_ID else None
    )
    if paragraph is None:
        messages.error(request, _("That paragraph has changed since you opened this page."))
        return to_editor(request, text)
    before = rows.filter(position__lt=paragraph.position).last()
    language = request.POST.get("text", "")
    form = ParagraphForm(paragraph, language, classes_of_addressees(), request.POST)
    try:
        if not correct(form, request):
            return editor_page(request, text, refused=form)
    except RuleBroken as rule:
        form.add_error(None, rule)
        text.refresh_from_db(fields=["paragraphs_revision"])
        return editor_page(request, text, refused=form)
    # Joined, it stands in the one before it.
    return to_editor(request, text, rows.filter(pk=paragraph.pk).first() or before)


def correct(form, request):
    """Do what the button that was pressed says; tells whether the form could be read."""
    order = {"by": request.user, "read": revision_read(request)}
    if not form.is_valid() and request.POST.get("do") == "set":
        return False
    match request.POST.get("do"):
        case "join":
            correcting.join(form.paragraph, **order)
        case "split":
            before = request.POST.get("before", "")
            correcting.split(form.paragraph, before, language=form.language, **order)
        case _ if form.is_valid() and form.changes:
            correcting.set_values(form.paragraph, form.changes, language=form.language, **order)
    return True


@require_POST
def paragraph_correction_deletion(request, pk):
    """Take a correction back."""
    correction = get_object_or_404(ParagraphCorrection.objects.select_related("resolution"), pk=pk)
    require(ResolutionPolicy(request.user, correction.resolution).can_correct)
    try:
        correcting.take_back(correction, by=request.user, read=revision_read(request))
    except RuleBroken as rule:
        messages.error(request, rule)
    return to_editor(request, correction.resolution)


@require_http_methods(["GET", "HEAD", "POST"])
def paragraphs_reading(request, code):
    """Show what parsing again would change; sent, store it."""
    text = text_to_correct(request, code)
    try:
        if request.method == "POST":
            made = store(text, by=request.user, read=revision_read(request))
            tell_stored(request, made)
            return redirect("paragraphs", text.code)
        made = plan(text)
    except RuleBroken as rule:
        messages.error(request, rule)
        return redirect("paragraphs", text.code)
    page = Paginator(made.news, NEWS_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "paragraphs/reading.html", {"text": text, "plan": made, "page": page})


def tell_stored(request, made):
    messages.success(request, _("The paragraphs are stored."))
    for row in made.kept:
        kept = _("%(label)s is gone from the text; it is kept, as something points at it.")
        messages.warning(request, kept % {"label": row.label})


def revision_read(request):
    """The revision that the page was read at; -1, which none is, when it was not sent."""
    revision = request.POST.get("revision", "")
    return int(revision) if revision.isdecimal() and len(revision) < 10 else -1


def page_of(paragraph):
    return (paragraph.position - 1) // ON_A_PAGE + 1


def to_editor(request, text, paragraph=None):
    """Lead back to where the officer was reading."""
    asked = {"text": request.POST.get("text", "")[:2]}
    fragment = ""
    if paragraph:
        asked["page"], fragment = page_of(paragraph), f"#{paragraph.path}"
    return redirect(f"{reverse('paragraphs', args=[text.code])}?{urlencode(asked)}{fragment}")
