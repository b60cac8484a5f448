"""What the database cannot hold is a bad request, not a failure of this site.

PostgreSQL takes no null character and no number out of range, wherever they come from: an
address, a query, a field that was not checked. Such a request gets the page for bad requests.
"""

import logging

from django.db import DataError

from resrec.web.errors import bad_request

log = logging.getLogger(__name__)


class UnstorableMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, DataError):
            return None
        log.warning("the database refused what %s held: %s", request.path, exception)
        return bad_request(request, exception)
