#!/usr/bin/env python3
"""Checks what an editor shows inside of pipelines, with the pinned rust-analyzer. The checks are the rows of table.py.

Usage: tests/editor/check.py [--seconds LIMIT]
Needs: rustup component add rust-analyzer rust-src
Only what rust-analyzer finds by itself counts, not what `cargo check` finds. No file is written: unfinished text is
only in the documents that the editor has open. Exits with 1 if a check fails, with 2 if rust-analyzer cannot be asked.
"""

import argparse
import pathlib
import subprocess
import sys
import time

# The folder stays as it is.
sys.dont_write_bytecode = True

from document import Document, Mismatch
from questions import QUESTIONS
from server import Failure, Server
from table import ROWS, UNCHANGED, Row

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description="Checks what an editor shows inside of pipelines.")
    parser.add_argument("--seconds", type=int, default=600, help="how long all of it may take")
    seconds = parser.parse_args().seconds
    start = time.monotonic()
    rows = [*unchanged(), *ROWS]
    try:
        server = Server(program(), ROOT, seconds)
        try:
            server.wait_until_ready()
            failures = [failure for row in rows if (failure := check(server, row))]
        finally:
            server.close()
    except Failure as failure:
        print(f"editor: {failure}", file=sys.stderr)
        sys.exit(2)
    for failure in failures:
        print(f"editor: {failure}", file=sys.stderr)
    held = len(rows) - len(failures)
    print(f"editor: {held} of {len(rows)} checks hold ({time.monotonic() - start:.0f} s)")
    sys.exit(1 if failures else 0)


def program():
    """The rust-analyzer of the pinned toolchain."""
    try:
        found = subprocess.run(["rustup", "which", "rust-analyzer"], cwd=ROOT, capture_output=True, text=True)
    except OSError as error:
        raise Failure(f"cannot run rustup: {error.strerror}") from error
    if found.returncode != 0:
        raise Failure("rust-analyzer is missing: `rustup component add rust-analyzer rust-src`")
    return found.stdout.strip()


def unchanged():
    """The files in which rust-analyzer finds nothing wrong."""
    files = sorted(path.relative_to(ROOT) for pattern in UNCHANGED for path in ROOT.glob(pattern))
    return [Row(str(file), "diagnostics", "", []) for file in files]


def check(server, row):
    """Asks what a row asks; what is wrong with the answer."""
    where = f"{row.file}: {row.question}"
    try:
        document = Document(ROOT, row.file, row.adding)
        if row.instead_of:
            cursor = document.change(row.instead_of, row.at)
        else:
            cursor = document.find(row.at) if row.at else None
        if cursor:
            where = f"{cursor}: {row.question} at {row.at!r}"
        document.show(server)
        QUESTIONS[row.question](server, document, cursor, row.expected)
    except Mismatch as mismatch:
        return f"{where}: {mismatch}"
    except Failure as failure:
        raise Failure(f"{where}: {failure}") from failure
    return None


if __name__ == "__main__":
    main()
