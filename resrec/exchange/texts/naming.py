"""Whether what a row names is there. Nothing here looks at the texts of the library."""

from resrec.exchange.texts.known import TERMS
from resrec.exchange.texts.lives import impossible_in

NOUNS = {"keywords": "keyword", "scopes": "geographic scope", "countries": "country"}


def unknown_in(said, known):
    """Give a sentence for each name in a row of right form that stands for nothing."""
    union = said.get("collection", "")
    if known.collection and union != known.collection:
        yield f"it is of the collection “{union}”, not “{known.collection}”."
    elif not union:
        yield "“collection” is missing."
    elif union not in known.collections:
        yield f"the collection “{union}” is unknown."
    elif said.get("assembly") and not known.has_sitting(said["assembly"], union):
        yield f"the assembly “{said['assembly']}” is unknown in “{union}”."
    if said.get("kind") and said["kind"] not in known.kinds:
        yield f"the kind “{said['kind']}” is unknown."
    for name in TERMS:
        for code in said.get(name, ()):
            if code not in known.terms[name]:
                yield f"the {NOUNS[name]} “{code}” is unknown."
        if len(set(said.get(name, ()))) < len(said.get(name, ())):
            yield f"“{name}” names something twice."
    yield from impossible_in(said)
    yield from _of_words(said.get("texts", ()))
    yield from _of_paragraphs(said.get("paragraphs", ()), known)


def _of_words(texts):
    versions = [(one["language"], one.get("version")) for one in texts]
    if len(set(versions)) < len(versions):
        yield "“texts” says one version of a language twice."
    for one in texts:
        if (renders := one.get("renders")) and renders["language"] == one["language"]:
            yield f"“texts” has a translation of {one['language']} into itself."


def _of_paragraphs(paragraphs, known):
    for place, one in enumerate(paragraphs, start=1):
        for asked in one.get("addressees", ()):
            if asked.get("class") and asked["class"] not in known.classes:
                yield f"paragraph {place}: the class “{asked['class']}” is unknown."
            body = asked.get("constituent")
            if body and (body["kind"], body["name"]) not in known.bodies:
                yield f"paragraph {place}: the constituent “{body['name']}” is unknown."
