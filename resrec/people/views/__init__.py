"""Pages about people: signing in and out, the welcome, the profile."""

from resrec.people.views.mail_choices import calendar_renewal, mail_choices, unsubscribe
from resrec.people.views.personal_link import (
    personal_link,
    personal_link_fresh,
    sign_in_by_mail,
)
from resrec.people.views.profile import profile
from resrec.people.views.sign_in import sign_in, sign_in_failed, sign_out, signed_in
from resrec.people.views.welcome import welcome

__all__ = [
    "calendar_renewal",
    "mail_choices",
    "personal_link",
    "personal_link_fresh",
    "profile",
    "sign_in",
    "sign_in_by_mail",
    "sign_in_failed",
    "sign_out",
    "signed_in",
    "unsubscribe",
    "welcome",
]
