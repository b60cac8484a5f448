"""Assemblies and kinds of texts, held in memory: every page of a text shows its own."""

from resrec.library.models import Assembly, Resolution, ResolutionKind, ResolutionText
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
    found = Resolution.objects.raw("SELECT * FROM library_resolution WHERE code = %s", [code])
    text = next(iter(found), None)
    if text is None:
        return None
    text.assembly = _assemblies()[text.assembly_id]
    text.kind = _kinds().get(text.kind_id)
    texts = ResolutionText.objects.raw(
        "SELECT * FROM library_resolutiontext WHERE resolution_id = %s ORDER BY language, version",
        [text.pk],
    )
    by_id = {one.pk: one for one in texts}
    for one in by_id.values():
        one.resolution = text
        if one.renders_id in by_id:
            one.renders = by_id[one.renders_id]
    # By language; of several versions the last, which is the newest.
    text.current_texts = {one.language: one for one in by_id.values()}
    return text
