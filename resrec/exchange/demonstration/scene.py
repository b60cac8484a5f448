"""Who and what the demonstration's reports point to, looked up once."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time

from resrec.exchange.demonstration import files
from resrec.library.models import Resolution
from resrec.people.models import Constituent, Membership, User
from resrec.reporting.models import ActivityReport, Trust
from resrec.reporting.models.focal_point import Holder

# The hours at which things happen; the files only know days.
MORNING, NOON, AFTERNOON, EVENING = time(9, 30), time(12, 0), time(15, 0), time(17, 30)


def moment(day, hour):
    """Give the moment of a day at one of the hours above, in UTC."""
    return datetime.combine(day, hour, tzinfo=UTC)


@dataclass
class Scene:
    """`bodies` by (union, key), `reporters` by id of constituent, `leads` and `texts` by code.

    `reports` and `trusts` fill while loading: the ActivityReport of each file's name, the Trust by
    id of constituent.
    """

    officer: User
    bodies: dict[tuple[str, str], Constituent]
    reporters: dict[int, User]
    leads: dict[str, User]
    texts: dict[str, Resolution]
    reports: dict[str, ActivityReport] = field(default_factory=dict)
    trusts: dict[int, Trust] = field(default_factory=dict)

    @classmethod
    def set(cls):
        """Look everything up; the cast and the texts must be there."""
        cast = Membership.objects.filter(person__is_demonstration=True).select_related("person")
        leads = Holder.objects.leading().filter(person__is_demonstration=True)
        return cls(
            officer=cast.get(role=Membership.Role.OFFICER).person,
            bodies={
                (union, body["key"]): Constituent.objects.named(body["name"])
                for union in files.UNIONS
                for body in files.collection(union)["constituent"]
            },
            reporters={one.constituent_id: one.person for one in cast},
            leads={
                one.post.resolution.code: one.person
                for one in leads.select_related("post__resolution", "person")
            },
            texts={text.code: text for text in Resolution.objects.filter(code__in=_codes())},
        )

    def lead(self, code):
        """Who judges reports on a text and writes its account: focal point, else officer."""
        return self.leads.get(code, self.officer)


def _codes():
    reported = {report["resolution"] for report in files.activity_reports().values()}
    return reported | {text["code"] for text in files.texts()}
