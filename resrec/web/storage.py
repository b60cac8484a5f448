"""Static files under names that carry their digest, so that browsers may keep them for good."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Never turns a file that was not collected yet into an error page."""

    manifest_strict = False
