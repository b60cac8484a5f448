"""Citations in the words of a text as links, safe to print."""

from collections import defaultdict
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe


def links(citations):
    """Give {(paragraph's pk or None, language): [(start, words, address)]} of found citations.

    `citations` are dicts with paragraph_id, language, start, exact and code (of the text cited).
    """
    found = defaultdict(list)
    for one in citations:
        if one["start"] is not None:
            place = one["paragraph_id"], one["language"]
            address = reverse("resolution", args=[one["code"]])
            found[place].append((one["start"], one["exact"], address))
    return {place: sorted(spans) for place, spans in found.items()}


def linked(words, spans) -> SafeString:
    """Give words with each span a link; one whose words stand there no more is left out."""
    parts, at = [], 0
    for start, exact, address in spans:
        end = start + len(exact)
        if start < at or words[start:end] != exact:
            continue
        parts += [escape(words[at:start]), f'<a href="{escape(address)}">{escape(exact)}</a>']
        at = end
    parts.append(escape(words[at:]))
    return mark_safe("".join(parts))  # noqa: S308  each part is escaped
