use super::*;
use std::time::Duration;

const CPU: Setting = Options::cpu(Literal::Text("500m"));
const LEVEL: Setting = Options::env(Literal::Pair("LEVEL", "debug"));

#[test]
fn settings_of_the_source_are_constants() {
    let options = Options::of([CPU, LEVEL, Options::retries(Literal::Integer(3))]);
    assert_eq!(options.cpu.as_deref(), Some("500m"));
    assert_eq!(options.retries, Some(3));
    assert_eq!(options.memory, None);
    assert_eq!(
        (&*options.env[0].name, &*options.env[0].value),
        ("LEVEL", "debug")
    );
}

#[test]
fn set_options_stand_before_defaults() {
    let variable = |name, value| Options::env(Literal::Pair(name, value));
    let defaults = Options::of([CPU, variable("A", "1"), variable("B", "1")]);
    let memory = Options::memory(Literal::Text("1Gi"));
    let options = Options::of([variable("C", "2"), variable("B", "2"), memory]);
    let all = options.or(&defaults);
    assert_eq!((all.cpu, all.memory), (defaults.cpu, options.memory));
    let env: Vec<_> = all
        .env
        .iter()
        .map(|one| (&*one.name, &*one.value))
        .collect();
    assert_eq!(env, [("A", "1"), ("B", "2"), ("C", "2")]);
}

#[test]
fn later_settings_replace_earlier_ones() {
    let cache = |literal| Options::cache(literal);
    let settings = [
        cache(Literal::Boolean(true)),
        cache(Literal::Text("24h")),
        LEVEL,
        Options::env(Literal::Pair("LEVEL", "info")),
    ];
    let options = Options::of(settings);
    assert_eq!(options.cache, Some(Cache::For(Seconds::new("24h"))));
    assert_eq!(&*options.env[0].value, "info");
    assert_eq!(options.env.len(), 1);
}

#[test]
fn methods_say_what_is_wrong() {
    struct Task(Vec<Result<Setting, Invalid>>);

    impl Configure for Task {
        fn __configure(mut self, setting: Result<Setting, Invalid>, _: &Location) -> Self {
            self.0.push(setting);
            self
        }
    }

    let task = Task(vec![])
        .cpu("500m")
        .timeout(Duration::ZERO)
        .env("A=B", "x");
    let task = task.cache(Duration::from_millis(10)).memory(String::new());
    let messages = task.0.iter().skip(1).map(|setting| match setting {
        Ok(setting) => format!("{setting:?}"),
        Err(invalid) => invalid.message(),
    });
    assert_eq!(task.0[0], Ok(CPU));
    assert_eq!(
        messages.collect::<Vec<_>>(),
        [
            "`0ns` cannot be the timeout of a task",
            "`A=B` cannot be the name of an environment variable of a task",
            "`10ms` cannot be the age of the cache of a task",
            "`` cannot be the memory of a task",
        ]
    );
}

#[test]
fn every_option_is_declared_with_an_example() {
    for option in Options::DECLARED {
        assert!(!option.description.is_empty() && !option.example.is_empty());
        assert!(!option.syntax.kinds.is_empty(), "{}", option.key);
    }
}

#[test]
fn values_that_are_known_later_are_read_as_constants_are() {
    let read = |option: RuntimeOption, value: Json| match option.known(&value) {
        Ok(setting) => Ok(Options::of([setting])),
        Err(invalid) => Err(invalid.to_string()),
    };
    let json = |value: &str| Json::of(value).unwrap();
    let memory = Options::of([Options::memory(Literal::Text("512Mi"))]);
    assert_eq!(read(RuntimeOption::Memory, json("512Mi")), Ok(memory));
    let bytes = read(RuntimeOption::Memory, Json::of(&4096).unwrap()).unwrap();
    assert_eq!(bytes.memory.as_deref(), Some("4096"));
    let limit = read(RuntimeOption::Timeout, Json::of(&90).unwrap()).unwrap();
    assert_eq!(limit.timeout, Some(Seconds::new("90s")));
    for (option, value, message) in [
        (
            RuntimeOption::Memory,
            json("5Gb"),
            "`5Gb` cannot be the memory of a task: units have no `b`: write `5G` or `5Gi`, not `5Gb`",
        ),
        (
            RuntimeOption::Cpu,
            Json::of(&-1).unwrap(),
            "`-1` cannot be the cpu of a task: expected a Kubernetes quantity above zero such as `500m`, `2`, `1.5Gi`",
        ),
        (
            RuntimeOption::Timeout,
            Json::of(&0).unwrap(),
            "`0 s` cannot be the timeout of a task: expected whole seconds, at least one",
        ),
        (
            RuntimeOption::Image,
            json("a b"),
            "`a b` cannot be the image of a task: leave out the spaces",
        ),
    ] {
        assert_eq!(read(option, value), Err(message.to_owned()));
    }
}

#[test]
fn later_settings_leave_values_open() {
    let mut options = Options::of([CPU, Options::memory(Literal::Text("1Gi"))]);
    options.unset(RuntimeOption::Memory);
    assert_eq!(options, Options::of([CPU]));
    let names = RuntimeOption::ALL.iter().map(|option| option.name());
    assert_eq!(
        names.collect::<Vec<_>>(),
        ["image", "cpu", "memory", "timeout"]
    );
}
