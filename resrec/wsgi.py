"""The entry point for the web server: `granian --interface wsgi resrec.wsgi:application`."""

import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from resrec.web.one_at_a_time import OneAtATime
from resrec.web.page_cache import PageCache

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resrec.settings")
application = PageCache(
    OneAtATime(get_wsgi_application(), settings.LARGEST_BODY_BYTES), settings.PAGE_CACHE_BYTES
)
# All pages are loaded now, so that nobody waits for them; and they stay as long as the process.
# A collector that looks through them again and again takes a third of the time of a long page.
import_module(settings.ROOT_URLCONF)
gc.collect()
gc.freeze()
