"""The stylesheet that readers get holds all its parts."""

import re

from django.contrib.staticfiles.finders import AppDirectoriesFinder

from resrec.web.storage import JoinedStylesheet, StaticFilesStorage


def test_every_import_is_put_into_its_layer():
    found = AppDirectoriesFinder().list([])
    paths = {name: (storage, name) for name, storage in found if name.startswith("css/")}
    source = JoinedStylesheet(paths, StaticFilesStorage.stylesheet)
    joined = source.open(StaticFilesStorage.stylesheet).read().decode()
    assert "@import" not in joined
    assert joined.count("{") == joined.count("}")
    for layer in re.search(r"@layer ([^;{]+);", joined)[1].split(", "):
        assert f"@layer {layer} {{" in joined
