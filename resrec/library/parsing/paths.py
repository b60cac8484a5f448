"""The address of each paragraph in its text: the same in each language, and fit for a URL.

    heading-2     the second heading             pre-3      the third preambular paragraph
    op-4          operative paragraph 4          op-4-b     what is numbered (b) under it
    op-4-b-1      its first bullet               op-1_2     numbering began again: the second 1
    annex-1       the title of the first annex   annex-1-2  paragraph 2 in it
    annex-1-p3    its third paragraph without a number        annex-1-h2   its second heading

A number is written without its brackets and points. What has none is counted.
"""

import re

from resrec.library.parsing.numbers import BULLET

LONGEST = 40


class Paths:
    """Gives the paragraphs of one text their paths, in order."""

    def __init__(self):
        self.given = set()
        self.times = {}
        self.counted = {}
        self.annexes = 0
        self.parents = []

    def annex(self):
        """The path of the line that begins an annex."""
        self.annexes += 1
        self.parents = []
        return self._own(f"annex-{self.annexes}")

    def heading(self):
        """The path of a heading."""
        start = f"annex-{self.annexes}-h" if self.annexes else "heading-"
        return self._own(f"{start}{self._next(start)}")

    def paragraph(self, kind, number, level):
        """The path of a paragraph: `kind` as in Parsed, its Number and level."""
        del self.parents[level - 1 :]
        if level == 1:
            path = self._own(self._top(kind, number))
        else:
            parent = self.parents[-1] if self.parents else f"{self._start(kind)}0"
            path = self._own(f"{parent}-{self._under(parent, number)}")
        # Where a level is left out, what comes next stands under this one all the same.
        self.parents += [path] * (level - len(self.parents))
        return path

    def _start(self, kind):
        if kind == "annex":
            return f"annex-{self.annexes}-"
        return "pre-" if kind == "preambular" else "op-"

    def _top(self, kind, number):
        start, slug = self._start(kind), _slug(number)
        count = self._next(start)
        if kind == "preambular":
            return f"{start}{count}"
        return f"{start}{slug or (f'p{count}' if kind == 'annex' else count)}"

    def _under(self, parent, number):
        slug = "" if number.style == BULLET else _slug(number)
        return slug or self._next(f"{parent}-")

    def _next(self, start):
        self.counted[start] = self.counted.get(start, 0) + 1
        return self.counted[start]

    def _own(self, path):
        """The path itself, or with the time that it comes up; short enough for its column."""
        if len(path) > LONGEST - 6:
            path = path[: path.find("-") + 1] + f"n{len(self.given) + 1}"
        free = path
        while free in self.given:
            self.times[path] = self.times.get(path, 1) + 1
            free = f"{path}_{self.times[path]}"
        self.given.add(free)
        return free


def _slug(number):
    return re.sub(r"[^0-9a-z.]+", "", number.value.lower())[:8].strip(".")
