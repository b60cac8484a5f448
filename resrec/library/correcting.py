"""Putting paragraphs right: each correction is kept, and the tree is stored anew under it."""

from django.utils.translation import gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.library.corrected_parsing import plain
from resrec.library.models import CorrectedLine, ParagraphCorrection, ParagraphText
from resrec.library.paragraph_plan import plan
from resrec.library.paragraph_trees import store
from resrec.rules import RuleBroken

What = ParagraphCorrection.What


@journalled()
def set_values(paragraph, values, *, by, read, language):
    """Set what `values` says ({What: str}) on a paragraph; gives the Plan that was carried out.

    Addressees are set in `language` alone, all else in each language that has the paragraph.
    `read` is the `paragraphs_revision` the officer had before them.
    """
    _must_be_as_parsed(paragraph.resolution)
    for what, value in values.items():
        lines = _lines_of(paragraph, [language] if what == What.ADDRESSEES else None)
        _forget_same(paragraph.resolution, what, lines)
        _keep(paragraph, what, [(line, value) for line in lines], by=by)
    return _store(paragraph, by=by, read=read)


@journalled()
def join(paragraph, *, by, read):
    """Join a paragraph to the one before it, in each language that has it."""
    _must_be_as_parsed(paragraph.resolution)
    _keep(paragraph, What.JOIN, [(line, "") for line in _lines_of(paragraph)], by=by)
    return _store(paragraph, by=by, read=read)


@journalled()
def split(paragraph, before, *, by, read, language):
    """Cut a paragraph in two before these words of it, in this language."""
    _must_be_as_parsed(paragraph.resolution)
    lines = [(line, plain(before)) for line in _lines_of(paragraph, [language])]
    _keep(paragraph, What.SPLIT, lines, by=by)
    return _store(paragraph, by=by, read=read)


@journalled()
def take_back(correction, *, by, read):
    """Undo a correction: its line is what the parser makes of it again."""
    resolution = correction.resolution
    record(resolution, "resolution.correction_taken_back", by=by, what=correction.what)
    correction.delete()
    return store(resolution, by=by, read=read)


def _must_be_as_parsed(resolution):
    """One correction must not bring other changes with it that nobody has looked at."""
    if not plan(resolution).is_empty:
        raise RuleBroken(
            _(
                "These paragraphs are older than the words of the text or than the way they are "
                "read: parse again first."
            )
        )


def _lines_of(paragraph, languages=None):
    """Give the unsaved CorrectedLines by which this paragraph is known, one a language."""
    texts = paragraph.texts.all()
    return [
        CorrectedLine(
            language=text.language, words=plain(text.text), occurrence=_occurrence(paragraph, text)
        )
        for text in texts
        if languages is None or text.language in languages
    ]


def _occurrence(paragraph, text):
    """Count how many paragraphs up to this one have the same words."""
    before = ParagraphText.objects.filter(
        paragraph__resolution=paragraph.resolution_id,
        paragraph__gone_on=None,
        paragraph__position__lt=paragraph.position,
        language=text.language,
        text=text.text,
    )
    return before.count() + 1


def _keep(paragraph, what, lines, *, by):
    if not lines:
        raise RuleBroken(_("This paragraph has no words in that language."))
    correction = ParagraphCorrection.objects.create(
        resolution=paragraph.resolution, what=what, by=by
    )
    for line, value in lines:
        line.pk, line.correction, line.value = None, correction, value
        line.save()
    record(
        paragraph.resolution,
        "resolution.paragraph_corrected",
        by=by,
        what=what,
        path=paragraph.path,
        languages=[line.language for line, _value in lines],
    )


def _forget_same(resolution, what, lines):
    """The newest setting of a line is the one that counts; the journal knows of the others."""
    for line in lines:
        CorrectedLine.objects.filter(
            correction__resolution=resolution,
            correction__what=what,
            language=line.language,
            words=line.words,
            occurrence=line.occurrence,
        ).delete()
    ParagraphCorrection.objects.filter(resolution=resolution, lines=None).delete()


def _store(paragraph, *, by, read):
    newest = paragraph.resolution.paragraph_corrections.latest("pk").pk
    made = store(paragraph.resolution, by=by, read=read)
    if any(fix.correction_id >= newest for fix in made.unplaced):
        raise RuleBroken(_("That cannot be done here: the words were not found in this paragraph."))
    return made
