"""The library: assemblies, their adopted texts, and the motions these came from."""

from resrec.library.models.assembly import (
    Assembly,
    AssemblyKind,
    Collection,
    CollectionConventions,
)
from resrec.library.models.citation import Citation
from resrec.library.models.correction import CorrectedLine, ParagraphCorrection
from resrec.library.models.followed import Followed
from resrec.library.models.life_event import Event, LifeEvent, Standing
from resrec.library.models.motion import Motion
from resrec.library.models.original import Original
from resrec.library.models.paragraph import Addressee, Paragraph, ParagraphText
from resrec.library.models.resolution import Resolution, ResolutionKind
from resrec.library.models.resolution_text import ResolutionText
from resrec.library.models.resource import ResourceDocument
from resrec.library.models.search_entry import SearchEntry, SearchStem, SearchWord
from resrec.library.models.vocabularies import AddresseeClass, GeographicScope, Keyword

__all__ = [
    "Addressee",
    "AddresseeClass",
    "Assembly",
    "AssemblyKind",
    "Citation",
    "Collection",
    "CollectionConventions",
    "CorrectedLine",
    "Event",
    "Followed",
    "GeographicScope",
    "Keyword",
    "LifeEvent",
    "Motion",
    "Original",
    "Paragraph",
    "ParagraphCorrection",
    "ParagraphText",
    "Resolution",
    "ResolutionKind",
    "ResolutionText",
    "ResourceDocument",
    "SearchEntry",
    "SearchStem",
    "SearchWord",
    "Standing",
]
