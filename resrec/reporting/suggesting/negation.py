"""Whether a sentence says that something was not done, in English, French or Spanish."""

import re

from resrec.library.search.words import folded

NOT = re.compile(
    r"\b(?:not|never|no longer|cancelled|postponed|abandoned|failed to"
    r"|(?:n['’](?:a|ont|est|etait|etaient)|ne) (?:\w+ )?(?:pas|plus|jamais)"
    r"|pas encore|annulee?s?|abandonnee?s?|no (?:se|fue|fueron|ha|han|pudo|pudieron)"
    r"|todavia no|aun no|nunca|cancelad[ao]s?|aplazad[ao]s?)\b"
)


def says_not(text: str) -> bool:
    return bool(NOT.search(folded(text)))
