"""The invented union: its assemblies, bodies and cycles, and its texts with their paragraphs."""

from datetime import timedelta
from functools import partial

from django.apps import apps
from django.utils import timezone

from resrec.exchange.demonstration import files
from resrec.exchange.demonstration.scene import MORNING, moment
from resrec.library import facts as library
from resrec.library.citations.refreshing import refresh
from resrec.library.lives import read_retirement
from resrec.library.models import Assembly, Keyword, Resolution, ResolutionText
from resrec.library.paragraph_plan import bodies_of
from resrec.library.paragraph_trees import add_trees
from resrec.library.parsing import parse
from resrec.people import facts as people
from resrec.reporting import facts as reporting
from resrec.reporting.models import ReportingCycle
from resrec.reporting.models.asking import lay_ladder

LANGUAGES = ("en", "fr", "es")
# Days of a running cycle, and what the files call their distance from the day of loading.
RUNNING = {"reports_due_on": "reports_due_in", "closes_on": "closes_in"}
VERBS = {"archived": "archive", "superseded": "supersede"}
WORDS = ("decision", *(f"reason_{language}" for language in LANGUAGES))


def add():
    """Add the union with its texts, and the cycles of both unions."""
    _add_union(files.collection("alr"))
    texts = [_add_text(text) for text in files.texts()]
    add_trees([(text, _parsed(text)) for text in texts])
    ids = [text.pk for text in texts]
    refresh(ids)
    read_retirement(ids)
    for union in files.UNIONS:
        _add_cycles(files.collection(union))


def happenings(scene):
    """Give (moment, call) for each event in the lives of the texts since."""
    for text in files.texts():
        for said in _events(text):
            at = moment(said["on"], MORNING)
            yield at, partial(_happen, scene, scene.texts[text["code"]], said, at)


def _events(text):
    single = [(verb, text[key]) for key, verb in VERBS.items() if key in text]
    related = [("relate", said) for said in text.get("related", ())]
    return [said | {"verb": verb} for verb, said in (*single, *related)]


def _happen(scene, resolution, said, at):
    others = [Resolution.objects.get(code=said["other"])] if "other" in said else []
    words = {key: said[key] for key in WORDS if key in said}
    # Read anew: what happened before on the same day counts.
    text = Resolution.objects.get(pk=resolution.pk)
    getattr(text, said["verb"])(*others, by=scene.officer, on=said["on"], at=at, **words)


def _add_union(union):
    kind = union["assembly_kind"]
    library.add_assemblies(
        apps,
        [
            {"code": union["code"], "is_demonstration": "1", "position": "9"}
            | {f"name_{language}": union["name"][language] for language in LANGUAGES}
        ],
        [
            {"code": kind["code"], "collection": union["code"], "position": "9"}
            | {f"label_{language}": kind[language] for language in LANGUAGES}
        ],
        [
            {
                "kind": kind["code"],
                "number": str(assembly["number"]),
                "year_coded": str(assembly["year"]),
                "year_held": str(assembly["year"]),
                "country": "",
                "extraordinary": "0",
            }
            | {f"place_{language}": assembly["place"] for language in LANGUAGES}
            for assembly in union["assembly"]
        ],
    )
    people.add_bodies(apps, union["constituent"], is_demonstration=True)
    Keyword.objects.bulk_create(
        Keyword(
            code=one["code"],
            position=position,
            **{f"label_{language}": one[language] for language in LANGUAGES},
        )
        for position, one in enumerate(union["keyword"], start=1)
    )


def _add_cycles(union):
    reporting.add_cycles(
        apps,
        [
            {
                "collection": union["code"],
                "year": cycle["year"],
                "assembly": cycle["assembly"],
                "opens_on": cycle.get("opens_on"),
                "closes_on": cycle.get("closes_on"),
            }
            for cycle in union["cycle"]
        ],
    )
    for cycle in union["cycle"]:
        days = {name: _in_days(cycle[key]) for name, key in RUNNING.items() if key in cycle}
        there = ReportingCycle.objects.filter(collection__code=union["code"], year=cycle["year"])
        if days:
            there.update(**days)
            lay_ladder(there.get())


def _in_days(number):
    return timezone.localdate() + timedelta(days=number)


def _add_text(text):
    resolution = Resolution.objects.create(
        assembly=Assembly.objects.get(code=text["assembly"]),
        kind_id=text["kind"],
        number=text["number"],
        code=text["code"],
        official_number=text["official_number"],
        title_confidence=Resolution.Confidence.HIGH,
    )
    resolution.keywords.set(text["keywords"])
    _add_words(resolution, text)
    return resolution


def _parsed(resolution):
    bodies = bodies_of(resolution)
    return {language: parse(text.body, language, text.title) for language, text in bodies.items()}


def _add_words(resolution, text):
    """Add a row a language; the English has an earlier row where its first words are given."""
    sources = {}
    for version, name in _english_versions(text):
        sources[version] = _words(resolution, text, "en", name, version=version)
    for language in ("fr", "es"):
        source = sources[text.get("renders", {}).get(language, 1)]
        _words(resolution, text, language, language, renders=source)


def _english_versions(text):
    return [(1, "en_1"), (2, "en")] if "en_1" in text["title"] else [(1, "en")]


def _words(resolution, text, language, name, **version):
    return ResolutionText.objects.create(
        resolution=resolution,
        language=language,
        title=text["title"][name],
        body=files.body_of(text, name),
        **version,
    )
