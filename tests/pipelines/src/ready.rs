//! Data is never code, towards ready images and out of them.

use crate::data::{Eight, EightHandles, relay};
use crate::texts::AWKWARD;
use pipewright::prelude::*;

/// Hands on eight texts: half of them come as arguments, half as variables, one within a text.
#[component]
fn hand_on(
    a: Input<String>,
    b: Input<String>,
    c: Input<String>,
    d: Input<String>,
    e: Input<String>,
    f: Input<String>,
    g: Input<String>,
    h: Input<String>,
    all: OutputPath<String>,
) -> Container {
    let script = format!(r#"printf '%s\036' "$@" "$E" "$F" "$G" "$H" > "{all}"; echo >> "{all}""#);
    Container::new("busybox:1.36")
        .command(["sh", "-c", &script, "sh"])
        .args([
            a.to_string(),
            b.to_string(),
            c.to_string(),
            format!("$({{{{{d}$"),
            format!("{{{{{a}}}}} $$ {b}$(c)"),
        ])
        .env("E", e)
        .env("F", f)
        .env("G", format!("{g}"))
        .env("H", format!("{{{h}$"))
}

/// Parameters go to a ready image and back.
#[pipeline]
fn texts_to_images(
    a: String,
    b: String,
    c: String,
    d: String,
    e: String,
    f: String,
    g: String,
    h: String,
) -> String {
    let ours = relay(a, b, c, d, e, f, g, h);
    hand_on(ours.a, ours.b, ours.c, ours.d, ours.e, ours.f, g, h).all
}

/// Takes apart what [`hand_on`] put together.
#[component]
fn take_apart(all: String) -> Eight {
    let mut parts = all.split('\u{1e}').map(str::to_owned);
    let mut next = || parts.next().unwrap_or_default();
    Eight {
        a: next(),
        b: next(),
        c: next(),
        d: next(),
        e: next(),
        f: next(),
        g: next(),
        h: next(),
    }
}

/// Literals go to a ready image and back, past a component of ours.
#[pipeline]
fn literals_to_images(wanted: String) -> Eight {
    let all = hand_on(
        AWKWARD[0],
        AWKWARD[1],
        AWKWARD[3],
        AWKWARD[5],
        AWKWARD[45],
        AWKWARD[54],
        AWKWARD[55],
        AWKWARD[60],
    );
    if all.all != wanted {
        take_apart(all.all)
    } else {
        take_apart(wanted)
    }
}

/// Writes eight files.
#[component]
fn write(
    a: OutputPath<String>,
    b: OutputPath<String>,
    c: OutputPath<String>,
    d: OutputPath<String>,
    e: OutputPath<String>,
    f: OutputPath<String>,
    g: OutputPath<String>,
    h: OutputPath<String>,
) -> Container {
    let script = format!(
        r#"
        printf '%s\n' '{{{{workflow.name}}}} {{{{=1+1}}}}' > {a}
        printf '%s\n' '$(HOME) $$ $(reboot)' > {b}
        printf 'json:"x"\n' > {c}
        printf '\001\177\033\n' > {d}
        printf '\360\237\230\200 $\342\202\254\n' > {e}
        printf 'two\r\nlines\n\n' > {f}
        printf '%s' '{{{{inputs.parameters.a}}}} {{{{tasks.write.outputs.parameters.b}}}}' > {g}
        printf '%s\n' '"quoted" \ back }}}} {{{{' > {h}
        "#
    );
    Container::new("busybox:1.36").command(["sh", "-c", &script])
}

/// What a ready image writes goes to components, to an `if`, to another ready image, and out.
#[pipeline]
fn texts_from_images() -> FromImages {
    let written = write();
    let ours = relay(
        written.a, written.b, written.c, written.d, written.e, written.f, written.g, written.h,
    );
    let chosen = if written.a == "{{workflow.name}} {{=1+1}}" && written.c == "json:\"x\"" {
        let again = relay(
            ours.h, ours.g, ours.f, ours.e, ours.d, ours.c, ours.b, ours.a,
        );
        relay(
            again.h, again.g, again.f, again.e, again.d, again.c, again.b, again.a,
        )
    } else {
        ours
    };
    FromImagesHandles {
        directly: written.d,
        formatted: format!("{}{}{{{{{}", written.e, written.b, written.h),
        handed_on: hand_on(
            written.a, written.b, written.c, written.g, written.e, written.f, written.h, ours.d,
        )
        .all,
        listed: list(chosen),
    }
}

#[derive(Outputs)]
struct FromImages {
    directly: String,
    formatted: String,
    handed_on: String,
    listed: Vec<String>,
}

fn list(texts: EightHandles) -> Value<Vec<String>> {
    collect(
        texts.a, texts.b, texts.c, texts.d, texts.e, texts.f, texts.g, texts.h,
    )
}

#[component]
fn collect(
    a: String,
    b: String,
    c: String,
    d: String,
    e: String,
    f: String,
    g: String,
    h: String,
) -> Vec<String> {
    vec![a, b, c, d, e, f, g, h]
}
