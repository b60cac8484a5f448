"""What would help, across the texts of one assembly: open needs, narrowed by kind and country."""

from functools import cached_property

from resrec.people.folding import folded
from resrec.people.models import Country
from resrec.reporting.models import ActivityReport, NeedKind, ReportedText
from resrec.reporting.needs.public_needs import public_needs

NOT_STATED = "not-stated"


class OpenNeeds:
    """The public open needs on an assembly's texts; `kind` and `country` are codes, or "" for all.

    A code that is not known narrows to nothing. The country of a need is where its report says
    that the work was; of a report that names none, its constituent's own. A fixed number of
    queries.
    """

    def __init__(self, assembly, kind="", country=""):
        self.assembly, self.kind, self.country = assembly, kind, country.upper()

    @cached_property
    def all(self):
        """Each with its `texts` and `countries` (codes), the newest report's first."""
        accepted = ReportedText.objects.filter(
            resolution__assembly=self.assembly, verdict=ReportedText.Verdict.ACCEPTED
        )
        reports = ActivityReport.objects.current().in_full()
        reports = reports.filter(pk__in=accepted.values("report"))
        needs = [need for need in public_needs(reports) if not need.met]
        texts = {}
        for one in accepted.filter(report__in=[need.report_id for need in needs]).select_related(
            "resolution__assembly"
        ):
            texts.setdefault(one.report_id, []).append(one.resolution)
        places = self._places(needs)
        for need in needs:
            need.texts = texts[need.report_id]
            need.countries = places.get(need.report_id) or self._own_country(need.report)
        return needs

    def _places(self, needs):
        rows = ActivityReport.countries.through.objects.filter(
            activityreport__in=[need.report_id for need in needs]
        )
        found = {}
        for report, country in rows.values_list("activityreport", "country"):
            found.setdefault(report, set()).add(country)
        return found

    def _own_country(self, report):
        country = report.reporter and report.reporter.country_id
        return {country} if country else set()

    @property
    def needs(self):
        """Those that are of the kind and in the country asked for."""
        return [
            need
            for need in self.all
            if (not self.kind or (need.kind_id or NOT_STATED) == self.kind)
            and (not self.country or self.country in need.countries)
        ]

    @property
    def kinds(self):
        """The NeedKinds of which there are open needs."""
        there = {need.kind_id for need in self.all}
        return [kind for kind in NeedKind.objects.all() if kind.pk in there]

    @property
    def is_kind_missing(self):
        """Whether some do not state their kind."""
        return any(need.kind_id is None for need in self.all)

    @property
    def places(self):
        """The countries in which there are open needs, by name."""
        there = {country for need in self.all for country in need.countries}
        found = Country.objects.filter(pk__in=there)
        return sorted(found, key=lambda country: folded(country.label))
