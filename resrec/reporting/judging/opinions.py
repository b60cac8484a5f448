"""Who thinks what of a report before its verdict, and who has not said."""

from collections import defaultdict
from dataclasses import dataclass, field

from resrec.people.models import Membership, User
from resrec.reporting.models import Holder, Opinion, ReportedText
from resrec.reporting.models.activity_report_sets import of_no_part


@dataclass
class Reviewed:
    """One reported text: the Opinions on it, oldest first, each with what it says of passages,
    `beside`: (label, words); and the reviewers who have said nothing."""

    reported: ReportedText
    opinions: list = field(default_factory=list)
    silent: list = field(default_factory=list)

    @property
    def in_favour(self):
        return sum(one.leaning == Opinion.Leaning.ACCEPT for one in self.opinions)

    @property
    def against(self):
        return len(self.opinions) - self.in_favour


def opinions_on(report):
    """Give a Reviewed of each of its texts, in a fixed number of queries."""
    texts = list(report.reported_texts.all())
    said, labels = (
        defaultdict(list),
        {one.field: one.label for one in report.passages(public=False)},
    )
    found = Opinion.objects.filter(reported__in=texts).select_related("person")
    for opinion in found:
        opinion.beside = [
            (labels.get(address, ""), words) for address, words in opinion.passages.items()
        ]
        said[opinion.reported_id].append(opinion)
    reviewers = reviewers_of(report)
    reviewed = []
    for one in texts:
        have_said = {opinion.person for opinion in said[one.pk]}
        silent = [] if one.verdict else reviewers[one.resolution_id] - have_said
        reviewed.append(Reviewed(one, said[one.pk], sorted(silent, key=str)))
    return reviewed


def reviewers_of(report):
    """{text (id): the people who may have an opinion}: its focal points of today and the officers,
    without those who have a part in the report."""
    texts = [one.resolution_id for one in report.reported_texts.all()]
    people = of_no_part(User.objects.filter(is_active=True), report)
    officers = Membership.objects.in_force().filter(role=Membership.Role.OFFICER)
    officers = set(people.filter(pk__in=officers.values("person")))
    holders = Holder.objects.in_force().filter(post__resolution__in=texts, person__in=people)
    found = {text: set(officers) for text in texts}
    for holder in holders.select_related("person", "post"):
        found[holder.post.resolution_id].add(holder.person)
    return found
