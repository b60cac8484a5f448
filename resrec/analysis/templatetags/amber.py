"""Marking the figures that rest on something that has changed."""

from django import template

register = template.Library()


@register.filter
def amber_in(figure, overview):
    """Whether a figure is marked on the pages of this overview, live or frozen."""
    return overview.is_amber(figure)
