//! Programs of any shape.

use crate::ast::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// A program that does next to nothing.
pub fn smallest() -> Program {
    let block = Block {
        steps: vec![],
        int: Give::Var(0),
        text: Give::Var(0),
        file: 0,
    };
    Program {
        n: 1,
        text: "a".into(),
        ints: vec![],
        texts: vec![],
        maybe: None,
        ratio: 0.5,
        side: Side::Left,
        items: vec![],
        body: block.clone(),
        called: block,
        exit: None,
    }
}

/// Programs of up to so many steps in a block, and so many blocks within each other.
pub fn program(steps: usize, depth: u32) -> impl Strategy<Value = Program> {
    let arguments = (
        number(),
        given(),
        vec(number(), 0..3),
        vec(text(), 0..3),
        option::of(number()),
        prop::sample::select(&[0.0, 0.1, -1.25, 3.0, 1e10, 1e-9][..]),
        side(),
        vec(item(), 0..3),
    );
    let exit = prop_oneof![
        4 => Just(None),
        1 => Just(Some(Exit::Quiet)),
        1 => Just(Some(Exit::Check)),
        1 => Just(Some(Exit::Told)),
    ];
    let bodies = (block(steps, depth, true), block(2, 1, false), exit);
    (arguments, bodies).prop_map(
        |((n, text, ints, texts, maybe, ratio, side, items), (body, called, exit))| Program {
            n,
            text,
            ints,
            texts,
            maybe,
            ratio,
            side,
            items,
            body,
            called,
            exit,
        },
    )
}

fn side() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::Left), Just(Side::Right)]
}

fn item() -> impl Strategy<Value = Item> {
    (number(), text(), option::of(number()), side()).prop_map(|(count, label, maybe, side)| Item {
        count,
        label,
        maybe,
        side,
    })
}

fn parallelism() -> impl Strategy<Value = Parallelism> {
    prop_oneof![
        2 => Just(Parallelism::Unlimited),
        1 => (1..3_u32).prop_map(Parallelism::Limited),
        1 => Just(Parallelism::FailFast),
    ]
}

fn number() -> impl Strategy<Value = i64> {
    prop_oneof![
        6 => -4..10_i64,
        1 => Just(9_007_199_254_740_993),
        1 => Just(i64::MAX),
        1 => Just(i64::MIN),
    ]
}

fn text() -> impl Strategy<Value = String> {
    const AWKWARD: [&str; 12] = [
        "",
        "a",
        "B c",
        "{{workflow.name}}",
        "{{=1+1}}",
        "$(HOME)$$",
        "json:\"x\"",
        "[1,2]",
        "\"\\\n\t",
        "é😀",
        "null",
        "1e3",
    ];
    prop::sample::select(&AWKWARD[..]).prop_map(str::to_owned)
}

/// A text that is given to a workflow: Argo refuses the tags in it that it would evaluate.
fn given() -> impl Strategy<Value = String> {
    text().prop_map(|text| text.replace("{{=", "{{ =").replace("{{workflow.", "{{x."))
}

fn pick() -> impl Strategy<Value = Pick> {
    0..6_u8
}

fn give<T: std::fmt::Debug + Clone + 'static>(
    plain: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Give<T>> {
    prop_oneof![1 => plain.prop_map(Give::Plain), 3 => pick().prop_map(Give::Var)]
}

fn int() -> impl Strategy<Value = Int> {
    let operator = prop_oneof![
        4 => Just(Operator::Add),
        3 => Just(Operator::Subtract),
        2 => Just(Operator::Multiply),
        1 => Just(Operator::Divide),
        1 => Just(Operator::Remainder),
    ];
    let leaf = prop_oneof![
        4 => pick().prop_map(Int::Var),
        1 => number().prop_map(|n| Int::Maybe(Box::new(Operand::Plain(n)))),
        1 => pick().prop_map(|n| Int::Maybe(Box::new(Operand::Run(Int::Var(n))))),
    ];
    leaf.prop_recursive(2, 5, 2, move |inner| {
        let operand = prop_oneof![
            (1..9_i64).prop_map(Operand::Plain),
            number().prop_map(Operand::Plain),
            inner.clone().prop_map(Operand::Run),
        ];
        (inner, operator.clone(), operand).prop_map(|(left, operator, right)| {
            Int::Math(Box::new(left), operator, Box::new(right))
        })
    })
}

fn operand() -> impl Strategy<Value = Operand> {
    prop_oneof![
        number().prop_map(Operand::Plain),
        int().prop_map(Operand::Run)
    ]
}

fn simple_text() -> BoxedStrategy<Text> {
    let piece = prop_oneof![
        text().prop_map(Piece::Plain),
        pick().prop_map(Piece::Int),
        pick().prop_map(Piece::Text),
        any::<i16>().prop_map(Piece::Number),
        (pick(), 0..8_usize).prop_map(|(text, width)| Piece::WideText(text, width)),
        (pick(), 0..8_usize).prop_map(|(int, width)| Piece::WideInt(int, width)),
        Just(Piece::Flag(Flag::IsSome)),
    ];
    let leaf = prop_oneof![
        3 => pick().prop_map(Text::Var),
        2 => (pick(), vec(piece, 0..3)).prop_map(|(first, pieces)| Text::Format(first, pieces)),
    ];
    prop_oneof![
        10 => leaf.clone(),
        1 => leaf.clone().prop_map(|text| Text::Lower(Box::new(text))),
        1 => leaf.prop_map(|text| Text::Upper(Box::new(text))),
    ]
    .boxed()
}

fn flag() -> impl Strategy<Value = Flag> {
    let leaf = prop_oneof![
        3 => (pick(), give(number())).prop_map(|(left, right)| Flag::Less(left, right)),
        1 => (pick(), give(number())).prop_map(|(left, right)| Flag::Equal(left, right)),
        1 => (simple_text(), 0..6_usize).prop_map(|(text, than)| Flag::Longer(text, than)),
        1 => (pick(), 0..3_usize).prop_map(|(texts, than)| Flag::More(Texts::Var(texts), than)),
        1 => (simple_text(), text()).prop_map(|(left, right)| Flag::Same(left, right)),
        1 => (simple_text(), simple_text()).prop_map(|(left, right)| Flag::Before(left, right)),
        1 => (simple_text(), simple_text()).prop_map(|(left, right)| Flag::Contains(left, right)),
        1 => (simple_text(), text()).prop_map(|(left, right)| Flag::StartsWith(left, right)),
        1 => (simple_text(), simple_text()).prop_map(|(left, right)| Flag::EndsWith(left, right)),
        1 => Just(Flag::IsSome),
    ];
    leaf.prop_recursive(2, 4, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(|flag| Flag::Not(Box::new(flag))),
            (inner.clone(), inner.clone())
                .prop_map(|(left, right)| Flag::And(Box::new(left), Box::new(right))),
            (inner.clone(), inner)
                .prop_map(|(left, right)| Flag::Or(Box::new(left), Box::new(right))),
        ]
    })
}

fn ints() -> impl Strategy<Value = Ints> {
    prop_oneof![
        4 => pick().prop_map(Ints::Var),
        1 => pick().prop_map(Ints::Range),
        1 => pick().prop_map(Ints::Through),
        1 => vec(pick(), 0..4).prop_map(Ints::Made),
    ]
}

fn texts() -> impl Strategy<Value = Texts> {
    prop_oneof![
        3 => pick().prop_map(Texts::Var),
        1 => vec(simple_text(), 0..4).prop_map(Texts::Made),
    ]
}

fn files() -> impl Strategy<Value = Files> {
    prop_oneof![
        2 => pick().prop_map(Files::Var),
        1 => vec(pick(), 0..3).prop_map(Files::Made),
    ]
}

/// A step without blocks.
fn simple(calls: bool) -> BoxedStrategy<Step> {
    let called = if calls { 1 } else { 0 };
    let component = prop_oneof![
        (int(), prop::bool::weighted(0.7)).prop_map(|(n, may_fail)| Step::Check(n, may_fail)),
        int().prop_map(Step::Same),
        int().prop_map(Step::Late),
        simple_text().prop_map(Step::Echo),
        operand().prop_map(Step::Double),
        ints().prop_map(Step::Sum),
        pick().prop_map(Step::Count),
        pick().prop_map(Step::Words),
        texts().prop_map(Step::Join),
        (int(), flag(), simple_text()).prop_map(|(n, flag, text)| Step::Describe(n, flag, text)),
        simple_text().prop_map(Step::Split),
        int().prop_map(Step::OrElse),
        any::<bool>().prop_map(Step::MapMaybe),
        (vec(ints(), 0..3), parallelism())
            .prop_map(|(rows, parallelism)| Step::Rows(rows, parallelism)),
    ];
    let artifact = prop_oneof![
        simple_text().prop_map(Step::Write),
        (pick(), simple_text()).prop_map(|(file, text)| Step::Append(file, text)),
        pick().prop_map(Step::Read),
        files().prop_map(Step::ReadAll),
    ];
    prop_oneof![
        11 => component,
        3 => artifact,
        called => (operand(), option::of(simple_text()), any::<bool>(), any::<bool>())
            .prop_map(|(n, text, retried, may_fail)| Step::Call(n, text, retried, may_fail)),
        called => pick().prop_map(Step::Countdown),
    ]
    .boxed()
}

fn block(steps: usize, depth: u32, calls: bool) -> BoxedStrategy<Block> {
    let step = if depth == 0 {
        simple(calls)
    } else {
        let inner = || block(2, depth - 1, calls);
        let each = (ints(), parallelism(), inner())
            .prop_map(|(list, parallelism, body)| Step::EachInt(list, parallelism, body));
        prop_oneof![
            8 => simple(calls),
            2 => (flag(), inner(), inner()).prop_map(|(flag, then, otherwise)| Step::If(flag, then, otherwise)),
            1 => (pick(), [vec(-4..4_i64, 1..3), vec(-4..4_i64, 1..3)], [inner(), inner(), inner()])
                .prop_map(|(of, patterns, arms)| Step::MatchInt(of, patterns, arms)),
            1 => (pick(), vec(-4..4_i64, 1..4), flag(), [inner(), inner()])
                .prop_map(|(of, patterns, flag, arms)| Step::MatchGuard(of, patterns, flag, arms)),
            1 => (pick(), [-4..4_i64, -4..9_i64, 0..9_i64], [inner(), inner(), inner()])
                .prop_map(|(of, ends, arms)| Step::MatchRange(of, ends, arms)),
            1 => (simple_text(), vec(text(), 1..3), [inner(), inner()])
                .prop_map(|(of, patterns, arms)| Step::MatchText(of, patterns, arms)),
            1 => [inner(), inner()].prop_map(Step::MatchSide),
            1 => [inner(), inner()].prop_map(Step::IfSome),
            1 => inner().prop_map(Step::Attempt),
            1 => each,
            1 => (parallelism(), inner()).prop_map(|(parallelism, body)| Step::EachItem(parallelism, body)),
            1 => (texts(), inner()).prop_map(|(list, body)| Step::EachText(list, body)),
            1 => (files(), inner()).prop_map(|(list, body)| Step::EachFile(list, body)),
            1 => (ints(), texts(), inner()).prop_map(|(ints, texts, body)| Step::Zip(ints, texts, body)),
            1 => (option::of(0..2_u32), any::<bool>(), inner())
                .prop_map(|(retries, handled, body)| Step::Group(retries, handled, body)),
        ]
        .boxed()
    };
    (vec(step, 0..=steps), give(number()), give(text()), pick())
        .prop_map(|(steps, int, text, file)| Block {
            steps,
            int,
            text,
            file,
        })
        .boxed()
}
