"""`python -m identity_provider`: bring its database up to date and serve on loopback."""

import os
import signal
import sys
from urllib.parse import urlparse

import django
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application

from resrec import env

LOOPBACK = "127.0.0.1"


class QuietHandler(WSGIRequestHandler):
    """Writes no line per request."""

    def log_message(self, *args):
        pass


def main():
    if urlparse(env.text("ORIGIN", "http://localhost")).hostname not in ("localhost", LOOPBACK):
        return "The development identity provider serves loopback only, never a public address."
    os.environ["DJANGO_SETTINGS_MODULE"] = "identity_provider.settings"
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *args: os._exit(0))
    django.setup()
    from django.conf import settings

    from identity_provider.seeding import seed

    call_command("migrate", interactive=False, verbosity=0)
    seed()
    server = ThreadedWSGIServer((LOOPBACK, settings.PORT), QuietHandler)
    server.set_app(get_wsgi_application())
    server.serve_forever()


if __name__ == "__main__":
    sys.exit(main())
