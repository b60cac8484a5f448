"""How lists write their numbers: "4", "d", "iv"."""


def counted(number, how):
    """Write a number as Word names the ways of counting: "lowerLetter", "upperRoman" …"""
    match how:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if how == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman":
            return _roman(number) if how == "lowerRoman" else _roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
    return str(number)


def _roman(number):
    parts = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
    written = ""
    for value, letters in parts:
        times, number = divmod(number, value)
        written += letters * times
    return written
