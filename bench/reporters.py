"""`python -m bench.reporters`: two hundred reporters at once, on SQLite and on PostgreSQL.

Each is signed in and writes drafts of its own for a minute: a save every three seconds and, three
times, the whole of handing one in: submit, see it, begin the next. Asked for is 95 % within a
second for every kind of request; nothing but 200 and 302 may be answered (a conflict is an error
as well), and afterwards the database must hold exactly what was acknowledged.
"""

import random
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from bench import SCALE
from bench.browser import Browser, NoAnswer
from bench.reporting_site import sites_on
from bench.site import ENGINES

REPORTERS = max(10, round(200 * SCALE))
SECONDS = max(6, 60 * SCALE)
SAVE_EVERY = min(3, SECONDS / 6)
SUBMIT_EVERY = min(20, SECONDS / 3)
P95_SECONDS = 1.0
# How long a person goes on pressing a button of a site that does not answer, and how often.
PATIENCE, PRESS_EVERY = 60, 0.5


@dataclass
class Draft:
    """A report as its writer knows it. `acknowledged` are the words of the last answered save."""

    pk: int
    fields: dict
    acknowledged: str | None = None
    sent: str = ""
    is_submitted: bool = False


@dataclass
class Reporter:
    """One person at work. `drafts` are all that were begun, `conflicts` how many were shown."""

    browser: Browser
    text: str
    number: int
    drafts: list = field(default_factory=list)
    conflicts: int = 0
    words: int = 0

    def begin(self):
        """Open a new draft, from the page that asks for its text to the one it is written on."""
        page = self._insist(lambda: self.browser.get("new", f"/en/reports/new/?text={self.text}"))
        asked = self.browser.fields_of(page)
        made = self._insist(lambda: self.browser.post("begin", "/en/reports/new/", asked))
        self._open(made.place)

    def _open(self, address):
        page = self._insist(lambda: self.browser.get("edit", address))
        fields = self.browser.fields_of(page, address)
        fields |= {"period_from": ["2026-01-01"], "period_to": ["2026-06-30"]}
        self.draft = Draft(int(address.strip("/").split("/")[-2]), fields)
        self.draft.sent = "A first pond was dug."
        self.drafts.append(self.draft)

    def type_and_save(self):
        """Type a sentence and let the page save; what is not acknowledged goes with the next."""
        draft = self.draft
        self.words += 1
        draft.sent = f"Pond {self.words} was dug by reporter {self.number}, and frogs came back."
        typed = draft.fields | {"results": [draft.sent]}
        try:
            saved = self.browser.post("autosave", f"/en/reports/{draft.pk}/autosave/", typed)
        except NoAnswer:
            return
        if saved.status == 409:
            self._take_up_again()
        elif saved.status == 200:
            draft.acknowledged = draft.sent
            draft.fields["revision"] = [saved.text.split('"revision": ')[1].split(",")[0]]

    def _take_up_again(self):
        """Read the page anew, as a person does who is told that the draft has moved on."""
        self.conflicts += 1
        address = f"/en/reports/{self.draft.pk}/edit/"
        page = self._insist(lambda: self.browser.get("edit", address))
        if page.status == 200:
            self.draft.fields["revision"] = self.browser.fields_of(page, address)["revision"]

    def submit(self):
        """Hand the draft in with the words typed last, look at it, and begin the next."""
        draft, address = self.draft, f"/en/reports/{self.draft.pk}/submission/"
        for _turn in range(2):
            typed = draft.fields | {"results": [draft.sent]}
            answer = self._insist(
                lambda typed=typed: self.browser.post("submit", address, typed, as_form=True)
            )
            if answer.status != 409:
                break
            self._take_up_again()
        if answer.status == 302:
            draft.is_submitted, draft.acknowledged = True, draft.sent
            self._insist(lambda: self.browser.get("read", answer.place))
        self.begin()

    def _insist(self, ask):
        """Press again as long as no answer comes; raises NoAnswer when patience ends."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return ask()
            except NoAnswer:
                if time.monotonic() > deadline:
                    raise
                time.sleep(PRESS_EVERY)

    def work(self, begins, chance):
        """Save and submit in turn until the time is over; `begins` is a moment (monotonic)."""
        ends = begins + SECONDS
        due = [
            (begins + chance.uniform(0, SAVE_EVERY), SAVE_EVERY, self.type_and_save),
            (begins + chance.uniform(0, SUBMIT_EVERY), SUBMIT_EVERY, self.submit),
        ]
        while due:
            due.sort(key=lambda one: one[0])
            moment, pause, act = due.pop(0)
            time.sleep(max(0, moment - time.monotonic()))
            act()
            if moment + pause < ends:
                due.append((moment + pause, pause, act))


def sign_in(site):
    people = site.people("make", REPORTERS)
    return [
        Reporter(Browser(site.port, one["session"]), one["text"], number)
        for number, one in enumerate(people)
    ]


def work_together(reporters, seed=0, when_begun=lambda: None):
    """Let all begin a draft, then work for the time; only the second is counted."""
    with ThreadPoolExecutor(len(reporters)) as pool:
        list(pool.map(Reporter.begin, reporters))
        for reporter in reporters:
            reporter.browser.asked.clear()
        when_begun()
        begins = time.monotonic()
        chances = [random.Random(f"{seed}-{one.number}") for one in reporters]
        list(pool.map(Reporter.work, reporters, [begins] * len(reporters), chances))


def not_as_acknowledged(reporters, stored):
    """Compare what people were told with what is stored; gives sentences on what differs."""
    rows = {row["pk"]: row for row in stored["reports"]}
    drafts = [draft for reporter in reporters for draft in reporter.drafts]
    entries = stored["submitted"]
    found = []
    for draft in drafts:
        row = rows.pop(draft.pk, None)
        if row is None:
            found.append(f"report {draft.pk} is lost")
        elif draft.acknowledged and row["results"] not in (draft.acknowledged, draft.sent):
            found.append(f"report {draft.pk} lost a save: it holds {row['results']!r}")
        elif draft.is_submitted != (entries.count(draft.pk) == 1 and row["status"] == "submitted"):
            found.append(f"report {draft.pk} is {row['status']}, {entries.count(draft.pk)} times")
    found += [f"report {pk} is doubled: nobody knows it" for pk in rows]
    return found if stored["journal_verifies"] else [*found, "the journal does not verify"]


def print_times(asked, seconds):
    """Print percentiles by kind; tells whether one is slower than asked for."""
    slow = False
    for kind in sorted({one.kind for one in asked}):
        times = sorted(one.seconds for one in asked if one.kind == kind)
        p50, p95, p99 = (statistics.quantiles(times, n=100)[n - 1] for n in (50, 95, 99))
        print(f"  {kind:<10}{len(times):6} {len(times) / seconds:6.1f} a second", end="")
        print(f"   p50 {p50 * 1000:5.0f} ms   p95 {p95 * 1000:5.0f} ms   p99 {p99 * 1000:5.0f} ms")
        slow = slow or p95 > P95_SECONDS
    return slow


def measure(site, reporters, engine):
    """Run the minute and print it; gives True when something was lost, doubled or an error."""
    work_together(reporters)
    wrong = not_as_acknowledged(reporters, site.people("stored"))
    asked = [one for reporter in reporters for one in reporter.browser.asked]
    errors = [one for one in asked if one.status not in (200, 302)]
    lost = sum(reporter.browser.lost for reporter in reporters)
    print(f"{engine}: {len(reporters)} reporters for {SECONDS:.0f} s, {len(asked)} requests")
    slow = print_times(asked, SECONDS)
    print(
        f"  {len(errors)} errors, {lost} without an answer, {len(wrong)} lost or doubled; ", end=""
    )
    print(f"asked 95 % within {P95_SECONDS:.0f} s: {'not met' if slow else 'met'}")
    for said in [*{f"{one.kind}: {one.status}" for one in errors}, *wrong[:10]]:
        print(f"  {said}")
    return bool(errors or lost or wrong)


def main():
    with sites_on(ENGINES) as sites:
        failed = [
            measure(site, sign_in(site), engine)
            for engine, site in zip(ENGINES, sites, strict=True)
        ]
    return any(failed)


if __name__ == "__main__":
    sys.exit(main())
