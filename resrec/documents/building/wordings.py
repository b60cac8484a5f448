"""How documents say what many of them say: titles, days, addresses, what was not stated."""

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext as _

from resrec.documents.blocks import Run


def words(text, language, style="", address=""):
    """Give a Run of what somebody wrote, with its language unless that is the document's."""
    other = "" if language in (get_language(), None) else language
    return Run(text, other, style, address)


def not_stated():
    return (Run(_("not stated"), style="quiet"),)


def day(moment):
    """Give a day in words, or "not known"; moments are told in the site's time."""
    if moment is None:
        return _("date not known")
    local = timezone.localtime(moment) if hasattr(moment, "hour") else moment
    return date_format(local, "DATE_FORMAT")


def address_of(thing):
    """Give the full address of something that has a page, or of a path."""
    return settings.ORIGIN + (thing if isinstance(thing, str) else thing.get_absolute_url())


def link(address):
    return Run(address, address=address)


def title_of(text):
    """Give the title of a Resolution as a Run, in the language in which it is known."""
    if text.title is None:
        return Run(_("Title not known"))
    return words(text.title.title, text.title.language)


def numbered(text):
    """Give its kind and number: "Resolution 6.087", or its code."""
    return f"{text.kind or ''} {text.official_number or text.label}".strip()


def status_of(account):
    """Give its status as runs, with what that means."""
    status = account.implementation_status
    if status is None:
        return not_stated()
    explanation = (Run(f" – {status.explanation}", style="quiet"),) if status.explanation else ()
    return (Run(status.label, style="strong"), *explanation)
