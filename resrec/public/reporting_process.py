"""The steps of reporting, as drawn and listed on the page that explains them."""

from django.utils.translation import gettext_lazy as _

# (name in the drawing and the list, what happens)
STEPS = [
    (
        _("Activity Reports"),
        _(
            "Members, Commissions, Committees, the Council and the Secretariat tell what they did "
            "about a text. They can do so at any time."
        ),
    ),
    (
        _("Accepted or returned"),
        _(
            "The Secretariat’s focal point for the text accepts a report, or returns it and says "
            "what is missing. A returned report opens again as a draft."
        ),
    ),
    (
        _("One Progress Report"),
        _(
            "Once a year the accepted reports become one account of the text. Each sentence shows "
            "its sources. The Secretariat publishes it."
        ),
    ),
    (
        _("The yearly analysis"),
        _(
            "The Progress Reports on all texts of a Congress are counted and compared: how far "
            "they have come, what stood in the way, what might help."
        ),
    ),
    (
        _("The next Congress"),
        _(
            "Members read the analysis and prepare new motions. Texts that have done their work "
            "are archived."
        ),
    ),
]
