#[allow(dead_code, missing_docs, clippy::all)]
fn add(
    _: [(); ::core::compile_error! {
        "a component cannot be generic\n\n= help: write one function for each type, and call the generic one from there"
    }],
) -> [(); ::core::compile_error! {
    "a component cannot be generic\n\n= help: write one function for each type, and call the generic one from there"
}] {
    ::core::compile_error! {
        "a parameter of a component is a name, not a pattern\n\n= help: take the whole value, and take it apart in the body"
    }
    loop {}
}
#[allow(non_camel_case_types, dead_code, missing_docs)]
type add = [(); ::core::compile_error! {
    "a component cannot be generic\n\n= help: write one function for each type, and call the generic one from there"
}];
