"""Run a frozen analysis again: `manage.py rerun_analysis WCC-2016 2026 [--analysis 1]`.

Ends with 0 when all is the same, with 1 when something differs, with 2 when there is no such one.
"""

import json
import sys

from django.core.management.base import BaseCommand, CommandError

from resrec.analysis.freeze.freezing import METHOD
from resrec.analysis.freeze.rerunning import rerun
from resrec.analysis.models import YearlyAnalysis
from resrec.library.models import Assembly


class Command(BaseCommand):
    help = (
        "Counts a frozen analysis again from the records that were kept with it, reads each record "
        "again from the version it is of, and says whether all is the same."
    )

    def add_arguments(self, parser):
        parser.add_argument("assembly", help="code of the Congress, as WCC-2016")
        parser.add_argument("year", type=int, help="year of the reporting cycle")
        parser.add_argument("--analysis", type=int, help="its version; the newest if not given")
        parser.add_argument(
            "--json", action="store_true", dest="as_json", help="the result as JSON"
        )

    def handle(self, *, assembly, year, analysis, as_json, **options):
        found = rerun(self._found(assembly, year, analysis))
        (self._as_json if as_json else self._in_words)(found)
        if not found.is_same:
            sys.exit(1)

    def _found(self, assembly, year, version):
        frozen = YearlyAnalysis.objects.select_related("assembly", "cycle", "frozen_by")
        known = frozen.filter(assembly__code__iexact=assembly, cycle__year=year)
        asked = known if version is None else known.filter(version=version)
        if one := asked.order_by("-version").first():
            return one
        there = [f"{one.assembly.code} {one.cycle.year}, version {one.version}" for one in frozen]
        told = "; ".join(sorted(there)) or "none yet"
        of_version = "" if version is None else f", version {version}"
        if not Assembly.objects.filter(code__iexact=assembly).exists():
            said = f"There is no Congress of the code {assembly}"
        else:
            said = f"No frozen analysis of {assembly} for {year}{of_version}"
        raise CommandError(f"{said} (frozen: {told}).", returncode=2)

    def _in_words(self, found):
        one = found.analysis
        self.stdout.write(
            f"{one.assembly.code} {one.cycle.year}, version {one.version}, "
            f"frozen {one.frozen_at:%Y-%m-%d %H:%M} UTC by method {one.method}"
        )
        if one.method != METHOD:
            self.stdout.write(
                f"This program freezes by method {METHOD}; it runs this one again by the rules, "
                "labels and values that were kept with it."
            )
        for figure, counted in found.figures:
            number = "?" if counted is None else counted
            self.stdout.write(f"{number:>8}  {figure.key:<48} {figure.labels.get('en', '')}")
        read = ", ".join(f"{number} {noun}" for noun, number in sorted(found.read_again.items()))
        self.stdout.write(f"Records read again by version: {read or 'none'}")
        self.stdout.write(f"Fingerprint: {one.fingerprint}")
        for differing in found.differing:
            self.stdout.write(self.style.ERROR(f"DIFFERS: {_in_words(differing)}"))
        number = len(found.differing)
        differs = "1 difference." if number == 1 else f"{number} differences."
        same = f"The same {len(found.figures)} figures."
        self.stdout.write(same if found.is_same else differs)

    def _as_json(self, found):
        self.stdout.write(
            json.dumps(
                {
                    "assembly": found.analysis.assembly.code,
                    "year": found.analysis.cycle.year,
                    "version": found.analysis.version,
                    "method": found.analysis.method,
                    "fingerprint": found.analysis.fingerprint,
                    "is_same": found.is_same,
                    "figures": {figure.key: counted for figure, counted in found.figures},
                    "differing": [vars(one) for one in found.differing],
                },
                ensure_ascii=False,
                default=str,
                indent=1,
            )
        )


def _in_words(differing):
    where = f"{differing.what}, {differing.field}"
    if differing.found == "gone":
        return f"{where}: is gone"
    found = f"{where}: kept {differing.kept!r}, found {differing.found!r}"
    by_hand = " (what was kept with the analysis has been changed by hand)"
    return found + (by_hand if differing.field == "digest" else "")
