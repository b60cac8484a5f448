"""What the site's own search answers to each judged query: run on data of its own, writes JSON.

python -m bench.search.answers COLLECTION

`{id: {"top": [code, …], "texts": [code, …]}}`: the first ten in their order, and all that were
found, sorted; within the collection, as someone does who has picked it.
"""

import json
import os
import sys
from itertools import islice

import django

from bench.search.quality import TOP, read_judged


def answers(collection):
    from resrec.library.models import Resolution
    from resrec.library.search import catalogue, query
    from resrec.library.search.finding import find

    known = catalogue.current()
    codes = dict(Resolution.objects.values_list("pk", "code"))
    picked = known.facets["collection"][collection]
    for case in read_judged():
        found = find(query.read(case["query"]), known)
        within = found.texts & picked
        top = islice(found.by_relevance(known, within), TOP)
        yield (
            case["id"],
            {
                "top": [codes[pk] for pk in top],
                "texts": sorted(codes[pk] for pk in known.in_order(within)),
            },
        )


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resrec.settings")
    django.setup()
    json.dump(dict(answers(sys.argv[1])), sys.stdout)


if __name__ == "__main__":
    main()
