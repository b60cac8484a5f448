"""The files that the paths of a command line stand for."""

from pathlib import Path

from resrec.exchange.portal_pages.page import LARGEST
from resrec.exchange.portal_pages.reading import read_page, refused_reading

_SUFFIXES = (".txt", ".html", ".htm")


def files_at(paths):
    """Give (files, complaints): the files that are named or lie in a folder named.

    Folders are not entered further; of what lies in them only texts and saved pages are taken,
    in the order of their names. A complaint is (path, sentence); it has no file to it.
    """
    files, complaints = [], []
    for path in map(Path, paths):
        if path.is_dir():
            found = sorted(f for f in path.iterdir() if f.suffix.lower() in _SUFFIXES)
            files += found
            if not found:
                complaints.append((path, "The folder holds no page (*.txt, *.html, *.htm)."))
        elif path.exists():
            files.append(path)
        else:
            complaints.append((path, "There is no file or folder of this name."))
    return files, complaints


def read_file(path):
    """Read one file as a page. Never raises: what cannot be opened is refused."""
    if not path.is_file():
        return refused_reading(path.name, "This is no ordinary file.")
    try:
        # A byte more than the limit is enough to see that a file is too large.
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        return refused_reading(path.name, f"The file cannot be opened: {error.strerror}.")
    return read_page(content, path.name)
