"""The entry point for the web server: `granian --interface wsgi resrec.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resrec.settings")
application = get_wsgi_application()
