"""Static files under names that carry their digest, so that browsers may keep them for good."""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'@import url\("(?P<name>[^"]+)"\) layer\((?P<layer>\w+)\);')


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts the parts of the stylesheet into it when files are collected: a reader fetches one."""

    manifest_strict = False
    stylesheet = "css/app.css"

    def stored_name(self, name):
        """Never turn a file that was not collected yet into an error page."""
        try:
            return super().stored_name(name)
        except ValueError:
            return name

    def post_process(self, paths, dry_run=False, **options):
        if self.stylesheet in paths:
            joined = JoinedStylesheet(paths, self.stylesheet)
            paths = paths | {self.stylesheet: (joined, self.stylesheet)}
        yield from super().post_process(paths, dry_run=dry_run, **options)


class JoinedStylesheet:
    """Opens a stylesheet with its imports put in their layers. `paths` maps name to its source."""

    def __init__(self, paths, name):
        self.paths = paths
        self.name = name

    def open(self, name):
        return ContentFile(IMPORT.sub(self._layer, self._text(name)).encode())

    def _layer(self, found):
        folder = self.name.rpartition("/")[0]
        words = self._text(f"{folder}/{found['name']}")
        return f"@layer {found['layer']} {{\n{words}}}"

    def _text(self, name):
        source, path = self.paths[name]
        with source.open(path) as file:
            return file.read().decode()
