//! Texts that something between two tasks could take for more than text. The table of what is expected uses them too.

/// Texts that Argo, Kubernetes, a shell or a reader of YAML or JSON could bend. Eight of them go through a task at once.
pub(crate) const AWKWARD: [&str; 64] = [
    "{{workflow.name}} {{=1+1}}",
    "$(reboot)",
    "$(HOME)",
    "$$",
    "'; drop table x; --",
    "{{inputs.parameters.a}}",
    "{{tasks.relay.outputs.parameters.b}}",
    "{{inputs.parameters['a']}} {{=inputs.parameters['a']}}",
    // 8
    "{{",
    "}}",
    "}}{{",
    "{ {{{ }} }",
    "\u{0}\u{1}\u{7}\u{8}\u{b}\u{c}\u{1b}\u{1f}",
    "\u{7f}",
    "😀 \u{10ffff} \u{e0001}",
    "\u{85} \u{2028} \u{feff} \u{fffe} \u{fdd0}",
    // 16
    "\"quoted\" 'single' `back`",
    "C:\\dir\\new \\u0041 \\x7b \\",
    "\n",
    "\nleading",
    "trailing\n",
    "several\n\n\n",
    "CRLF\r\nend\r\n",
    "\r",
    // 24
    "true",
    "1e3",
    "null",
    "~",
    "json:x",
    "json:\"x\"",
    "json:null",
    "",
    // 32
    " leading and trailing \t",
    "\t",
    "- a: b # c",
    "key: value",
    "0x1F",
    "2024-01-01",
    "yes",
    "@/etc/hostname",
    // 40
    "--signature=0",
    "-p",
    "a=b",
    "%s %d %%",
    "$HOME ${HOME} `id` $((1+1))",
    "$€ $ü $😀",
    "&amp; <b> &lt;",
    "\\n \\\\n \\\" \\u007b\\u007b",
    // 48
    "[1, 2]",
    "{\"a\": \"{{b}}\"}",
    "{{{{=workflow.name}}}}",
    "{{= '{{' }}",
    "{{unknown.tag}} {{ workflow.uid }}",
    "{{workflow.parameters.a}}{{workflow.creationTimestamp}}",
    "$(PIPEWRIGHT_BRACE)$(PIPEWRIGHT_BRACE)workflow.name}}",
    "$$(HOME) $$$(HOME)",
    // 56
    "ends with $",
    "ends with {",
    "ends with \\",
    "{",
    "$",
    "{{item}} {{retries}} {{pod.name}} {{status}}",
    "é ß 漢字 \u{202e}rtl e\u{301}",
    "<nil>",
];

/// Texts that stand in the source of a pipeline as they are.
pub(crate) const LITERALS: [&str; 4] = [
    "{{workflow.name}} {{=1+1}} $(HOME) $$ '; drop \"\\",
    "line one\r\n\tline two: # no comment\n\n",
    "😀\u{7f}\u{0}{{inputs.parameters.a}}",
    "json:\"{{x}}\"",
];

/// Length of a text that is handed on: Linux takes words of up to 128 KiB, and a text that is given goes in base64.
pub(crate) const LONG: usize = 95_000;

/// A long text, with something to bend at its end.
pub(crate) fn long() -> String {
    "0123456789".repeat(LONG / 10 - 1) + "{{x}} $(y)"
}
