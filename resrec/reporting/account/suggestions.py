"""A draft suggested for an account: sentences of its sources, each to be kept or removed.

What is chosen, and how, is `suggesting/`'s; here is what may be chosen from, and what becomes of
it. Nothing is offered that is private or not accepted, and nothing that is stated already.
"""

from django.utils.translation import gettext as _

from resrec.journal.recording import journalled, record
from resrec.library.models import Paragraph
from resrec.reporting.account.bench_passages import section_of
from resrec.reporting.account.sources import sources_of
from resrec.reporting.account.synthesis import use_passage
from resrec.reporting.models import Statement
from resrec.reporting.suggesting.agreeing import agreeing
from resrec.reporting.suggesting.drafting import drafted
from resrec.reporting.suggesting.sentences import Source, length_of
from resrec.rules import RuleBroken

# Thanks, pledges and headings stay in the reports, however much room there is; see `plainness`.
PLAINEST = 0.25
LENGTH, SHORTEST, LONGEST = 300, 20, 2000  # words of a whole account


@journalled()
def suggest(account, *, by, words=LENGTH):
    """Add suggested statements until the account has so many words; give them.

    Each rests on its own sentence, and on those of other reports that tell the same.
    The sources are the accepted reports that speak of the year. What is stated stays, counts, and
    is not said again; so asking twice adds nothing. Raises RuleBroken when nothing is found.
    """
    account.touch()
    passages = _passages(account)
    sources = [Source("", report.language, passage.text) for report, passage in passages]
    left = words - sum(length_of(one.text) for one in account.statements.all())
    found = drafted(sources, left, _asks(account), _stated(account), PLAINEST)
    owners = [report.series for report, _passage in passages]
    kinds = [section_of(passage.field) for _report, passage in passages]
    added = []
    for sentence, others in zip(found, agreeing(sources, owners, kinds, found), strict=True):
        statement = _use(account, passages, sentence, section=kinds[sentence.source])
        for other in others:
            _use(account, passages, other, statement=statement)
        # A report may change its language from one sentence to the next.
        language = sentence.language or passages[sentence.source][0].language
        Statement.objects.filter(pk=statement.pk).update(is_suggested=True, language=language)
        added.append(statement.pk)
    if not added:
        raise RuleBroken(_why_nothing(passages, left))
    record(account, "progress_report.suggested", by=by, statements=len(added), words=words)
    return list(Statement.objects.filter(pk__in=added))


def _use(account, passages, sentence, **target):
    report, passage = passages[sentence.source]
    near = sentence.start
    return use_passage(account, report, passage.field, sentence.text, near=near, **target)


def _why_nothing(passages, left):
    if not passages:
        return _("No accepted report of the year has words that can be quoted.")
    if left < SHORTEST:
        return _("The account has as many words already. Ask for more of them.")
    return _("The reports say nothing more that is not stated already.")


def _passages(account):
    """(report, passage) of what may be quoted, in the order of the bench."""
    return [
        (report, passage) for report in sources_of(account).told for passage in report.passages()
    ]


def _asks(account):
    paragraphs = Paragraph.objects.filter(
        resolution=account.resolution_id, kind=Paragraph.Kind.OPERATIVE
    )
    return [
        Source(paragraph.path, text.language, text.text)
        for paragraph in paragraphs.prefetch_related("texts")
        for text in paragraph.texts.all()
    ]


def _stated(account):
    """What the account says, in its own words and in those it quotes."""
    statements = account.statements.prefetch_related("quotations__source")
    return [
        source
        for statement in statements
        for source in [
            Source(statement.key, statement.language, statement.text),
            *(Source("", q.source.language, q.exact) for q in statement.quotations.all()),
        ]
    ]


@journalled()
def keep_all(account, *, by):
    """Keep every suggestion; give how many there were."""
    return _answer_all(account, lambda statement: statement.keep(by=by))


@journalled()
def turn_down_all(account, *, by):
    """Remove every suggestion; give how many there were."""
    return _answer_all(account, lambda statement: statement.turn_down(by=by))


def _answer_all(account, verb):
    account.touch()
    suggested = list(account.statements.filter(is_suggested=True))
    for statement in suggested:
        statement.report = account
        verb(statement)
    return len(suggested)
