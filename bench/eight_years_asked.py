"""`python -m bench.eight_years_asked`: time what is asked of eight years of reports, as JSON."""

import io
import json
import os
import statistics
import sys
import time

TURNS = 5
CONGRESS, YEAR = "WCC-2016", 2026
# For so long, in seconds, the number of the public record may be taken from memory.
REVISION_MAY_BE_REUSED = 1.1


def asked():
    """Give {what: seconds}, the median of several turns where it can be asked again."""
    from resrec.analysis.freeze.freezing import freeze, standing
    from resrec.analysis.freeze.rerunning import rerun
    from resrec.library.models import Resolution
    from resrec.people.models import User
    from resrec.reporting.account.suggestions import suggest
    from resrec.reporting.account.synthesis import begin
    from resrec.reporting.models import ReportingCycle

    officer = User.objects.get(email="officer@example.org")
    text = Resolution.objects.filter(assembly__code=CONGRESS).order_by("pk").first()
    cycle = ReportingCycle.objects.get(year=YEAR)
    account = begin(text, cycle, by=officer, language="en")
    reader, writer = Reader(), Reader(officer)
    analysis = f"/en/analysis/{CONGRESS}/{YEAR}/"
    return {
        "bench page": writer.time(f"/en/resolutions/{text.code}/progress/{YEAR}/edit/"),
        "draft suggested": timed(lambda: suggest(account, by=officer)),
        "bench page with the draft": writer.time(
            f"/en/resolutions/{text.code}/progress/{YEAR}/edit/"
        ),
        "analysis, not seen before": reader.time(analysis),
        "analysis, seen before": reader.time(analysis, seen=True),
        "analysis frozen": timed(lambda: freeze(text.assembly, cycle, by=officer)),
        "analysis run again": timed(lambda: rerun(standing(text.assembly, cycle))),
        "frozen analysis, not seen before": reader.time(f"{analysis}frozen/1/"),
        "coverage of the Congress": reader.time(f"/en/coverage/{CONGRESS}/{YEAR}/"),
        "coverage of the text": reader.time(f"/en/resolutions/{text.code}/coverage/"),
    }


class Reader:
    """Asks the site as the web server does, page cache and all; signed in, if a person is given."""

    def __init__(self, person=None):
        from bench.reporting_people import session_of

        self.environ = {"REQUEST_METHOD": "GET", "SERVER_NAME": "localhost", "SERVER_PORT": "80"}
        self.environ |= {"HTTP_HOST": "localhost", "SERVER_PROTOCOL": "HTTP/1.1"}
        if person:
            self.environ["HTTP_COOKIE"] = f"resrec_session={session_of(person)}"

    def time(self, address, *, seen=False):
        """Give the median of several askings; before each the record moves, unless `seen`."""
        from resrec.web.models import PublicRevision

        self.ask(address)
        taken = []
        for _turn in range(TURNS):
            if not seen:
                PublicRevision.move()
                time.sleep(REVISION_MAY_BE_REUSED)
            taken.append(timed(lambda: self.ask(address)))
        return statistics.median(taken)

    def ask(self, address):
        from resrec.wsgi import application

        said = []
        environ = self.environ | {"PATH_INFO": address, "wsgi.url_scheme": "http"}
        environ |= {"wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr, "QUERY_STRING": ""}
        answer = application(environ, lambda status, *_more: said.append(status))
        b"".join(answer)
        if not said[0].startswith("200"):
            sys.exit(f"{address}: {said[0]}")


def timed(action):
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resrec.settings")
    import django

    django.setup()
    json.dump(asked(), sys.stdout)


if __name__ == "__main__":
    main()
