"""The focal points of one assembly's texts, as a page and as a spreadsheet."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language, gettext as _

from resrec.library.models import Assembly, Resolution
from resrec.reporting.models import FocalPoint
from resrec.web.public import public_page
from resrec.web.spreadsheet import MEDIA_TYPE, spreadsheet


@public_page
def focal_points(request, assembly):
    assembly, texts = _of(assembly)
    posts = [post for text in texts for post in text.posts]
    context = {
        "assembly": assembly,
        "number_of_posts": len(posts),
        "vacant": sum(post.holder is None for post in posts),
        "readable": FocalPoint.objects.readable_ids(posts, request.user),
        "texts": [text for text in texts if text.posts],
        "without": [text for text in texts if not text.posts],
    }
    return render(request, "focal_points/list.html", context)


@public_page
def focal_points_sheet(request, assembly):
    assembly, texts = _of(assembly)
    header = [_("Code"), _("Title"), _("Role"), _("Constituent"), _("Person"), _("Paragraphs")]
    rows = [row for text in texts for row in _rows(text)]
    name = _("focal-points")
    response = HttpResponse(spreadsheet(assembly.label, header, rows), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = (
        f'attachment; filename="{name}-{assembly.code}-{get_language()}.xlsx"'
    )
    return response


def _of(code):
    """Give the assembly and its texts, each with its `posts`."""
    assembly = get_object_or_404(Assembly.objects.select_related("kind__collection"), code=code)
    posts = (
        FocalPoint.objects.filter(resolution__assembly=assembly)
        .select_related("role", "constituent__merged_into")
        .prefetch_related("paragraphs")
        .with_holders()
    )
    by_text = {}
    for post in posts:
        by_text.setdefault(post.resolution_id, []).append(post)
    texts = list(Resolution.objects.filter(assembly=assembly).for_display())
    for text in texts:
        text.posts = by_text.get(text.pk, [])
    return assembly, texts


def _rows(text):
    """One row a post; a text without any has a row that says so by its empty cells."""
    title = text.title.title if text.title else ""
    if not text.posts:
        return [[text.label, title, "", "", "", ""]]
    return [
        [
            text.label,
            title,
            post.role.label,
            str(post.constituent.current),
            _person(post),
            ", ".join(paragraph.label for paragraph in post.paragraphs.all()),
        ]
        for post in text.posts
    ]


def _person(post):
    """The holder's name where they agree to be named; a vacancy is said, silence is not."""
    if post.holder is None:
        return _("vacant")
    return post.holder.person.public_name
