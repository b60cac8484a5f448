"""One Activity Report with what its pages need, by questions that are put together once.

These are the pages that hundreds of reporters ask for at the same time.
"""

from django.db.models import Exists, OuterRef

from resrec.library.models import ResolutionText
from resrec.reporting.models.activity_report import ActivityReport
from resrec.reporting.models.reported_text import ReportedText
from resrec.web.prepared import Prepared, take_as_read

# What a report may have many of, beside its texts. Most reports fill few of these groups.
GROUPS = (
    "activities",
    "future_activities",
    "evidence",
    "needs",
    "partners",
    "scopes",
    "countries",
)

_reports = Prepared(
    lambda ids: ActivityReport.objects.select_related(
        "constituent__merged_into", "constituent__kind"
    ).filter(pk__in=ids)
)
_texts = Prepared(
    lambda ids: ReportedText.objects.select_related("resolution__assembly__kind").filter(
        report__in=ids
    )
)
_words = Prepared(lambda ids: ResolutionText.objects.filter(resolution__in=ids))


def _rows_of(group):
    """The rows of a group (or of the table that links to them) of the report that is asked of."""
    to = ActivityReport._meta.get_field(group)
    model, report = (
        (to.remote_field.through, to.m2m_field_name())
        if to.many_to_many
        else (to.related_model, to.field.name)
    )
    return model._base_manager.filter(**{report: OuterRef("pk")}).order_by()


def _which_have_rows(ids):
    has_rows = [Exists(_rows_of(group)) for group in GROUPS]
    return ActivityReport.objects.filter(pk__in=ids).order_by().values_list(*has_rows)


_groups = Prepared(_which_have_rows)


def report_seen_by(user, pk):
    """Give the report with this id, its texts, their words and its groups without rows read
    already; None where this person may not read it.

    Most often it is one's own; what else a person may read takes longer to ask.
    """
    for report in _reports([pk]):
        is_own = user.is_authenticated and report.constituent_id in user.constituent_ids
        if is_own or ActivityReport.objects.visible_to(user).filter(pk=pk).exists():
            return _with_what_it_has(report)
    return None


def _with_what_it_has(report):
    texts = _texts([report.pk])
    words = _words([one.resolution_id for one in texts])
    for one in texts:
        own = [word for word in words if word.resolution_id == one.resolution_id]
        take_as_read(one.resolution, "texts", own)
    take_as_read(report, "reported_texts", texts)
    for found in _groups([report.pk]):
        for name, has_rows in zip(GROUPS, found, strict=True):
            if not has_rows:
                take_as_read(report, name, [])
    return report
