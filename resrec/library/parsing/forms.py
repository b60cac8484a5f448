"""Where the verbs of an assembly stand in a paragraph."""

from dataclasses import dataclass, replace

from resrec.library.parsing.lexicon import Form, bases

MOST_BETWEEN = 5
MOST_STARTERS = 20
OPENING, SUBJECT, JOINED, PASSIVE, NAMED = "opening subject joined passive named".split()
# "The Conference at its third session invites": the verb is near the start.
FURTHEST_NAMED = 12
FURTHEST_COMMA = 12
# So many adverbs at most are looked through before a verb.
FURTHEST_BACK = 8


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb in a paragraph: its Form, its first word and the word after it, and how it stands.

    opening: the first words; subject: "we reaffirm"; joined: ", and requests"; passive: "are
    urged"; named: "The Conference invites".
    """

    form: Form
    start: int
    end: int
    how: str


def clauses_of(words, opening, known):
    """Give the Clauses of a paragraph in order; `opening` is the one it opens with, or None."""
    found = [opening] if opening and not is_instruction(opening) else []
    mood, end = (opening.form.mood, opening.end) if opening else (None, 0)
    for place in [at for at, word in enumerate(words.folded) if word in known.forms]:
        if place < end:
            continue
        if clause := _inner(words, place, known, mood):
            found.append(clause)
            end = clause.end
    return found


def is_instruction(opening):
    """Whether a plain opening says what somebody is to do ("Support farmers"), not the assembly."""
    form = opening.form
    if form.mood != "plain" or opening.start:
        return False
    return form.base not in bases("speaking") or form.words[0] != form.base.split()[0]


def opening_clause(words, known):
    """Give the Clause that a paragraph opens with ("Also calls upon …"), or None."""
    place = _after_starters(words, 0, known)
    if clause := _said(words, place, known):
        return clause
    # "In this regard, requests …"
    for place in range(1, min(FURTHEST_COMMA, len(words))):
        if "," in words.before(place):
            return _of_mood(words, _after_starters(words, place, known), known, "finite", OPENING)
    return None


def _after_starters(words, place, known):
    """The place of the first word that is neither an adverb nor a subject."""
    skipped = known.words["starters"] | known.words["subjects"]
    furthest = min(place + MOST_STARTERS, len(words))
    while place < furthest and words.folded[place] in skipped:
        if _form_at(words, place, known):
            break
        place += 1
    return place


def _said(words, place, known):
    for mood in ("finite", "participle", "plain"):
        if clause := _of_mood(words, place, known, mood, OPENING):
            return clause
    return None


def _carried_over(found, words, known):
    """Give Form and end of a verb, or of the one that it carries: "continues to encourage"."""
    form, end = found
    if form.base not in bases("carrying") or end + 1 >= len(words):
        return found
    if words.folded[end] not in known.words["infinitive"]:
        return found
    carried = _form_at(words, end + 1, known, "plain")
    if not carried or carried[0].verb_type == "deciding":
        return found
    return replace(carried[0], mood=form.mood), carried[1]


def _inner(words, place, known, mood):
    """The Clause at a place inside a paragraph, if an assembly speaks there."""
    before = place - 1
    first = max(place - FURTHEST_BACK, 0)
    while before >= first and words.folded[before] in known.words["starters"]:
        before -= 1
    previous = words.folded[before] if before >= 0 else ""
    if _is_said_by_us(words, before, known):
        return _of_mood(words, place, known, known.first_person, SUBJECT)
    if previous in known.words["perfect"] and _is_said_by_us(words, before - 1, known):
        return _of_mood(words, place, known, "passive", SUBJECT)
    if previous in known.words["auxiliary"] and not _is_reflexive(words, before, known):
        clause = _of_mood(words, place, known, "passive", PASSIVE)
        return clause if clause and clause.form.base in bases("asked") else None
    if mood is None:
        return _inner_alone(words, place, known, before)
    if not _is_joined(words, before, place, known):
        return None
    said = _of_mood(words, place, known, mood, JOINED)
    if said and _is_further(said):
        return said
    # "Takes note of the report, encouraging States to": whoever is asked matters in any mood.
    asked = _of_mood(words, place, known, "participle", JOINED)
    return asked if asked and asked.form.verb_type == "directive" else None


def _is_reflexive(words, before, known):
    """Whether "se" stands before the auxiliary: "se sont engagés" is not passive."""
    return before > 0 and words.folded[before - 1] in known.words["reflexive"]


def _is_further(clause):
    """Whether a joined verb is the assembly's, and not what somebody does besides."""
    if clause.form.mood == "plain":
        return clause.form.base in bases("joinable")
    return clause.form.mood == "finite" or clause.form.verb_type != "deciding"


def _inner_alone(words, place, known, before):
    """The Clause where no verb opens: "We, the Ministers, declare", "The Conference invites"."""
    is_apposed = words.folded[0] in known.words["subjects"] and "," in words.before(1)
    if is_apposed and _is_joined(words, before, place, known):
        return _of_mood(words, place, known, known.first_person, SUBJECT)
    if place < FURTHEST_NAMED and before >= 0 and words.folded[before] in known.words["bodies"]:
        return _of_mood(words, place, known, "finite", NAMED)
    return None


def _is_said_by_us(words, before, known):
    """Whether "we" or "we will" stands there."""
    if before > 0 and words.folded[before] in known.words["future"]:
        before -= 1
    return before >= 0 and words.folded[before] in known.words["subjects"]


def _of_mood(words, place, known, mood, how):
    found = _form_at(words, place, known, mood) if place < len(words) else None
    if not found or (how == JOINED and _is_noun(words, *found, known)):
        return None
    form, end = _carried_over(found, words, known)
    return Clause(form, place, end, how)


def _is_noun(words, form, end, known):
    """Whether a form is a noun by what follows: "requests from States", "demands of the time"."""
    after = words.folded[end] if end < len(words) else ""
    return len(form.words) == 1 and after in known.words["of_a_noun"]


def _is_joined(words, before, place, known):
    """Whether a comma or an "and" stands before a verb, and no article makes it a noun."""
    if before >= 0 and words.folded[before] in known.words["articles"]:
        return False
    joins = known.words["joins"]
    if any(words.folded[at] in joins for at in range(max(before, 0), place)):
        return True
    return any(mark in words.before(at) for at in range(before + 1, place + 1) for mark in ",;:.—–")


def _form_at(words, place, known, mood=None):
    """Give the longest (Form, place after it) whose words stand there, or None.

    Between its words there may be adverbs: "calls once again upon".
    """
    for form in known.forms.get(words.folded[place], ()):
        if mood and form.mood != mood:
            continue
        if (after := _end_of(form, words, place, known.words["adverbs"])) is not None:
            return form, after
    return None


def _end_of(form, words, place, adverbs):
    place += 1
    for wanted in form.words[1:]:
        skipped = 0
        while place < len(words) and words.folded[place] != wanted:
            if words.folded[place] not in adverbs or skipped == MOST_BETWEEN:
                return None
            place, skipped = place + 1, skipped + 1
        if place == len(words):
            return None
        place += 1
    return place
