"""What a form knows of the page that it is on: a mark of it, and what it had before one typed."""

from django.utils.functional import cached_property

from resrec.reporting.forms.places import (
    base_text,
    digests,
    line_of,
    not_stored_in,
    read_base,
    row_of,
    words_of,
)
from resrec.reporting.forms.rows import KEY
from resrec.reporting.models.activity import new_key


class OfOnePage:
    """The part of a ReportForm that tells which of its words this page has changed."""

    report = data = merged = None
    is_bound = False

    @cached_property
    def words(self):
        """{place: what stands there} (see `places`)."""
        return words_of(self)

    @property
    def page(self):
        """A mark of the page that the form is on, the same from one save to the next."""
        sent = self.data.get("page", "") if self.is_bound else ""
        return sent if KEY.fullmatch(sent) else new_key()

    @property
    def base(self):
        """What the page has before one types on, to be sent with the next save."""
        here = digests(self.words)
        if self.is_bound:
            is_wrong, before = not_stored_in(self), self._sent_base or {}
            here = {place: said for place, said in here.items() if not is_wrong(place)}
            here |= {place: said for place, said in before.items() if is_wrong(place)}
        return base_text(here)

    @property
    def _sent_base(self):
        return read_base(self.data["base"]) if "base" in self.data else None

    @property
    def has_news(self):
        """Whether saving has brought in what others had changed."""
        return bool(self.merged and (self.merged.taken or self.merged.gone))

    def _changed(self):
        """The lines that this page has changed, by what it had before."""
        before, here = self._sent_base, digests(self.words)
        if before is None:
            return []
        places = {place for place in here | before if here.get(place) != before.get(place)}
        if self.merged:
            places -= {*self.merged.taken, *self.merged.both}
        return {line_of(place) for place in places if not self._is_gone(place)}

    def _is_gone(self, place):
        return self.merged is not None and row_of(place) in self.merged.gone

    def _was_written_here(self, place):
        return self.report.touched.get(line_of(place), [None])[-1] == self.page
