"""Reading one report page: bytes and a file name in, a PageReading out. Needs no database.

A reading says what this page alone says. What the page does not say stays empty or None and
means "not known", never "no".
"""

from dataclasses import dataclass, fields
from datetime import date

from resrec.exchange.portal_pages import finding
from resrec.exchange.portal_pages.page import Page, PageRefused, open_page
from resrec.exchange.portal_pages.problems import Problem
from resrec.exchange.portal_pages.rows import ActivityRow
from resrec.exchange.portal_pages.sections import cut_up

_NOT_IN_JSON = frozenset(
    "title members_answer commissions_answer results challenges future activities "
    "future_activities countries report_status printed_on cut_in text".split()
)


@dataclass(frozen=True)
class PageReading:
    """What one page says; the fields down to `problems` are the keys of `--json`.

    `members` and `commissions` are lines as printed, () when nobody was involved and None when
    the page says it is not known, states nothing, or ends before. `other_orgs` is "" when none
    are named and None when the page does not reach the question. Of a file that is refused, or
    is no report page, all but `file` and `problems` is None or empty.
    """

    file: str
    node: int | None = None
    lang: str | None = None
    resolution_code: str | None = None
    code_inferred: bool | None = None
    report_type: str | None = None
    constituent: str | None = None
    constituent_type: str | None = None
    period: str | None = None
    scope: tuple[str, ...] | None = None
    status: tuple[str, ...] | None = None
    action_types: tuple[str, ...] | None = None
    members: tuple[str, ...] | None = None
    commissions: tuple[str, ...] | None = None
    secretariat: str | None = None
    other_orgs: str | None = None
    planned: str | None = None
    unresolved_guids: tuple[str, ...] | None = None
    layout: str | None = None
    truncated: bool | None = None
    problems: tuple[Problem, ...] = ()

    title: str = ""
    members_answer: str = ""
    commissions_answer: str = ""
    results: str = ""
    challenges: str = ""
    future: str = ""
    activities: tuple[ActivityRow, ...] = ()
    future_activities: tuple[ActivityRow, ...] = ()
    countries: tuple[str, ...] = ()
    report_status: str = ""
    printed_on: date | None = None
    cut_in: str = ""
    text: str = ""

    @property
    def is_report(self):
        return self.report_type is not None

    @property
    def is_refused(self):
        """The file could not be opened or is no text; a page that is no report could be read."""
        return any(problem.what == "refused" for problem in self.problems)

    def as_json(self):
        """Give the dict that `--json` prints."""
        printed = {
            f.name: getattr(self, f.name) for f in fields(self) if f.name not in _NOT_IN_JSON
        }
        return printed | {"problems": [problem.sentence for problem in self.problems]}


def read_page(content, file):
    """Read a file's bytes as a report page. Never raises: what is refused is a problem."""
    try:
        page = open_page(content, file)
    except PageRefused as refused:
        return refused_reading(file, str(refused))
    return _read(page)


def read_again(text, *, file, node, lang):
    """Read a page once more from the text that a reading of it kept."""
    return _read(Page(file, node, lang or None, tuple(text.split("\n"))))


def _read(page):
    sections = cut_up(page.lines)
    if sections is None:
        problems = (Problem("not_a_report"),)
        return PageReading(page.file, page.node, page.lang, problems=problems, text=page.text)
    return PageReading(
        file=page.file,
        node=page.node,
        lang=page.lang,
        text=page.text,
        **finding.findings(page, sections),
    )


def refused_reading(file, why):
    """Give the reading of a file that cannot be read as a page."""
    return PageReading(file, problems=(Problem("refused", printed=why),))
