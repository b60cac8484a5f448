"""Run a frozen analysis again: `manage.py rerun_analysis WCC-2016 2026 [--version 1]`."""

import json
import sys

from django.core.management.base import BaseCommand, CommandError

from resrec.analysis.models import YearlyAnalysis
from resrec.analysis.rerunning import rerun


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
        known = frozen.filter(assembly__code=assembly, cycle__year=year)
        asked = known.filter(version=version) if version else known
        if one := asked.order_by("-version").first():
            return one
        versions = ", ".join(str(one.version) for one in known)
        others = ", ".join(
            sorted({f"{one.assembly.code} {one.cycle.year}" for one in frozen.order_by("pk")})
        )
        there = f"versions: {versions}" if versions else f"frozen: {others or 'none yet'}"
        raise CommandError(f"No frozen analysis of {assembly} for {year} ({there}).")

    def _in_words(self, found):
        one = found.analysis
        self.stdout.write(
            f"{one.assembly.code} {one.cycle.year}, version {one.version}, "
            f"frozen {one.frozen_at:%Y-%m-%d %H:%M} UTC by method {one.method}"
        )
        for figure, counted in found.figures:
            self.stdout.write(f"{counted:>8}  {figure.key:<48} {figure.labels.get('en', '')}")
        read = ", ".join(f"{number} {noun}" for noun, number in sorted(found.read_again.items()))
        self.stdout.write(f"Records read again by version: {read or 'none'}")
        self.stdout.write(f"Fingerprint: {one.fingerprint}")
        for differing in found.differing:
            self.stdout.write(
                self.style.ERROR(
                    f"DIFFERS: {differing.what}, {differing.field}: "
                    f"kept {differing.kept!r}, found {differing.found!r}"
                )
            )
        same = f"The same {len(found.figures)} figures."
        differs = f"{len(found.differing)} differences."
        self.stdout.write(same if found.is_same else differs)

    def _as_json(self, found):
        self.stdout.write(
            json.dumps(
                {
                    "assembly": found.analysis.assembly.code,
                    "year": found.analysis.cycle.year,
                    "version": found.analysis.version,
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
