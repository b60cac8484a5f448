"""The passages of an Activity Report: what of it can be read, quoted and linked to."""

from dataclasses import dataclass

from resrec.reporting.anchors import passage_id

# The report's own fields of prose, in the form's order.
NARRATIVE = ("results", "challenges", "measures")


@dataclass(frozen=True)
class Passage:
    """The words of one field of a report: what can be read, and quoted unless private.

    `field` is its address in every version: "results", "activity:7f3a90c1/description"; `named` is
    what prints as its label, in the language of the page.
    """

    field: str
    named: object
    text: str
    is_private: bool

    @property
    def label(self):
        return str(self.named)

    @property
    def fragment(self):
        """Its id on the report's page."""
        return passage_id(self.field)


def never_public(report):
    """Give the addresses that are private in this version or in the accepted one that stands.

    Whoever marks words private in a correction means them in earlier versions too.
    """
    newer = report.newer_accepted
    return {*report.private_fields, *(newer.private_fields if newer else ())}


def passages_of(report):
    """Give the Passages of a report in the form's order, leaving out empty ones."""
    found = [
        *(("activity", a.key, a.kind or "", a.description) for a in report.activities.all()),
        *(("", name, _name_of(report, name), getattr(report, name)) for name in NARRATIVE),
        *(
            ("future", f.key, f.title or _name_of(f, "title"), f.description)
            for f in report.future_activities.all()
        ),
        *(("need", n.key, n, n.description) for n in report.needs.all()),
    ]
    private = never_public(report)
    return [
        Passage(field, named, text, field in private)
        for noun, key, named, text in found
        for field in [f"{noun}:{key}/description" if noun else key]
        if text
    ]


def _name_of(row, name):
    return row._meta.get_field(name).verbose_name
