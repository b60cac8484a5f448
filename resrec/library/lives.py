"""The lives of many texts at once: what an import says of them, and when they may be retired."""

from collections import defaultdict

from django.utils import timezone

from resrec.library.batches import batched
from resrec.library.models import Event, LifeEvent, ParagraphText, Resolution, Standing
from resrec.library.models.life import MOVES
from resrec.library.parsing import Parsed, retirement_criterion

LANGUAGES = ("en", "fr", "es")
AT_ONCE = 200  # texts whose words are held in memory together
SAID = ["on", "decision", *(f"reason_{language}" for language in LANGUAGES)]
LEFT_AT = {kind: standing for moves in MOVES.values() for kind, standing in moves.items()}
CRITERION = ["retirement_criterion", "retirement_criterion_language"]


def follow(ids):
    """Give texts on whose fields an import has written the event that explains them.

    A row says whether a text is archived, since when and why. Where that is new, it is an event of
    the day of the import; where only the words differ, they are those of the last event.
    """
    fresh, changed = [], []
    for some in batched(sorted(ids), AT_ONCE):
        last = _last_events(some)
        for text in Resolution.objects.filter(pk__in=some):
            before = last.get(text.pk)
            if text.standing != (LEFT_AT[before.kind] if before else Standing.ACTIVE):
                fresh.append(_event(text, before))
            elif before and text.standing != Standing.ACTIVE and _take_words(before, text):
                changed.append(before)
    LifeEvent.objects.bulk_create(fresh, batch_size=500)
    LifeEvent.objects.bulk_update(changed, SAID, batch_size=500)


def _last_events(ids):
    """{text: the last LifeEvent that changed its state}"""
    told = LifeEvent.objects.filter(text__in=ids, kind__in=LEFT_AT).order_by("pk")
    return {event.text_id: event for event in told}


def _event(text, before):
    if text.standing == Standing.ACTIVE:
        undone = Event.REACTIVATED if before.kind == Event.ARCHIVED else Event.REINSTATED
        return LifeEvent(text=text, kind=undone, on=timezone.localdate())
    event = LifeEvent(text=text, kind=Event.ARCHIVED)
    _take_words(event, text)
    return event


def _take_words(event, text):
    """Bring an event to what the fields of its text say; tells whether that changed it."""
    said = {"on": text.archived_on, "decision": text.archived_by_decision}
    said |= {f"reason_{one}": getattr(text, f"archived_reason_{one}") for one in LANGUAGES}
    differs = any(getattr(event, field) != value for field, value in said.items())
    for field, value in said.items():
        setattr(event, field, value)
    return differs


def read_retirement(ids):
    """Read in the paragraphs of texts when they may be retired; what an officer stated stays."""
    for some in batched(sorted(ids), AT_ONCE):
        _read_retirement(some)


def _read_retirement(ids):
    texts = Resolution.objects.filter(pk__in=ids, retirement_criterion_stated=False)
    paragraphs = _paragraphs(ids)
    changed = []
    for text in texts.only(*CRITERION):
        language, words = _criterion(paragraphs.get(text.pk, {}))
        if words != text.retirement_criterion:
            text.retirement_criterion, text.retirement_criterion_language = words, language
            changed.append(text)
    Resolution.objects.bulk_update(changed, CRITERION, batch_size=500)


def _paragraphs(ids):
    """{text: {language: [Parsed]}}, as far as the search for a criterion needs them."""
    rows = ParagraphText.objects.filter(paragraph__resolution__in=ids, paragraph__gone_on=None)
    rows = rows.order_by("paragraph__position").values_list(
        "paragraph__resolution",
        "language",
        "paragraph__kind",
        "paragraph__number",
        "paragraph__level",
        "text",
    )
    found: dict[int, dict[str, list[Parsed]]] = defaultdict(lambda: defaultdict(list))
    for pk, language, *paragraph in rows:
        found[pk][language].append(Parsed(*paragraph))
    return found


def _criterion(by_language):
    for language in LANGUAGES:
        if words := retirement_criterion(by_language.get(language, [])):
            return language, words
    return "", ""
