"""The vocabularies' terms for what a page prints, in whatever language."""

from resrec.exchange.portal_pages.problems import Problem
from resrec.library.models import GeographicScope
from resrec.people.folding import folded
from resrec.people.models import Country

_LABELS = ("label_en", "label_fr", "label_es")


def terms_by_label(vocabulary):
    """Give {folded label: term} of a vocabulary's model, for its labels in all languages."""
    return {
        folded(getattr(term, label)): term
        for term in vocabulary.objects.all()
        for label in _LABELS
        if getattr(term, label)
    }


def term_for(vocabulary, printed):
    """Give the term printed as one of its labels, or None."""
    return terms_by_label(vocabulary).get(folded(printed)) if printed else None


def scopes_and_countries(reading):
    """Give (scopes, countries, problems): a country may be printed as a scope."""
    known, problems = terms_by_label(GeographicScope), []
    scopes, countries = [], []
    for printed in reading.scope:
        if scope := known.get(folded(printed)):
            scopes.append(scope)
        elif country := Country.objects.named(printed):
            countries.append(country)
        else:
            problems.append(Problem("unknown_scope", "scope", printed))
    for printed in reading.countries:
        if country := Country.objects.named(printed):
            countries.append(country)
        else:
            problems.append(Problem("unknown_country", "countries", printed))
    return scopes, countries, problems
