"""The entry point for the web server: `granian --interface wsgi resrec.wsgi:application`."""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from resrec.web.page_cache import PageCache

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resrec.settings")
application = PageCache(get_wsgi_application(), settings.PAGE_CACHE_BYTES)

# What has been loaded stays: the collector need not walk through it again and again, and can wait
# until a good number of requests have left something behind.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 100)
