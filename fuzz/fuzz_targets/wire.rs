//! Any text is read as a value or refused, and a value is read back from its text, which no engine takes for code.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_ir::wire;

fuzz_target!(|input: (u8, &str)| {
    let (kind, text) = input;
    let types = [
        Type::String,
        Type::Integer,
        Type::Number,
        Type::Boolean,
        Type::Enum(vec!["a".into(), "{{b}}".into()]),
        Type::List(Box::new(Type::String)),
        Type::Map(Box::new(Type::Number)),
        Type::Json,
        Type::Optional(Box::new(Type::String)),
        Type::Optional(Box::new(Type::Integer)),
    ];
    let ty = &types[usize::from(kind) % types.len()];
    if let Ok(json) = wire::decode(ty, text) {
        round_trip(ty, &json);
    }
    if let Ok(json) = wire::read(ty, text) {
        round_trip(ty, &json);
        if ty.is_text() && !json.is_null() {
            assert_eq!(wire::write(ty, &json), text);
        }
    }
    let json = Json::of(text).expect("any text can be JSON");
    round_trip(&Type::String, &json);
    let _ = wire::shorten(text);
    let _ = wire::shown(text);
});

fn round_trip(ty: &Type, json: &Json) {
    let text = wire::encode(ty, json);
    for code in ["{{", "$(", "$$"] {
        assert!(!text.contains(code), "{text}");
    }
    let read = wire::decode(ty, &text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let value = |json: &Json| serde_json::from_str::<serde_json::Value>(json.as_str()).ok();
    assert_eq!(value(&read), value(json), "{text}");
}
