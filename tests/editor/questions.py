"""The questions that rows ask, each with what its answer must be.

A question gets the server, the document, the place of the cursor and what is expected; it raises `Mismatch`.
"""

from document import Document, Mismatch


def hover(server, document, cursor, expected):
    """Lines that the hover has."""
    answer = ask(server, "hover", document, cursor)
    lines = answer["contents"]["value"].splitlines() if answer else []
    shown = [line for line in lines if line and not line.startswith("```")]
    for line in expected:
        if line not in shown:
            raise Mismatch(f"expected the line `{line}`, found {listed(shown)}")


def definition(server, document, cursor, expected):
    """The one place where the definition's name stands."""
    answer = ask(server, "definition", document, cursor) or []
    compare([document.place(link["targetUri"], link["targetSelectionRange"]) for link in answer], document, expected)


def references(server, document, cursor, expected):
    """All places of a name, that of its definition included."""
    answer = ask(server, "references", document, cursor, context={"includeDeclaration": True}) or []
    compare([document.place(one["uri"], one["range"]) for one in answer], document, expected)


def rename(server, document, cursor, expected):
    """All places that another name changes."""
    answer = ask(server, "rename", document, cursor, newName="renamed") or {}
    edits = [
        (change["textDocument"]["uri"], edit)
        for change in answer.get("documentChanges", [])
        for edit in change["edits"]
    ]
    for uri, edit in edits:
        if edit["newText"] != "renamed":
            raise Mismatch(f"{document.place(uri, edit['range'])} becomes `{edit['newText']}`, expected `renamed`")
    compare([document.place(uri, edit["range"]) for uri, edit in edits], document, expected)


def completion(server, document, cursor, expected):
    """What the list begins with, of what fits the word before the cursor."""
    answer = ask(server, "completion", document, cursor) or []
    items = answer["items"] if isinstance(answer, dict) else answer
    items = sorted(items, key=lambda item: item.get("sortText", item["label"]))
    word = document.word_before(cursor)
    # Editors hide what does not hold the letters of the word in their order.
    labels = [item["label"].split("(")[0] for item in items if fits(word, item.get("filterText", item["label"]))]
    if labels[: len(expected)] != expected:
        raise Mismatch(f"expected {listed(expected)} first, found {listed(labels[: len(expected) + 2])}")


def signature(server, document, cursor, expected):
    """The signature that shows while arguments are typed, and the parameter whose turn it is."""
    answer = ask(server, "signatureHelp", document, cursor) or {"signatures": []}
    found = []
    for one in answer["signatures"]:
        active, parameters = one.get("activeParameter"), one.get("parameters", [])
        turn = parameters[active]["label"] if active is not None and active < len(parameters) else None
        found.append((one["label"], turn))
    if found != [expected]:
        raise Mismatch(f"expected {listed([expected])}, found {listed(found)}")


def diagnostics(server, document, _cursor, expected):
    """All that is reported in the file without cargo: code, message, the text that is underlined."""
    answer = server.ask("textDocument/diagnostic", document.identifier())
    found = [(one.get("code"), one["message"], document.covered(one["range"])) for one in answer["items"]]
    if found != expected:
        uri = document.path.as_uri()
        starts = [document.place(uri, one["range"]) for one in answer["items"]]
        shown = [f"{start}: {code} {message}: {text}" for start, (code, message, text) in zip(starts, found)]
        raise Mismatch(f"expected {listed(expected)}, found {listed(shown)}")


QUESTIONS = {
    question.__name__: question
    for question in (hover, definition, references, rename, completion, signature, diagnostics)
}


def ask(server, method, document, cursor, **more):
    position = {"position": {"line": cursor.line, "character": cursor.column}}
    return server.ask(f"textDocument/{method}", document.identifier() | position | more)


def compare(found, document, expected):
    """Compares places; those that are expected are texts with a cursor, of the same file or beside the file's name."""
    wanted = []
    for one in expected:
        file, marked = one if isinstance(one, tuple) else (document.file, one)
        other = document if file == document.file else Document(document.root, file)
        wanted.append(other.find(marked))
    if sorted(found) != sorted(wanted):
        raise Mismatch(f"expected {listed(sorted(wanted))}, found {listed(sorted(found))}")


def fits(word, text):
    letters = iter(text.lower())
    return all(letter in letters for letter in word.lower())


def listed(things):
    return ", ".join(f"`{thing}`" for thing in things) or "nothing"
