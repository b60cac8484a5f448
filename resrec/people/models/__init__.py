"""People and the bodies they report for."""

from resrec.people.models.constituent import Constituent, ConstituentKind, ConstituentName
from resrec.people.models.country import Country, CountryName, Region
from resrec.people.models.mail_choices import MailChoices
from resrec.people.models.membership import Membership
from resrec.people.models.personal_link import Asking, PersonalLink
from resrec.people.models.term import Term
from resrec.people.models.user import User

__all__ = [
    "Asking",
    "Constituent",
    "ConstituentKind",
    "ConstituentName",
    "Country",
    "CountryName",
    "MailChoices",
    "Membership",
    "PersonalLink",
    "Region",
    "Term",
    "User",
]
