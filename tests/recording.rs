//! Pipelines are recorded as graphs.

use pipewright::prelude::*;

/// Calculates the sum of two numbers.
#[component]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

#[derive(Outputs)]
struct Division {
    /// How often the divisor fits.
    quotient: f64,
    remainder: f64,
}

/// Divides two numbers.
#[component(cpu = "500m", memory = "256Mi", retries = 2)]
fn divide(dividend: f64, divisor: f64) -> Result<Division, String> {
    if divisor == 0.0 {
        return Err("division by zero".into());
    }
    Ok(Division {
        quotient: (dividend / divisor).floor(),
        remainder: dividend % divisor,
    })
}

#[component]
fn say(text: String, #[default(1)] times: u32) {
    for _ in 0..times {
        println!("{text}");
    }
}

/// A toy pipeline.
#[pipeline]
fn calculation(a: f64, #[default(7.0)] b: f64, #[default(17.0)] c: f64) -> f64 {
    let sum = add(a, 4.0);
    let parts = divide(sum, b);
    let label = "x";
    say(format!("{label}: {sum} {b:?}", b = 3), times = 2).after(&parts);
    for i in 0..2 {
        if i > 0 {
            say(format!("{i}"));
        }
    }
    if parts.remainder < 0.5 && b > 1.0 {
        add(parts.quotient, c).retries(3)
    } else {
        parts.quotient
    }
}

#[component]
fn greet(name: Input<String>, greeting: OutputPath<String>) -> Container {
    Container::new("busybox:1.36")
        .command(["sh", "-c", "echo \"Hello, $0\" > $1"])
        .args([format!("--name={name}"), greeting.to_string()])
}

#[pipeline]
fn greeting(name: String) -> String {
    let hello = greet(name).greeting;
    if hello == "x" { say("a") } else { say("b") };
    hello
}

#[test]
fn it_records() {
    let (graph, diagnostics) = calculation::pipeline().record();
    assert_eq!(diagnostics, []);
    println!("{}", serde_json::to_string_pretty(&graph).unwrap());
    let (graph, diagnostics) = greeting::pipeline().record();
    assert_eq!(diagnostics, []);
    println!("{graph:#?}");
}
