use pipewright::prelude::*;

type Fallible<T> = Result<T, std::fmt::Error>;

#[component]
fn train() -> Fallible<f64> { //~
    Ok(1.0)
}

fn main() {}
