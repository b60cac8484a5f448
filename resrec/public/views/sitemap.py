"""The sitemap: an index of parts, each with its pages in every language."""

from django.http import Http404, StreamingHttpResponse

from resrec.public.sitemap import index, parts, written
from resrec.web.public import public_page

XML = "application/xml; charset=utf-8"


@public_page
def sitemap(request):
    return StreamingHttpResponse(index(), content_type=XML)


@public_page
def sitemap_part(request, part):
    if part not in parts():
        raise Http404
    return StreamingHttpResponse(written(part), content_type=XML)
