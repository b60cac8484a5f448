"""Marking the figures that rest on something that has changed."""

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()
LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)


@register.filter
def amber_in(figure, overview):
    """Whether a figure is marked on the pages of this overview, live or frozen."""
    return overview.is_amber(figure)


@register.filter
def has_amber(table, overview):
    """Whether a Table has a figure that is marked."""
    return any(map(overview.is_amber, table.figures))


@register.simple_block_tag(takes_context=True)
def marked(context, content):
    """Words of a template of ours with links to figures' lists: those of amber ones are marked."""
    overview = context["overview"]
    addresses = {one.get_absolute_url() for one in overview.amber_figures}

    def link(found):
        address, words = found[1], mark_safe(found[2])  # noqa: S308  words of the template itself
        if address not in addresses:
            return found[0]
        amber = '<a class="figure amber" href="{}">{}<span class="visually-hidden"> ({})</span></a>'
        return format_html(amber, address, words, overview.amber_words)

    return mark_safe(LINK.sub(link, content)) if addresses else content  # noqa: S308
