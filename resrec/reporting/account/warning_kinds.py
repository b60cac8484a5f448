"""The kinds of warnings on the bench: what each is called and why it is given."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Warning:
    """Something to look at: a message and the id of the place on the bench it is about.

    `words` are of a source or an account and stand in their own language, after the message.
    """

    kind: str
    message: str
    place: str
    blocks: bool = False
    words: tuple = ()  # (language, words) of each
    other_place: str = ""  # of the second source, where two disagree

    @property
    def address(self):
        return _address(self.place)

    @property
    def other_address(self):
        return _address(self.other_place)


def _address(place):
    """Where a place is on the bench: of a source, on the part of the page that holds it."""
    is_of_source = place.startswith("report-") or place.partition("-")[0].isdecimal()
    return f"?at={place}#{place}" if is_of_source else f"#{place}"


# {kind: (heading, why)}, in the order of the page.
EXPLAINED = {
    "no_source": (
        _("Statements without a source"),
        _("Readers can check every statement: on a report, or as what the writer knows."),
    ),
    "suggested": (
        _("Suggestions not kept"),
        _("What was only suggested is published once a person has kept it."),
    ),
    "withdrawn": (
        _("Words made private"),
        _("Their constituent does not want them read in public any more."),
    ),
    "status_moved": (
        _("A status that has moved"),
        _("Readers see a status beside last year’s and ask why."),
    ),
    "no_notice": (
        _("What this version changes"),
        _("The version that it replaces stays in public; readers of it are told."),
    ),
    "figure_not_in_source": (
        _("Figures and dates that the sources do not give"),
        _(
            "Every figure in digits and every date is looked for in the words quoted, in all the "
            "ways in which three languages write it, and as a sum over the sources."
        ),
    ),
    "name_not_in_source": (
        _("Names that the sources do not give"),
        _(
            "Words with a capital inside a sentence, and known bodies and countries, are looked "
            "for in the whole of the reports quoted and in the text itself."
        ),
    ),
    "sources_disagree": (
        _("Sources that disagree"),
        _(
            "Two reports tell the same thing with different figures, or one says that it was done "
            "and the other that it was not."
        ),
    ),
    "source_corrected": (
        _("Sources corrected since"),
        _("The account still quotes the older version."),
    ),
    "status_not_supported": (
        _("A status that the reports do not support"),
        _("The rule sees something else in them. Give a reason for the status to overrule it."),
    ),
    "status_not_stated": (
        _("No status"),
        _("Silence is not evidence: without a status the text counts as “not stated”."),
    ),
    "promise": (
        _("Announced last year, and no word about it"),
        _("Readers of last year’s account will look for what has become of it."),
    ),
    "correction_asked": (
        _("Reports of which a correction was asked for"),
        _("They were accepted by rule, and a person has found something wrong in them since."),
    ),
    "correction_waits": (
        _("Reports with a correction that waits"),
        _("Once it is accepted, what rests on the version before turns amber. Judge it first."),
    ),
    "unread": (
        _("Reports that nobody of the Secretariat has read"),
        _("They were accepted by rule. Read them before you quote them, and say what you find."),
    ),
    "objected": (
        _("Reports objected to"),
        _("The constituent does not stand by what was entered for it."),
    ),
    "not_used": (
        _("Reports of which nothing is used"),
        _("Who has reported looks for it in the account."),
    ),
}
