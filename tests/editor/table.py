"""What an editor shows: a row for each check.

`at` is a text that stands in the file once; `^` in it is the cursor. With `instead_of`, it takes the place of that text
first, and may be unfinished code. `adding` is put behind the file's end. What `expected` means is told at the question of
this name in questions.py. Places are texts with a cursor, too, or `(file, text)` where the file is another.
"""

from typing import NamedTuple


class Row(NamedTuple):
    file: str
    question: str
    at: str
    expected: object
    instead_of: str = ""
    adding: str = ""


def count(expected, found, where):
    """The one diagnostic of a wrong number of arguments."""
    return [("E0107", f"expected {expected}, found {found}", where)]


# Files without any diagnostics.
UNCHANGED = ["examples/*/src/**/*.rs", "tests/pipelines/src/**/*.rs"]

CALCULATION = "examples/calculation/src/main.rs"
CONDITIONAL = "examples/conditional/src/main.rs"
RECOMMENDER = "examples/recommender/src/main.rs"
MAP_REDUCE = "examples/map-reduce/src/main.rs"
RECURSION = "examples/recursion/src/main.rs"
APPROVAL = "examples/approval/src/main.rs"
SUB_PIPELINES = "examples/sub-pipelines/src/main.rs"

# The last line of the pipeline in CALCULATION.
LAST = "add(parts.quotient, c)"

# A call in APPROVAL, and an option that is taken apart in its place.
DEPLOY = "deploy(image, decision.share)"
WHY = "if let Some({name}) = decision.reason {{ deploy({use}, 1) }} else {{ image }}"

# A loop over a range.
COUNTED = "add_up((0..parts.len()).map(|{}| count(format!(\"{{index}}\"))))\n"

# A component with optional inputs.
TRAIN = """
/// Trains a model.
#[component]
fn train(
    data: f64,
    /// How often all data is seen.
    #[default(10)]
    epochs: i64,
    #[default(0.5)] rate: f64,
) -> f64 {
    data + rate * epochs as f64
}
"""

# What shows while its arguments are typed, and for the last one.
DIVIDE = "fn divide(dividend: Value<f64>, divisor: {0}) -> <Division as HandlesOf>::Handles", "divisor: {0}"
GIVEN = tuple(text.format("Value<f64>") for text in DIVIDE)
MISSING = tuple(text.format("impl IntoInput<f64>") for text in DIVIDE)

ROWS = [
    # What a name stands for.
    Row(CALCULATION, "hover", "let ^sum = add", ["let sum: Value<f64>"]),
    Row(CALCULATION, "hover", "divide(^sum, b)", ["let sum: Value<f64>"]),
    Row(CALCULATION, "hover", "let ^parts = divide(sum", ["let parts: DivisionHandles"]),
    Row(CALCULATION, "hover", "parts.^quotient, c", ["pub quotient: Value<f64>", "How often the divisor fits."]),
    Row(CALCULATION, "hover", "divide(sum, ^b)", ["b: Value<f64>"]),
    Row(CALCULATION, "hover", "= ^add(a, 4.0)", ["Calculates the sum of two numbers."]),
    Row(CALCULATION, "hover", "fn ^calculation(", ["A toy pipeline that performs arithmetic calculations."]),
    Row(CONDITIONAL, "hover", "let ^number = draw", ["let number: Value<i64>"]),
    Row(CONDITIONAL, "hover", "^number > 10", ["let number: Value<i64>"]),
    Row(CONDITIONAL, "hover", "small(^number)\n", ["let number: Value<i64>"]),
    Row(CONDITIONAL, "hover", "let ^message = if", ["let message: Value<String>"]),
    Row(RECOMMENDER, "hover", "publish_model().^after(", ["pub fn after(self, other: &impl Handles) -> Self"]),
    # Loops, calls of pipelines, and questions.
    Row(MAP_REDUCE, "hover", "let ^parts = split(text, lines);", ["let parts: Value<Vec<Part>>"]),
    Row(MAP_REDUCE, "hover", "let ^counts = parts", ["let counts: Value<Vec<BTreeMap<String, u64>>>"]),
    Row(MAP_REDUCE, "hover", "map(|^part| {", ["part: Value<Part>"]),
    Row(MAP_REDUCE, "hover", "count(part.^text)", ["pub text: Value<String>"]),
    Row(MAP_REDUCE, "definition", "^add_up(counts)\n", ["fn ^add_up("]),
    Row(RECURSION, "hover", "let ^better = train", ["let better: Value<Model>"]),
    Row(RECURSION, "definition", "^improve(better", ["fn ^improve("]),
    Row(APPROVAL, "hover", "let ^decision = ask", ["let decision: DecisionHandles"]),
    Row(APPROVAL, "definition", "decision.^release", ["    ^release: bool"]),
    Row(APPROVAL, "hover", WHY.format(name="^why", use="why"), ["let why: Value<String>"], DEPLOY),
    Row(APPROVAL, "hover", WHY.format(name="why", use="^why"), ["let why: Value<String>"], DEPLOY),
    Row(APPROVAL, "definition", WHY.format(name="why", use="^why"), ["Some(^why)"], DEPLOY),
    Row(APPROVAL, "completion", WHY.format(name="why", use="wh^"), ["why"], DEPLOY),
    Row(APPROVAL, "completion", "if let Some(why) = decision.reas^ { deploy(why, 1) }", ["release", "reason"], DEPLOY),
    Row(MAP_REDUCE, "hover", COUNTED.format("^index"), ["index: Value<usize>"], "add_up(counts)\n"),
    Row(SUB_PIPELINES, "hover", "let ^first = load", ["let first: SummaryHandles"]),
    Row(SUB_PIPELINES, "definition", "= ^load(left)", ["fn ^load("]),
    Row(SUB_PIPELINES, "definition", "first.^mean", ["    ^mean: f64"]),
    # Where it is defined.
    Row(CALCULATION, "definition", "^add(parts", ["fn ^add("]),
    Row(CALCULATION, "definition", "= ^divide(sum", ["fn ^divide("]),
    Row(CALCULATION, "definition", "parts.^quotient, c", ["    ^quotient: f64"]),
    Row(CALCULATION, "definition", "divide(sum, ^b)", ["    ^b: f64,\n    /// What is added"]),
    Row(CALCULATION, "definition", "divide(^sum, b)", ["let ^sum = add"]),
    Row(CONDITIONAL, "definition", "^medium(number)\n", ["fn ^medium("]),
    Row(CONDITIONAL, "definition", "^large(number)\n", ["fn ^large("]),
    Row(CONDITIONAL, "definition", "&& ^number < 50", ["let ^number = draw"]),
    Row(RECOMMENDER, "definition", ".after(&^model)", ["let ^model = train"]),
    # Where it is used, and another name for it.
    Row(CALCULATION, "references", "fn ^add(", ["fn ^add(", "= ^add(a, 4.0)", "^add(parts"]),
    Row(CALCULATION, "references", "^add(parts", ["fn ^add(", "= ^add(a, 4.0)", "^add(parts"]),
    Row(CALCULATION, "rename", "fn ^add(", ["fn ^add(", "= ^add(a, 4.0)", "^add(parts"]),
    Row(
        CALCULATION,
        "rename",
        "    ^quotient: f64",
        ["    ^quotient: f64", "^quotient: (dividend", "parts.^quotient, c", "(parts.^quotient, parts"],
    ),
    Row(
        CALCULATION,
        "rename",
        "    ^b: f64,\n    /// What is added",
        ["    ^b: f64,\n    /// What is added", "divide(sum, ^b)"],
    ),
    Row(SUB_PIPELINES, "rename", "fn ^load(", ["fn ^load(", "= ^load(left)", "= ^load(right, "]),
    Row(CONDITIONAL, "rename", "fn ^small(", ["fn ^small(", "^small(number)\n"]),
    # What may stand there, while the text around it does not parse.
    Row(CALCULATION, "completion", "parts.^;\n    parts", ["quotient", "remainder"], LAST),
    Row(CALCULATION, "completion", "parts.^\n    parts.quotient", ["quotient", "remainder"], LAST),
    Row(CALCULATION, "completion", "add(parts.^", ["quotient", "remainder"], LAST),
    Row(CALCULATION, "completion", "parts.re^", ["remainder"], LAST),
    # A comparison takes references, so those are offered, too.
    Row(CALCULATION, "completion", "if 3.0 > parts.^", ["&quotient", "&remainder", "quotient", "remainder"], LAST),
    Row(CALCULATION, "completion", "if sum > 1.0 { parts.^ } else { sum }", ["quotient", "remainder"], LAST),
    Row(CALCULATION, "completion", "add(su^", ["sum"], LAST),
    Row(CALCULATION, "completion", "trai^", ["train"], LAST, TRAIN),
    Row(RECOMMENDER, "completion", "train().aft^", ["after"], "train().after(&data)"),
    Row(MAP_REDUCE, "completion", "count(part.^)", ["text", "line"], "count(part.text)"),
    # Arguments that have names.
    Row(CALCULATION, "completion", "train(sum, ep^ = 3)", ["epochs"], LAST, TRAIN),
    Row(CALCULATION, "completion", "train(sum, epochs = 3, r^ = 0.1)", ["rate"], LAST, TRAIN),
    Row(CALCULATION, "completion", "train(sum, epochs = su^)", ["sum"], LAST, TRAIN),
    Row(CALCULATION, "hover", "train(sum, ^epochs = 3)", ["How often all data is seen."], LAST, TRAIN),
    Row(CALCULATION, "definition", "train(sum, ^epochs = 3)", ["    ^epochs: i64"], LAST, TRAIN),
    Row(CALCULATION, "rename", "^train(sum, epochs = 3)", ["fn ^train(", "^train(sum"], LAST, TRAIN),
    # What a call takes.
    Row(CALCULATION, "signature", "divide(sum, ^b)", GIVEN),
    Row(CALCULATION, "signature", "divide(sum, ^", MISSING, LAST),
    # What is wrong, before anything is compiled.
    Row(CALCULATION, "diagnostics", "add(sum)", count("2 arguments", 1, "(sum)"), LAST),
    Row(CALCULATION, "diagnostics", "add(sum, b, c)", count("2 arguments", 3, "(sum, b, c)"), LAST),
    Row(CALCULATION, "diagnostics", "train()", count("1 argument", 0, "()"), LAST, TRAIN),
    Row(CALCULATION, "diagnostics", "parts", [("E0308", "expected Value<f64>, found DivisionHandles", "parts")], LAST),
    Row(CALCULATION, "diagnostics", "train(sum, epochs = 3, rate = 0.1)", [], LAST, TRAIN),
]
