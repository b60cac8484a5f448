"""The main verb of a paragraph and its class, in three languages."""

import pytest

from resrec.library.parsing import parse

SAID = [
    ("en", "Requests the Council to rest;", "request", "directive"),
    ("en", "Also requests the Council to rest;", "request", "directive"),
    ("en", "CALLS once again UPON Members to rest;", "call upon", "directive"),
    ("en", "Takes note with appreciation of the reeds;", "take note", "observing"),
    ("en", "Strongly condemns the noise;", "condemn", "evaluative"),
    ("en", "Expresses its deep concern about the noise;", "express concern", "evaluative"),
    ("en", "Expresses its appreciation to the ferryman;", "appreciate", "evaluative"),
    ("en", "RECOGNISING ALSO the reeds,", "recognize", "observing"),
    ("en", "Deeply concerned by the noise,", "be concerned", "evaluative"),
    ("en", "Mindful of the reeds,", "bear in mind", "observing"),
    ("en", "In this regard, we reaffirm our thanks.", "reaffirm", "reinforcing"),
    ("en", "We, the ferrymen, declare a holiday.", "declare", "deciding"),
    ("en", "Ferrymen are strongly urged to rest.", "urge", "directive"),
    ("en", "Continues to encourage ferrymen to rest;", "encourage", "directive"),
    ("en", "The Conference invites ferrymen to rest.", "invite", "directive"),
    ("en", "Herons fish at dawn.", "", ""),
    ("en", "Support ferrymen in winter.", "", ""),
    ("fr", "Prie également le Conseil de se reposer ;", "request", "directive"),
    ("fr", "DEMANDE INSTAMMENT aux Membres de se reposer ;", "urge", "directive"),
    ("fr", "Se félicite de l’arrivée des hérons ;", "welcome", "evaluative"),
    ("fr", "REAFFIRME son attachement aux joncs ;", "reaffirm", "reinforcing"),
    ("fr", "Notant avec préoccupation le bruit,", "note", "observing"),
    ("fr", "S’inquiétant du bruit,", "be concerned", "evaluative"),
    ("fr", "Nous nous engageons à nous reposer.", "commit", "deciding"),
    ("fr", "Les passeurs sont invités à se reposer.", "invite", "directive"),
    ("es", "Solicita nuevamente al Consejo que descanse;", "request", "directive"),
    ("es", "HACE UN LLAMAMIENTO a los Miembros para que descansen;", "call upon", "directive"),
    ("es", "Acoge también con beneplácito los juncos;", "welcome", "evaluative"),
    ("es", "Toma nota de los juncos;", "take note", "observing"),
    ("es", "Profundamente preocupada por el ruido,", "be concerned", "evaluative"),
    ("es", "Nos comprometemos a descansar.", "commit", "deciding"),
]


@pytest.mark.parametrize(("language", "text", "verb", "verb_type"), SAID)
def test_what_an_assembly_does(language, text, verb, verb_type):
    one = parse(text, language)[0]
    assert (one.verb, one.verb_type) == (verb, verb_type)


def verbs(*lines):
    return [one.verb for one in parse("\n".join(lines))]


def test_what_stands_under_a_stem_is_governed_by_its_last_verb():
    assert verbs(
        "1. Recalls the storm, and in this regard requests:",
        "(a) The Council to rebuild:",
        "(i) the jetty;",
        "(b) Calls upon the ferrymen to help;",
        "2. Notes the wind.",
        "(a) It blew.",
    ) == ["recall", "request", "request", "call upon", "note", ""]


def test_a_heading_ends_what_a_stem_governs():
    assert verbs("1. Requests the Council to:", "(a) rest;", "Winter", "(b) ice holds;")[3] == ""


def test_a_requests_that_is_a_noun_is_no_verb():
    one = parse("1. Agrees to hear, in winter, requests from the ferrymen to rest.")[0]
    assert (one.verb, one.addressees) == ("agree", [])
