"""Loading the description of a union's collection: what is missing is added, nothing overwritten.

Only the conventions of its codes are the file's own: loaded again, they are brought up to date.
"""

from django.apps import apps

from resrec.exchange.collections.description import TERMS
from resrec.facts import add_missing
from resrec.journal.recording import journalled, record
from resrec.library.facts import add_assemblies
from resrec.library.models import Collection, CollectionConventions

LANGUAGES = ("en", "fr", "es")


@journalled()
def load(said, *, by=None):
    """Load a description (`described`); gives its Collection."""
    for name, model in TERMS.items():
        add_missing(model, said.get(name, ()), key=("code",))
    union = {"is_demonstration": "0", "position": 9} | said["collection"]
    kinds = [
        {"code": one["code"], "collection": union["code"], "position": place}
        | {f"label_{lang}": one.get(f"label_{lang}", "") for lang in LANGUAGES}
        for place, one in enumerate(said["assembly"], start=1)
    ]
    add_assemblies(apps, [union], kinds, [])
    collection = Collection.objects.get(code=union["code"])
    CollectionConventions.objects.update_or_create(
        collection=collection, defaults={"said": _conventions(said)}
    )
    record(collection, "collection.described", by=by, symbols=len(said.get("symbol", ())))
    return collection


def _conventions(said):
    """What `resrec.library.conventions` reads."""
    return {
        "language": said["collection"].get("language", "en"),
        "signs": said.get("signs", {}),
        "symbols": said.get("symbol", []),
        "titles": said.get("title", []),
        "assemblies": {
            one["code"]: {
                "years": one["years"],
                "country": one.get("country", ""),
                "extraordinary": one.get("extraordinary", False),
            }
            | {f"place_{lang}": one.get(f"place_{lang}", "") for lang in LANGUAGES}
            for one in said["assembly"]
        },
    }
