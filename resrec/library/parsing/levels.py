"""How deep a numbered paragraph stands, from the numbers before it."""

from resrec.library.parsing.numbers import BULLET, UPPER

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
DEEPEST = 6


class Levels:
    """The numberings that are open, outermost first; each a (style, value)."""

    def __init__(self):
        self.open = []

    def restart(self):
        """Begin anew: a paragraph without a number stands above what is numbered under it."""
        self.open = []

    def place(self, number):
        """Give the level of a numbered paragraph, and keep its numbering open."""
        if number.is_decimal or number.style == UPPER:
            self.open = []
            return 1
        for depth in reversed(range(len(self.open))):
            style, value = self.open[depth]
            following = next((r for r in _readings(number) if r == (style, value + 1)), None)
            if following or (number.style == BULLET and style == BULLET):
                self.open[depth:] = [following or (BULLET, value + 1)]
                return depth + 2
        return self._begin(number)

    def _begin(self, number):
        first = [reading for reading in _readings(number) if reading[1] == 1]
        same = [d for d, (style, _) in enumerate(self.open) if style in dict(_readings(number))]
        depth = len(self.open)
        if not first and same:
            depth = same[-1]
        depth = min(depth, DEEPEST - 2)
        self.open[depth:] = [(first or _readings(number))[0]]
        return depth + 2


def _readings(number):
    """What a number can count, likeliest first: "i" is the ninth letter or the first Roman."""
    value = number.value.lower()
    if number.style == BULLET:
        return [(BULLET, 1)]
    if value.isdigit():
        return [("figure", int(value))]
    frame = number.style + ("." if number.printed.endswith(".") else ")")
    readings = []
    if value and not value.strip("ivxlc"):
        readings.append((f"roman {frame}", _roman(value)))
    if value and len(set(value)) == 1:
        letter = (f"letter {frame}", ord(value[0]) - 96 + 26 * (len(value) - 1))
        readings.insert(0 if len(value) == 1 and value != "i" else len(readings), letter)
    return readings or [(f"other {frame}", 1)]


def _roman(value):
    total = 0
    for one, after in zip(value, [*value[1:], "i"], strict=True):
        total += -_ROMAN[one] if _ROMAN[one] < _ROMAN[after] else _ROMAN[one]
    return total
