"""What officers add to a yearly analysis, in its document: words beside the figures, and themes."""

from django.utils.translation import gettext as _

from resrec.analysis.lists import entries
from resrec.documents.blocks import Heading, Note, Paragraph, Quotation, Run
from resrec.documents.building import drawings
from resrec.documents.building.wordings import address_of, words


def beside(blocks, shown):
    """Give the blocks of a section with what is written beside its figures behind its heading."""
    blocks = iter(blocks)
    yield next(blocks)
    yield from narrative(shown)
    yield from blocks


def narrative(shown):
    """Give the paragraphs of a narrative (a Shown or None), each number linked to its list."""
    if shown is None:
        return
    if shown.is_stale:
        yield Note((Run(_("The original has been changed since this was translated.")),))
    yield from paragraphs_of(shown.paragraphs, shown.language)


def paragraphs_of(paragraphs, language):
    """Give paragraphs of Sentences, each number in them linked to its list."""
    for sentences in paragraphs:
        runs = []
        for sentence in sentences:
            for piece in sentence.pieces:
                runs += _runs(piece, language)
            runs.append(Run(" "))
        yield Paragraph(tuple(runs[:-1]))


def _runs(piece, language):
    if piece.is_gone:
        gone = _("(no longer counted)")
        return [Run(piece.words, style="amber"), Run(f" {gone}", style="quiet")]
    if piece.figure is None:
        return [words(piece.words, language)]
    address = address_of(piece.figure)
    if not piece.was:
        return [Run(piece.words, address=address)]
    was = _("(it was %(number)s when this was written)") % {"number": piece.was}
    return [Run(piece.words, style="amber", address=address), Run(f" {was}", style="quiet")]


def themes(overview, most):
    """Give the themes: their figures, and `most` passages of each side of each, with sources."""
    found = overview.themes
    if not found.all:
        return
    title = _("Challenges and possible solutions by theme")
    yield Heading(1, Run(title))
    yield from drawings.figures(overview, title, found.table)
    for theme in found.all:
        yield Heading(2, words(theme.name, theme.language))
        for figure, side in zip(
            found.row(theme).figures[:2], (_("Challenges"), _("Possible solutions")), strict=True
        ):
            yield from _passages(overview, figure, side, most)


def _passages(overview, figure, side, most):
    if not figure.members:
        return
    yield Heading(3, Run(side))
    for entry in entries(overview, figure, figure.members[:most]):
        texts = ", ".join(text.label for text in entry.texts)
        source = Run(f", {_whose(entry)}", address=address_of(entry.source))
        yield Quotation(passage_words(entry.passage), (Run(texts, style="strong"), source))
    if figure.value > most:
        rest = _("The whole list: %(all)s") % {"all": figure.in_words}
        yield Paragraph((Run(rest, address=address_of(figure)),))


def passage_words(passage):
    """Give the words of a ThemedPassage, unless they have been made private since."""
    if passage.is_withdrawn:
        return Run(_("These words have been made private since."), style="quiet")
    return words(passage.exact, passage.language)


def _whose(entry):
    if entry.passage.statement_id:
        return _("Progress Report")
    return str(entry.source.reporter or _("Constituent not stated"))
