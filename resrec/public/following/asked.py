"""What an address asks to follow: ?text=WCC-2016-Res-087, with &paragraph=op-3, or ?search=…"""

from dataclasses import dataclass

from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404

from resrec.library.models import Paragraph, Resolution
from resrec.public.criteria import Criteria
from resrec.public.following.news import found_by


@dataclass(frozen=True)
class Asked:
    """A text, or a paragraph of it, or the criteria of a search."""

    resolution: Resolution | None = None
    paragraph: Paragraph | None = None
    criteria: Criteria | None = None

    @classmethod
    def of(cls, data):
        """Read the parameters (a QueryDict): None without any, a 404 for what is not there."""
        if not ("search" in data or "text" in data):
            return None
        if "search" in data:
            criteria = Criteria.read(QueryDict(data["search"][:1000]))
            if not criteria.is_given:
                raise Http404
            return cls(criteria=criteria)
        text = get_object_or_404(Resolution.objects.for_display(), code=data.get("text", ""))
        path = data.get("paragraph", "")
        paragraph = get_object_or_404(Paragraph, resolution=text, path=path) if path else None
        return cls(text, paragraph)

    @property
    def row(self):
        """The columns of the Followed that this would be."""
        if self.criteria:
            search = self.criteria.address(order="")
            return {"search": search, "known": sorted(found_by(self.criteria))}
        return {"resolution": self.resolution, "paragraph": self.paragraph}
