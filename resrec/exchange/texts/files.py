"""Files that are read twice, line by line, within limits: plain, packed, or standard input."""

import gzip
import hashlib
import shutil
import sys
import tempfile
import zlib
from contextlib import contextmanager
from pathlib import Path

from resrec.exchange.texts import limits
from resrec.rules import RuleBroken

STANDARD_INPUT = "-"
FORMATS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".xlsx": "xlsx"}
_PIECE = 1024 * 1024


@contextmanager
def at_hand(name):
    """Give the path of a file; standard input is first written to a temporary one."""
    if name != STANDARD_INPUT:
        path = Path(name)
        if not path.is_file():
            raise RuleBroken(f"There is no file {name}.")
        _small_enough(path.stat().st_size)
        yield path
        return
    with tempfile.NamedTemporaryFile(prefix="resrec-", suffix=".jsonl") as spooled:
        taken = 0
        while piece := sys.stdin.buffer.read(_PIECE):
            taken += len(piece)
            _small_enough(taken)
            spooled.write(piece)
        spooled.flush()
        yield Path(spooled.name)


def format_of(path):
    """Give "jsonl", "csv" or "xlsx" by the file's name."""
    suffixes = [suffix.lower() for suffix in path.suffixes if suffix.lower() != ".gz"]
    if not suffixes or suffixes[-1] not in FORMATS:
        known = ", ".join(FORMATS)
        raise RuleBroken(f"{path.name}: what is in it? Its name should end in one of {known}.")
    return FORMATS[suffixes[-1]]


def digest(path):
    """Give the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def lines(path):
    """Give the lines of a file as bytes, each with its end; unpacks gzip, whatever its name."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    taken = 0
    try:
        with (gzip.open if packed else open)(path, "rb") as file:
            while line := file.readline(limits.LINE + 1):
                taken += len(line)
                _small_enough(taken)
                if len(line) > limits.LINE:
                    raise RuleBroken(
                        f"A line of {path.name} is longer than {_megabytes(limits.LINE)}."
                    )
                yield line
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise RuleBroken(f"{path.name} is not a whole gzip file: {error}") from error


def decoded(lines):
    """Give lines of bytes as text, without the mark that some programs put first (BOM).

    Raises RuleBroken for a file that is written in another encoding throughout; a single line
    that is not UTF-8 comes with its wrong bytes as surrogates, which no check lets pass.
    """
    for number, line in enumerate(lines):
        if number == 0:
            if line.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise RuleBroken("The file is written in UTF-16. Save it as UTF-8.")
            line = line.removeprefix(b"\xef\xbb\xbf")
        yield line.decode("utf-8", "surrogateescape")


@contextmanager
def written(path, packed):
    """Open a file for bytes; packed without name and time, which would make each file another."""
    with path.open("wb") as plain:
        if not packed:
            yield plain
            return
        with gzip.GzipFile("", "wb", fileobj=plain, compresslevel=6, mtime=0) as file:
            yield file


def copy_out(path):
    """Write a file to standard output."""
    with path.open("rb") as file:
        shutil.copyfileobj(file, sys.stdout.buffer)


def _small_enough(size):
    if size > limits.FILE:
        raise RuleBroken(f"The file is larger than {_megabytes(limits.FILE)}. Cut it in parts.")


def _megabytes(size):
    return f"{size // limits.MEGABYTE} MB"
