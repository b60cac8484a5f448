"""Documents as files to take away. Each is public and is made from what its page shows."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from resrec.analysis import analyses as known
from resrec.analysis.freeze.frozen import FrozenOverview, find_frozen
from resrec.analysis.freeze.since import Since
from resrec.analysis.overview import Overview
from resrec.analysis.views.analysis import analysis
from resrec.documents import later
from resrec.documents.building import collected as collecting, text_record
from resrec.documents.building.frozen_analysis import frozen_analysis
from resrec.documents.building.progress_report import progress_report
from resrec.documents.building.yearly_analysis import yearly_analysis
from resrec.documents.formats import FORMATS, file_answer
from resrec.library.models import Resolution
from resrec.library.sittings import page_of
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


@public_page
def frozen_analysis_file(request, assembly, year, version, suffix):
    """A yearly analysis as it was frozen."""
    if suffix not in FORMATS:
        return no_such_format(request, suffix)
    analysis = find_frozen(assembly, year, version)
    return _file(frozen_analysis(FrozenOverview(analysis, Since(analysis).amber)), suffix)


@login_not_required
def collected_file(request, assembly, year, suffix):
    """The Progress Reports of a Congress and cycle: a small collection at once, else as made."""
    if suffix not in FORMATS:
        return no_such_format(request, suffix)
    congress, cycle = known.find(assembly, year)
    if cycle is not None and collecting.is_large(congress, cycle):
        return later.made_file(request, later.of_congress(congress, cycle), suffix)
    return _collected_now(request, assembly, year, suffix)


@public_page
def _collected_now(request, assembly, year, suffix):
    congress, cycle = known.find(assembly, year)
    if cycle is None:
        return analysis(request, assembly, int(year))
    return _file(collecting.collected(congress, cycle), suffix)


@login_not_required
def record_file(request, code, suffix):
    """A text with its implementation record: a short one at once, else as made."""
    if suffix not in FORMATS:
        return no_such_format(request, suffix)
    text = page_of(tidy(code))
    if text is not None and text_record.is_large(text):
        return later.made_file(request, later.of_text(text), suffix)
    return _record_now(request, code, suffix)


@public_page
def _record_now(request, code, suffix):
    text = page_of(tidy(code))
    if text is None:
        return by_another_spelling(request, code)
    return _file(text_record.text_record(text), suffix)


def no_such_format(request, suffix):
    context = {"suffix": suffix, "formats": FORMATS.items()}
    return render(request, "documents/no_such_format.html", context, status=404)


def _file(document, suffix):
    return file_answer(FORMATS[suffix].write(document), document.name, suffix, get_language())
