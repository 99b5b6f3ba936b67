"""A client of rust-analyzer: requests in order, with one limit for the time of all of them."""

import json
import queue
import subprocess
import tempfile
import threading
import time

CONTENT_MODIFIED = -32801
LOG_LINES = 40

# Only what rust-analyzer finds by itself counts, hovers hold no sizes that depend on the machine.
SETTINGS = {
    "checkOnSave": False,
    "cachePriming": {"enable": False},
    "hover": {"memoryLayout": {"enable": False}},
}

CAPABILITIES = {
    "general": {"positionEncodings": ["utf-32"]},
    "window": {"workDoneProgress": True},
    # The client tells of changed files, and tells of none: what is loaded stays as it is.
    "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}},
    "experimental": {"serverStatusNotification": True},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "labelDetailsSupport": True}},
        "definition": {"linkSupport": True},
        "diagnostic": {},
        "hover": {"contentFormat": ["markdown"]},
        "rename": {"prepareSupport": True},
        "signatureHelp": {"signatureInformation": {"activeParameterSupport": True}},
    },
}


class Failure(Exception):
    """The server cannot be asked."""


class Server:
    """A running rust-analyzer that has the workspace at `root` open."""

    def __init__(self, program, root, seconds):
        self.end = time.monotonic() + seconds
        self.seconds = seconds
        self.log = tempfile.TemporaryFile()
        pipe = subprocess.PIPE
        self.process = subprocess.Popen([program], cwd=root, stdin=pipe, stdout=pipe, stderr=self.log)
        self.messages = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.last = 0
        self.doing = "the start"
        self.status = {}
        self.versions = {}
        self._initialize(root)

    def _initialize(self, root):
        answer = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "workspaceFolders": [{"uri": root.as_uri(), "name": root.name}],
                "capabilities": CAPABILITIES,
                "initializationOptions": SETTINGS,
            },
        )
        encoding = answer["capabilities"].get("positionEncoding")
        if encoding != "utf-32":
            raise Failure(f"rust-analyzer counts columns in {encoding}, expected utf-32")
        self.tell("initialized", {})

    def wait_until_ready(self):
        """Returns when the workspace is loaded, the macros' programs included."""
        while not self.status.get("quiescent"):
            self._handle(self._receive())
        if self.status.get("health") != "ok":
            message = (self.status.get("message") or "").strip()
            raise Failure(f"rust-analyzer cannot load the workspace: {message}\n{self._logged()}")

    def open(self, path, text):
        """Makes `text` the content of the file in the editor, whatever the disk holds."""
        uri = path.as_uri()
        version = self.versions[uri] = self.versions.get(uri, 0) + 1
        if version == 1:
            document = {"uri": uri, "languageId": "rust", "version": version, "text": text}
            self.tell("textDocument/didOpen", {"textDocument": document})
        else:
            change = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": text}]}
            self.tell("textDocument/didChange", change)

    def ask(self, method, parameters):
        """The result of a request."""
        while True:
            self.last += 1
            number = self.last
            self._send({"id": number, "method": method, "params": parameters})
            answer = self._answer(number, method)
            error = answer.get("error")
            if error is None:
                return answer.get("result")
            if error["code"] != CONTENT_MODIFIED:
                raise Failure(f"rust-analyzer refuses {method}: {error['message']}")

    def tell(self, method, parameters):
        self._send({"method": method, "params": parameters})

    def close(self):
        try:
            self.ask("shutdown", None)
            self.tell("exit", None)
            self.process.wait(timeout=10)
        except (Failure, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()

    def _logged(self):
        """The end of its log."""
        self.log.seek(0)
        return "\n".join(self.log.read().decode(errors="replace").splitlines()[-LOG_LINES:])

    def _answer(self, number, method):
        self.doing = method
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                return message
            self._handle(message)

    def _handle(self, message):
        """What the server asks and tells by itself."""
        method, parameters = message.get("method"), message.get("params")
        if method == "experimental/serverStatus":
            self.status = parameters
        elif method == "$/progress":
            value = parameters["value"]
            self.doing = " ".join(filter(None, [value.get("title") or str(parameters["token"]), value.get("message")]))
        if "id" in message and method is not None:
            result = [None] * len(parameters["items"]) if method == "workspace/configuration" else None
            self._send({"id": message["id"], "result": result})

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        try:
            self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            self.process.stdin.flush()
        except OSError as error:
            raise Failure(f"rust-analyzer has ended: {error}\n{self._logged()}") from error

    def _receive(self):
        try:
            message = self.messages.get(timeout=max(0, self.end - time.monotonic()))
        except queue.Empty:
            raise Failure(f"no answer within {self.seconds} s, during: {self.doing}") from None
        if message is None:
            raise Failure(f"rust-analyzer has ended, during: {self.doing}\n{self._logged()}")
        return message

    def _read(self):
        stream = self.process.stdout
        while True:
            length = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                name, value = line.split(b":", 1)
                if name.lower() == b"content-length":
                    length = int(value)
            if line == b"":
                self.messages.put(None)
                return
            self.messages.put(json.loads(stream.read(length)))
