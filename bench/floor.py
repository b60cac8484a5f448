"""The least that a page of 30 kB costs: a constant one, by the same server."""

BODY = b"x" * 30_000
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(BODY)))]


def application(environ, start_response):
    start_response("200 OK", HEADERS)
    return [BODY]
