#[allow(dead_code, missing_docs, clippy::all)]
fn train(
    _: [(); ::core::compile_error! {
        "an `async` component needs the feature `tokio` of pipewright\n\n= help: add it to the dependency: `pipewright = { features = [\"tokio\"], .. }`"
    }],
) -> [(); ::core::compile_error! {
    "an `async` component needs the feature `tokio` of pipewright\n\n= help: add it to the dependency: `pipewright = { features = [\"tokio\"], .. }`"
}] {
    loop {}
}
#[allow(non_camel_case_types, dead_code, missing_docs)]
type train = [(); ::core::compile_error! {
    "an `async` component needs the feature `tokio` of pipewright\n\n= help: add it to the dependency: `pipewright = { features = [\"tokio\"], .. }`"
}];
