/// Greets somebody.
#[component]
fn greet(name: Input<String>, #[default(1)] times: Input<u32>, greeting: OutputPath<String>) -> Container {
    Container::new("busybox:1.36").command(["greet"]).arg(name).arg(times).arg(greeting)
}
