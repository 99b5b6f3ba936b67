"""A file in the editor: its text, changed or not, and places in it."""

import re
from typing import NamedTuple

CURSOR = "^"


class Mismatch(Exception):
    """Something is not as the table says."""


class Place(NamedTuple):
    """Where something stands, as rust-analyzer counts: lines and columns from 0, columns in characters."""

    file: str
    line: int
    column: int

    def __str__(self):
        return f"{self.file}:{self.line + 1}:{self.column + 1}"


class Document:
    """A file of the workspace as the editor shows it."""

    def __init__(self, root, file, adding=""):
        self.root, self.file = root, file
        self.path = root / file
        try:
            self.text = self.path.read_text(encoding="utf-8") + adding
        except OSError as error:
            raise Mismatch(f"{file}: cannot read it: {error.strerror}") from error

    def change(self, old, marked):
        """Puts a text in the place of one that stands in the file once; where its cursor `^` is, or its start."""
        start = self.offset(old)
        self.text = self.text.replace(old, marked.replace(CURSOR, "", 1))
        return self.place_at(start + max(0, marked.find(CURSOR)))

    def find(self, marked):
        """Where the cursor `^` is in a text that stands in the file once, or the text's start."""
        return self.place_at(self.offset(marked.replace(CURSOR, "", 1)) + max(0, marked.find(CURSOR)))

    def offset(self, wanted):
        count = self.text.count(wanted)
        if count != 1:
            raise Mismatch(f"`{wanted}` stands {count} times in {self.file}, expected once")
        return self.text.index(wanted)

    def place_at(self, offset):
        line_start = self.text.rfind("\n", 0, offset) + 1
        return Place(self.file, self.text.count("\n", 0, offset), offset - line_start)

    def word_before(self, place):
        """What is typed of a name before the cursor."""
        line = self.text.split("\n")[place.line][: place.column]
        return re.search(r"\w*$", line).group()

    def covered(self, span):
        """The text of a range of rust-analyzer."""
        lines = self.text.split("\n")[span["start"]["line"] : span["end"]["line"] + 1]
        lines[-1] = lines[-1][: span["end"]["character"]]
        lines[0] = lines[0][span["start"]["character"] :]
        return "\n".join(lines)

    def show(self, server):
        server.open(self.path, self.text)

    def identifier(self):
        return {"textDocument": {"uri": self.path.as_uri()}}

    def place(self, uri, span):
        """The start of a range in this or another file."""
        prefix = self.root.as_uri() + "/"
        return Place(uri.removeprefix(prefix), span["start"]["line"], span["start"]["character"])
