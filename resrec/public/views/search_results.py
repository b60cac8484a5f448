"""A search to follow and to take away: Atom, CSV, JSON and XLSX, with the list's parameters."""

import csv
import json
from io import StringIO

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language, gettext as _, pgettext

from resrec.public import taking_away
from resrec.public.criteria import Criteria
from resrec.public.search import Search
from resrec.web.public import public_page
from resrec.web.spreadsheet import MEDIA_TYPE, harmless, spreadsheet

# Spreadsheets take a table for one of another encoding unless it begins with this sign.
BYTE_ORDER_MARK = "\ufeff"


@public_page
def resolutions_atom(request):
    criteria = Criteria.read(request.GET)
    found = taking_away.entries(Search(criteria))
    named = _("Adopted texts: %(words)s") % {"words": criteria.q}
    feed = Atom1Feed(
        title=named if criteria.q else _("Adopted texts"),
        link=_list_of(criteria),
        description=_("Texts that meet these criteria, the last changed first."),
        language=get_language(),
        feed_url=settings.ORIGIN + request.get_full_path(),
    )
    colon = pgettext("after a label", ":")
    for text, changed in found:
        address = settings.ORIGIN + text.get_absolute_url()
        feed.add_item(
            title=f"{text.label}{colon} {text.title.title}" if text.title else text.label,
            link=address,
            description=taking_away.in_a_line(text),
            updateddate=changed,
            unique_id=address,
        )
    return HttpResponse(
        feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )


@public_page
def resolutions_csv(request):
    header, rows = _table(request)
    file = StringIO()
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file)
    writer.writerow(header.values())
    writer.writerows([harmless(row[key]) for key in header] for row in rows)
    return _as_file(file.getvalue(), "csv", "text/csv; charset=utf-8")


@public_page
def resolutions_json(request):
    """An object with the criteria, how many texts there are, and the texts."""
    criteria = Criteria.read(request.GET)
    search = Search(criteria)
    found = {
        "address": _list_of(criteria),
        "ignored": [str(said) for said in criteria.ignored],
        "count": search.count,
        "texts": list(taking_away.rows(search)),
    }
    return _as_file(json.dumps(found, ensure_ascii=False, indent=1), "json", "application/json")


@public_page
def resolutions_xlsx(request):
    header, rows = _table(request)
    cells = [[row[key] for key in header] for row in rows]
    sheet = spreadsheet(_("Adopted texts"), list(header.values()), cells)
    return _as_file(sheet, "xlsx", MEDIA_TYPE)


def _table(request):
    search = Search(Criteria.read(request.GET))
    return taking_away.header(), list(taking_away.rows(search))


def _list_of(criteria):
    query = criteria.address()
    return settings.ORIGIN + reverse("resolutions") + (f"?{query}" if query else "")


def _as_file(content, extension, media_type):
    answer = HttpResponse(content, content_type=media_type)
    name = _("texts")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{get_language()}.{extension}"'
    return answer
