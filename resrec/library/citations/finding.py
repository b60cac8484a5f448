"""Finding in the words of a text where it cites other texts. Pure: no library is asked here.

What is found are texts (Resolutions, Recommendations, Decisions): a treaty or a report has no
noun of these, and is not looked for.
"""

import re
from dataclasses import dataclass, replace

from resrec.library.citations.grammar import KINDS, grammar
from resrec.people.folding import folded

FURTHER = 300  # characters behind a mention in which its title, place and year may stand
BACK = 100  # characters before it in which the body may be named
APART = "\n\n"  # between paragraphs
LISTED = re.compile(r"[0-9]{1,2}\.[0-9]{2,3}")  # numbers that are known again behind a title
NAME = re.compile(r"(?:[A-ZÀ-Ý][\w’'.-]*\s+(?:(?:of|on|and|the|for|de|du|des|la|del|y|et)\s+)*)+$")
ACRONYM = re.compile(r"\s+([A-Z]{2,8})(?=\s)")


@dataclass(frozen=True)
class Mention:
    """Words that cite one text: `exact` is `text[start:end]`.

    `kind` is the code of what it is called, `number` its number, code or symbol as printed;
    `title` is given where there is no number. `before` and `behind` are the words around it that
    may name who adopted it, `opens` whether those before it begin the sentence ("Recalling General
    Assembly resolution …"); `own` says that it was the same body ("its resolution"). `place` and
    `year` are those of its adoption, `day_year` is the year of a day behind its number ("of 21
    December 2010"), and `after` the words that follow, where its title may stand.
    """

    exact: str
    start: int
    end: int
    language: str
    kind: str = ""
    number: str = ""
    title: str = ""
    before: str = ""
    opens: bool = False
    behind: str = ""
    own: bool = False
    place: str = ""
    year: int | None = None
    day_year: int | None = None
    after: str = ""


def find(text, language, kinds=KINDS):
    """Give the Mentions in a text, in order. `kinds` are pairs of a kind's code and its labels."""
    search = _Search(text, language, kinds)
    found = list(search.mentions())
    ends = [*(mention.start for mention in found[1:]), len(text)]
    return [search.with_clues(*pair) for pair in zip(found, ends, strict=False)]


class _Search:
    def __init__(self, text, language, kinds):
        self.text = text
        self.language = language
        self.words = grammar(language, kinds)

    def mentions(self):
        at = 0
        while found := self.words.trigger.search(self.text, at):
            at = found.end()
            if found["alone"]:
                yield self._mention(*found.span("alone"), number=found["alone"])
                continue
            for mention in self._behind(found):
                at = mention.end
                yield mention

    def _behind(self, noun):
        """The Mentions that a noun begins: of a number or several, else of a title."""
        name, at = folded(noun["noun"]), noun.end()
        kind = self.words.singular.get(name) or self.words.plural.get(name, "")
        common = {"kind": kind} | self._before(noun.start())
        if named := ACRONYM.match(self.text, at):
            common["behind"], at = named[1], named.end()
        number = self.words.number.match(self.text, self.words.label.match(self.text, at).end())
        if number is None:
            return self._titled(noun, common)
        numbers = [number, *self._listed(number, plural=name in self.words.plural)]
        common = self._behind_numbers(numbers[-1].end()) | common
        first = number.start() if len(numbers) > 1 else noun.start()
        starts = [first, *(one.start() for one in numbers[1:])]
        return [
            self._mention(start, one.end(), number=one["number"], **common)
            for start, one in zip(starts, numbers, strict=True)
        ]

    def _listed(self, number, *, plural):
        """The further members of a list, each behind a comma or "and"; titles are passed over."""
        at = number.end()
        while True:
            found = None
            if joint := self.words.between.match(self.text, at):
                found = self.words.number.match(self.text, joint.end())
            if found is None and plural and LISTED.fullmatch(number["number"]):
                found = self._beyond_title(at)
            if found is None:
                return
            yield found
            at = found.end()

    def _beyond_title(self, at):
        """The next number of the same form in this clause, behind the title of the one before."""
        upto = self._clause(at)
        for joint in self.words.joint.finditer(self.text, at, upto):
            found = self.words.number.match(self.text, joint.end(), upto)
            if found and LISTED.fullmatch(found["number"]):
                return found
        return None

    def _titled(self, noun, common):
        """The Mention of a title in quotation marks, or of a subject with place and year."""
        upto = self._clause(noun.end())
        if quoted := self.words.title.match(self.text, noun.end(), upto):
            title = next(filter(None, quoted.groups()))
            return [self._mention(noun.start(), quoted.end(), title=title.strip(" ,.;"), **common)]
        where = self.words.where.search(self.text, noun.end(), upto)
        if where is None:
            return []
        subject = self.words.subject.match(self.text, noun.end(), where.start())
        if subject is None:
            return []
        return [self._mention(noun.start(), where.end(), title=subject["subject"], **common)]

    def _clause(self, at):
        """Where the clause ends: at its stop, or where the next noun or code begins."""
        upto = self._stop(at)
        noun = self.words.trigger.search(self.text, at, upto)
        return noun.start() if noun else upto

    def _before(self, at):
        before = self.text[max(0, at - BACK) : at].rpartition(APART)[2]
        if self.words.own.search(before):
            return {"own": True}
        named = NAME.search(before)
        if named is None:
            return {}
        rest = before[: named.start()].rstrip(' “«"([*0123456789')
        opens = not rest or not (rest[-1].isalnum() or rest[-1] in ",-")
        return {"before": " ".join(named[0].split()), "opens": opens}

    def _behind_numbers(self, at):
        named = self.words.of_body.match(self.text, self.words.day.match(self.text, at).end())
        return {"behind": " ".join(named["body"].split())} if named else {}

    def _mention(self, start, end, **said):
        exact = self.text[start:end]
        return Mention(exact=exact, start=start, end=end, language=self.language, **said)

    def with_clues(self, mention, upto):
        """Add what the words behind a mention say, as far as the next one."""
        upto = max(mention.end, min(upto, self._stop(mention.end)))
        after = self.text[mention.end : upto]
        begin = mention.start if mention.title else mention.end
        where = self.words.where.search(self.text, begin, upto)
        said = {"after": after}
        if where:
            said["place"] = (where["place"] or where["place_2"]).strip()
            said["year"] = int(where["year"] or where["year_2"])
        if day := self.words.day.match(self.text, mention.end)["day_year"]:
            said["day_year"] = int(day)
        if not mention.behind and (by := self.words.adopted_by.search(after)):
            said["behind"] = " ".join(by["body"].split())
        return replace(mention, **said)

    def _stop(self, at):
        """What ends a clause: a semicolon, the paragraph, or some hundred characters."""
        further = self.text[at : at + FURTHER]
        return at + len(further.partition(";")[0].partition(APART)[0])
