//! A release that waits for a person, and tells how it ended.

use pipewright::prelude::*;

/// Builds a version and gives the name of its image.
#[component(cache = true)]
fn build(version: String) -> String {
    format!("example.com/shop:{version}")
}

/// Runs the tests of an image, and gives how many there were.
#[component]
fn test(image: String) -> u32 {
    println!("testing {image}");
    128
}

/// What a person decides.
#[derive(Outputs)]
struct Decision {
    /// Whether the version is released.
    release: bool,
    /// How many per cent of the users get it first.
    share: u32,
    /// Why.
    reason: Option<String>,
}

/// Releases an image to a share of the users.
#[component]
fn deploy(image: String, share: u32) -> String {
    format!("{image} is deployed to {share} %")
}

/// Tells everybody.
#[component]
fn announce(status: ExitStatus, failures: Vec<TaskFailure>, version: String) {
    println!("the release of {version} has ended: {status:?}");
    for failure in failures {
        println!("{}: {}", failure.task, failure.message);
    }
}

/// Builds, tests, asks, and deploys.
#[pipeline]
fn approval(version: String) -> String {
    on_exit(|exit| {
        announce(exit.status, exit.failures, version);
    });
    let image = build(version);
    let tests = test(image);
    let decision = ask::<Decision>(format!("release {version}? {tests} tests have passed"));
    if decision.release {
        deploy(image, decision.share)
    } else {
        format!(
            "{image} is not deployed: {}",
            decision.reason.unwrap_or("no reason")
        )
    }
}

fn main() -> ExitCode {
    pipewright::main()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_image_has_the_version() {
        assert_eq!(build::call("1.2".into()), "example.com/shop:1.2");
    }
}
