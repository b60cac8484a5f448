"""What the page shell asks: this page in another language, links that know where they are."""

from django import template
from django.conf import settings
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.encoding import escape_uri_path
from django.utils.html import format_html
from django.utils.translation import get_language

register = template.Library()

# Languages name themselves, so that their speakers find them.
LANGUAGE_NAMES = {"en": "English", "fr": "Français", "es": "Español"}


@register.simple_tag(takes_context=True)
def translated_url(context, language):
    """Give the address of this page in `language`, its query kept."""
    return _in(language, context["request"].get_full_path())


@register.simple_tag(takes_context=True)
def translated_address(context, language):
    """Give the address of this page in `language` with scheme and host, without its query."""
    return settings.ORIGIN + _in(language, escape_uri_path(context["request"].path))


def _in(language, address):
    """Addresses in two languages differ in their first part alone.

    (Django's `translate_url` resolves and reverses each: a fifth of the time of a small page.)
    """
    here = f"/{get_language()}/"
    return f"/{language}/{address.removeprefix(here)}" if address.startswith(here) else address


@register.simple_tag(takes_context=True)
def again(context, name):
    """Draw a block of this page once more: what its title says, said to those who link to it."""
    blocks = context.render_context[BLOCK_CONTEXT_KEY]
    return blocks.get_block(name).render(context)


@register.simple_tag
def preview_image():
    """Give the address, with host, of the picture that stands beside a link to this site."""
    return settings.ORIGIN + static("img/preview.png")


@register.simple_tag
def languages():
    """Give the site's languages: code, own name, and whether the page is in it."""
    return [
        {"code": code, "name": LANGUAGE_NAMES[code], "is_current": code == get_language()}
        for code, _name in settings.LANGUAGES
    ]


@register.simple_tag(takes_context=True)
def nav_link(context, words, name, *args):
    """Draw a link of the masthead; it says when it leads to this page or to one below it."""
    try:
        address = reverse(name, args=args)
    except NoReverseMatch:
        return ""
    here = context["request"].path if "request" in context else ""
    current = "page" if here == address else "true" if here.startswith(address) else ""
    said = format_html(' aria-current="{}"', current) if current else ""
    return format_html('<a href="{}"{}>{}</a>', address, said, words)
