"""Assemblies and kinds of texts, held in memory: every page of a text shows its own."""

from resrec.library.models import Assembly, Resolution, ResolutionKind
from resrec.web.held import held


@held
def _assemblies():
    known = Assembly.objects.select_related("kind__collection", "country")
    return {assembly.pk: assembly for assembly in known}


@held
def _kinds():
    return {kind.pk: kind for kind in ResolutionKind.objects.all()}


def page_of(code: str) -> Resolution | None:
    """Give the text that bears exactly this code, with assembly, kind and texts; or None."""
    found = Resolution.objects.filter(code=code).order_by().prefetch_related("texts")
    text = next(iter(found), None)
    if text is None:
        return None
    text.assembly = _assemblies()[text.assembly_id]
    text.kind = _kinds().get(text.kind_id)
    by_id = {one.pk: one for one in text.texts.all()}
    for one in by_id.values():
        one.resolution = text
        if one.renders_id in by_id:
            one.renders = by_id[one.renders_id]
    return text
