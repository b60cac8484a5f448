"""Every number on the pages of an analysis opens its list, which is as long as it says."""

import re
from html.parser import HTMLParser

import pytest

from resrec.analysis.freeze.freezing import freeze
from resrec.analysis.freeze.frozen import FrozenOverview, find_frozen
from resrec.analysis.models import Narrative
from resrec.analysis.overview import Overview
from resrec.reporting.models import ProgressReport

PAGES = ("", "?map=constituents", "?map=reports", "movement/", "themes/", "frozen/1/")
VOID = {"br", "hr", "img", "input", "link", "meta", "use", "wbr"}
# A number that opens no list: in headings, dates, names and words of reports; a difference, whose
# two numbers stand beside it; above the list itself, which folds out.
BESIDE = {"eyebrow", "seal", "notice", "chip", "entries", "explanation", "note", "name"}
NUMBER = re.compile(r"\d[\d,.]*")
LIST = re.compile(r"/analysis/TST-2022/\d+/(frozen/\d+/)?(?!sum_|movement|themes|frozen)[\w.]+/$")
ENTRY = re.compile(r'<li class="(?:entry|report-line)"')


class Numbers(HTMLParser):
    """`linked` are (address, number, the whole words), `alone` the words with a number and no
    link, of what stands in the main part of a page."""

    def __init__(self, html):
        super().__init__()
        self.open, self.linked, self.alone = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.open.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        while tag not in VOID and self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, words):
        tags = [tag for tag, _attributes in self.open]
        classes = {name for _tag, one in self.open for name in (one.get("class") or "").split()}
        if "article" not in tags or {"title", "h1", "code"} & {*tags}:
            return
        addresses = [one["href"] for tag, one in self.open if tag == "a"]
        for number in NUMBER.findall(words):
            if addresses and "visually-hidden" not in classes:
                self.linked.append((addresses[-1], number, words))
            elif not addresses and "summary" not in tags and classes.isdisjoint(BESIDE):
                self.alone.append((number, words.strip()))


@pytest.fixture
def written(themed, cast):
    """The small Congress with a theme, a narrative, and a report that was corrected; frozen.

    Whoever said nothing is named to everybody, as an officer may decide.
    """
    themed.assembly.names_the_silent = True
    themed.assembly.save()
    figures = Overview(themed.assembly, themed.cycle).all_figures
    told = Narrative(assembly=themed.assembly, cycle=themed.cycle, place="summary", language="en")
    words = "{with_progress_report} of {texts}; {2024.status_underway} a year ago."
    told.write(words, figures, by=cast.officer, read=0)
    freeze(themed.assembly, themed.cycle, by=cast.officer)
    themed.account(1, 2025, "completed")  # replaces one: figures of the frozen page turn amber
    return themed


@pytest.fixture
def figures(written):
    """{address of its list: Figure} of all that the pages show, live and frozen."""
    live = Overview(written.assembly, written.cycle)
    in_cycles = [live.in_cycle(cycle).figures.values() for cycle in written.cycles.values()]
    frozen = FrozenOverview(find_frozen("TST-2022", 2025, 1)).figures.values()
    found = [*live.all_figures.values(), *frozen, *(one for many in in_cycles for one in many)]
    return {one.get_absolute_url(): one for one in found}


def test_every_number_opens_its_list(client, written, figures):
    years, opened = {str(year) for year in written.cycles}, {}
    for end in PAGES:
        page = Numbers(client.get(f"/en/analysis/TST-2022/2025/{end}").text)
        assert [one for one in page.alone if one[0].strip(".,") not in years] == [], end
        lists = [one for one in page.linked if LIST.search(one[0])]
        assert lists, end
        wrong = [one for one in lists if figures[one[0]].value != int(re.sub(r"\D", "", one[1]))]
        assert wrong == [], end
        opened |= {one[0]: figures[one[0]] for one in lists}
    one_of_each = {
        (one.noun, one.is_frozen): address for address, one in opened.items() if one.value
    }
    assert len(one_of_each) > 15
    for address in one_of_each.values():
        answer = client.get(address)
        entries = ENTRY.findall(answer.text.rpartition('<ol class="entries"')[2])
        assert len(entries) == figures[address].value, address


def test_the_number_of_marked_figures_opens_them(client, written):
    page = client.get("/en/analysis/TST-2022/2025/frozen/1/").text
    (told,) = re.findall(r"<p>(\d+) figures would be counted otherwise", page)
    folded = page.split("Which figures are marked</summary>")[1].split("</details>")[0]
    assert folded.count("<li>") == int(told) > 5
    assert ProgressReport.objects.filter(status="superseded").count() == 2
