use super::*;

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
