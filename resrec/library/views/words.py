"""Bringing in the words of a text, and handing out the originals they came from."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from resrec.library.bringing_in import bring_in
from resrec.library.forms.words import WordsForm
from resrec.library.models import Original
from resrec.library.policies import ResolutionPolicy
from resrec.library.views.paragraphs import text_to_correct
from resrec.rules import RuleBroken
from resrec.web.permission import require


@require_http_methods(["GET", "HEAD", "POST"])
def words(request, code):
    """Ask for the words of a text; brought in, show what paragraphs they would make."""
    text = text_to_correct(request, code)
    if request.method != "POST":
        return words_page(request, text, WordsForm(text, initial={"language": get_language()}))
    form = WordsForm(text, request.POST, request.FILES)
    if not form.is_valid():
        return words_page(request, text, form)
    try:
        brought = bring_in(
            text,
            form.cleaned_data["language"],
            form.found,
            form.original,
            by=request.user,
            read=form.cleaned_data["revision"],
            title=form.cleaned_data["title"],
            renders=form.cleaned_data["renders"],
        )
    except RuleBroken as rule:
        form.add_error(None, rule)
        return words_page(request, text, form)
    kept = _("The words are kept as version %(version)s, with their original.")
    messages.success(request, kept % {"version": brought.version})
    for note in form.found.notes:
        messages.warning(request, note)
    return redirect("paragraphs_reading", text.code)


def words_page(request, text, form):
    versions = text.texts.prefetch_related("originals__by").order_by("language", "-version")
    context = {"text": text, "form": form, "versions": versions}
    return render(request, "paragraphs/words.html", context, status=422 if form.errors else 200)


@require_safe
def original(request, pk):
    """Hand an original to an officer, as a download that nothing can run."""
    found = get_object_or_404(Original.objects.select_related("text__resolution"), pk=pk)
    require(ResolutionPolicy(request.user, found.text.resolution).can_correct)
    try:
        content = found.file.open()
    except FileNotFoundError as gone:
        raise Http404 from gone
    answer = FileResponse(
        content, as_attachment=True, filename=found.file_name, content_type=found.media_type
    )
    # What it is, is our word and not the file's; and it opens in no page of ours.
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-cache"
    return answer
