"""The library: assemblies, their adopted texts, and the motions these came from."""

from resrec.library.models.assembly import Assembly, AssemblyKind, Collection
from resrec.library.models.motion import Motion
from resrec.library.models.paragraph import Paragraph, ParagraphText
from resrec.library.models.resolution import Resolution, ResolutionKind
from resrec.library.models.resolution_text import ResolutionText
from resrec.library.models.resource import ResourceDocument

__all__ = [
    "Assembly",
    "AssemblyKind",
    "Collection",
    "Motion",
    "Paragraph",
    "ParagraphText",
    "Resolution",
    "ResolutionKind",
    "ResolutionText",
    "ResourceDocument",
]
