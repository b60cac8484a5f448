"""Documents as files to take away. Each is public and is made from what its page shows."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from resrec.analysis import analyses as known
from resrec.analysis.overview import Overview
from resrec.analysis.views import analysis
from resrec.documents.building.progress_report import progress_report
from resrec.documents.building.yearly_analysis import yearly_analysis
from resrec.documents.formats import FORMATS, file_answer
from resrec.library.models import Resolution
from resrec.library.spelling import tidy
from resrec.public.views.resolution import by_another_spelling
from resrec.reporting.models import ProgressReport
from resrec.web.public import public_page


@public_page
def progress_report_file(request, code, year, suffix):
    """The Progress Report that stands for a text and year."""
    if suffix not in FORMATS:
        return no_such_format(request, suffix)
    text = Resolution.objects.for_display().filter(code=tidy(code)).first()
    if text is None:
        return by_another_spelling(request, code)
    published = ProgressReport.objects.published().for_display().filter(resolution=text)
    report = published.filter(cycle__year=year).first()
    if report is None:
        context = {"text": text, "year": year, "others": published.latest_first()}
        return render(request, "progress_reports/none.html", context, status=404)
    return _file(progress_report(report), suffix)


@public_page
def progress_report_version_file(request, pk, suffix):
    """One version that was published; what is in work is no document yet, whoever asks."""
    if suffix not in FORMATS:
        return no_such_format(request, suffix)
    report = get_object_or_404(ProgressReport.objects.public().for_display(), pk=pk)
    return _file(progress_report(report), suffix)


@public_page
def analysis_file(request, assembly, year, suffix):
    """The yearly analysis of a Congress."""
    if suffix not in FORMATS:
        return no_such_format(request, suffix)
    congress, cycle = known.find(assembly, year)
    if cycle is None:
        return analysis(request, assembly, int(year))  # it says what there is
    return _file(yearly_analysis(Overview(congress, cycle)), suffix)


def no_such_format(request, suffix):
    context = {"suffix": suffix, "formats": FORMATS.items()}
    return render(request, "documents/no_such_format.html", context, status=404)


def _file(document, suffix):
    return file_answer(FORMATS[suffix].write(document), document.name, suffix, get_language())
