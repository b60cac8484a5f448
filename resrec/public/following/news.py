"""What has become public on things followed: reports, Progress Reports, events, texts found."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from resrec.library.models import Followed, LifeEvent, Resolution
from resrec.public.criteria import Criteria
from resrec.public.search import Search
from resrec.reporting.models import ProgressReport, ReportedText


@dataclass(frozen=True)
class News:
    """One thing that is new: its words in the reader's language, its address here, and when."""

    words: str
    url: str
    at: datetime | None = None


@dataclass(frozen=True)
class OnOne:
    """The news on one thing followed, oldest first."""

    followed: Followed
    news: list[News]


def news_on(followed):
    """Give an OnOne for each Followed of one person on which there is news since they were told.

    The number of queries does not grow with the texts followed; a search is looked up once each.
    """
    texts = [one for one in followed if one.resolution_id]
    by_text = _by_text(texts) if texts else {}
    found = [OnOne(one, _of_text(one, by_text[one.resolution_id])) for one in texts]
    found += [OnOne(one, _of_search(one)) for one in followed if one.search]
    return [one for one in found if one.news]


def criteria_of(followed):
    return Criteria.read(QueryDict(followed.search))


@dataclass(frozen=True)
class _Event:
    """Something on a text, and which paragraphs it points at (none: the whole)."""

    news: News
    paragraphs: frozenset


def _of_text(followed, events):
    wanted = {followed.paragraph_id} - {None}
    return [
        event.news
        for event in events
        if event.news.at > followed.told_at and (not wanted or event.paragraphs & wanted)
    ]


def _by_text(followed):
    """Give {text's id: its _Events since the earliest moment at which the person was told}."""
    since = min(one.told_at for one in followed)
    ids = {one.resolution_id for one in followed}
    found = defaultdict(list)
    for text, event in [*_reports(ids, since), *_accounts(ids, since), *_life(ids, since)]:
        found[text].append(event)
    for events in found.values():
        events.sort(key=lambda event: event.news.at)
    return found


def _reports(ids, since):
    accepted = ReportedText.objects.filter(
        resolution__in=ids, verdict=ReportedText.Verdict.ACCEPTED, decided_at__gt=since
    )
    accepted = accepted.select_related("report__constituent__merged_into", "resolution")
    for reported in accepted.prefetch_related("paragraphs"):
        says = {"who": reported.report.reporter, "code": reported.resolution.label}
        news = News(
            _("%(who)s has reported on %(code)s") % says,
            reported.report.get_absolute_url(),
            reported.decided_at,
        )
        yield reported.resolution_id, _Event(news, _ids(reported.paragraphs))


def _accounts(ids, since):
    published = ProgressReport.objects.published().filter(
        resolution__in=ids, published_at__gt=since
    )
    published = published.select_related("resolution", "cycle")
    for account in published.prefetch_related("statements__paragraphs"):
        says = {"year": account.year, "code": account.resolution.label}
        words = _("The Progress Report for %(year)s on %(code)s is published") % says
        paragraphs = frozenset().union(*(_ids(s.paragraphs) for s in account.statements.all()))
        news = News(words, account.get_absolute_url(), account.published_at)
        yield account.resolution_id, _Event(news, paragraphs)


def _life(ids, since):
    events = LifeEvent.objects.filter(text__in=ids, at__gt=since).select_related("text")
    for event in events:
        says = {"code": event.text.label, "what": event.get_kind_display()}
        news = News(_("%(code)s: %(what)s") % says, event.text.get_absolute_url(), event.at)
        yield event.text_id, _Event(news, frozenset())


def _of_search(followed):
    """Texts that the search finds today and did not find when the person was last told."""
    new = found_by(criteria_of(followed)) - set(followed.known)
    texts = Resolution.objects.filter(pk__in=new).for_display()
    return [News(_named(text), reverse("resolution", args=[text.code])) for text in texts]


def found_by(criteria):
    """The ids of the texts that a search finds."""
    return set(Search(criteria).ids())


def _named(text):
    title = text.title.title if text.title else ""
    return f"{text.label} – {title}" if title else text.label


def _ids(rows):
    return frozenset(row.pk for row in rows.all())
