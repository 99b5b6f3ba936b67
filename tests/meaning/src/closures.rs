//! Closures and functions in bodies.

use crate::case::s;

bodies! {
    fn called_once(n: i64) -> i64 {
        let twice = |m| double(m);
        twice(n)
    }
    with (1,), (-1,);

    fn called_often(n: i64) -> i64 {
        let next = |m, k: i64| add(m, k);
        let a = next(n, 1);
        let b = next(a, 2);
        next(b, 3)
    }
    with (1,), (-1,);

    fn that_takes_from_outside(n: i64) -> i64 {
        let base = same(n);
        let more = |k: i64| add(base, k);
        more(1) + more(2)
    }
    with (1,), (-1,);

    fn with_a_condition(n: i64) -> i64 {
        let limit = same(3);
        let cut = |k: i64| if limit > k { add(limit, n) } else { same(k) };
        add(cut(2), cut(5))
    }
    with (1,), (-1,);

    fn with_a_match(n: i64) -> String {
        let name = |k: i64| match n { 0 => echo("zero"), 1..=5 if k > 1 => echo("some"), _ => format!("{n}") };
        format!("{}{}", name(1), name(2))
    }
    with (0,), (3,), (-1,);

    fn that_changes_its_own(n: i64) -> i64 {
        let f = |k: i64| {
            let mut m = add(n, k);
            m = m + 1;
            m
        };
        f(1) * f(2)
    }
    with (0,), (3,);

    fn that_counts_plain_data(n: i64) -> i64 {
        let mut k = 0;
        let mut next = || {
            k += 1;
            add(n, k)
        };
        let a = next();
        let b = next();
        a * 10 + b
    }
    with (0,), (3,);

    fn that_returns_early(n: i64) -> i64 {
        let f = |k: i64| {
            if k > 3 {
                return double(n);
            }
            same(n)
        };
        f(1) + f(5)
    }
    with (1,), (3,);

    fn that_moves(n: i64, a: String) -> String {
        let prefix = "p".to_owned();
        let f = move |k: i64| format!("{prefix}{k}");
        echo(format!("{}{a}{}{n}", f(1), f(2)))
    }
    with (1, s("x")), (3, s("{{"));

    fn that_gives_a_closure(n: i64) -> i64 {
        let adder = |k: i64| move |m| add(m, k);
        let (one, two) = (adder(1), adder(2));
        two(one(n))
    }
    with (1,), (-3,);

    fn given_to_a_function(n: i64) -> i64 {
        fn thrice<T: Copy>(value: T, f: impl Fn(T) -> T) -> T {
            f(f(f(value)))
        }
        thrice(same(n), |m| double(m))
    }
    with (1,), (-3,);

    fn in_a_list(n: i64) -> i64 {
        let all: [(&str, i64); 3] = [("a", 1), ("b", 2), ("c", 3)];
        let given: Vec<_> = all.iter().filter(|(name, _)| *name != "b").map(|(_, k)| add(n, *k)).collect();
        sum(&given)
    }
    with (1,), (-3,);

    fn in_a_block(n: i64) -> i64 {
        if n > 0 {
            let f = |m| double(m);
            f(n)
        } else {
            let f = |m| add(m, 5);
            f(n)
        }
    }
    with (1,), (-3,);

    fn called_in_a_block_in_closures(n: i64) -> i64 {
        let f = |k: i64| add(n, k);
        if n > 0 { f(1) } else { f(2) * 3 }
    }
    with (1,), (-3,);

    fn called_in_a_condition_in_closures(n: i64) -> i64 {
        let large = |k: i64| n > k;
        if large(5) && !large(9) || large(20) { same(1) } else { same(2) }
    }
    with (5,), (6,), (10,), (21,);

    fn called_in_a_loop_in_closures(ns: Vec<i64>, k: i64) -> i64 {
        let f = |n| if n > k { double(n) } else { same(n) };
        sum(ns.map(|n| f(n)))
    }
    plain {
        let f = |n: i64| if n > k { double(n) } else { same(n) };
        sum(ns.map(|n| f(n)))
    }
    with (vec![], 1), (vec![1, 2], 1);

    fn that_only_computes(n: i64, m: i64) -> i64 {
        let larger = || if n > m { n } else { m };
        same(larger() * 2)
    }
    with (1, 2), (2, 1);

    fn with_the_right_side_of_and(n: i64) -> bool {
        let f = |k: i64| n > k && truth(n < 10);
        f(0) || f(-5)
    }
    with (1,), (0,), (-6,), (11,);

    fn lazily_called_for_an_option(n: Option<i64>) -> i64 {
        let f = || double(21);
        n.unwrap_or_else(f)
    }
    with (Some(1),), (None,);

    fn helper_functions(n: i64) -> i64 {
        let steps = crate::closures::steps(3);
        let mut m = same(n);
        for step in steps {
            m = add(m, step);
        }
        m
    }
    with (1,), (-3,);

    fn methods_of_a_struct(n: i64) -> i64 {
        struct Settings {
            factor: i64,
        }
        impl Settings {
            fn twice(&self) -> i64 {
                self.factor * 2
            }
        }
        let settings = Settings { factor: 3 };
        same(n * settings.twice() + settings.factor)
    }
    with (1,), (-3,);

    fn question_mark_of_plain_data(n: i64) -> i64 {
        let parse = |text: &str| -> Result<i64, std::num::ParseIntError> { Ok(text.trim().parse::<i64>()? + 1) };
        let k = match parse(" 41 ") { Ok(k) => k, Err(_) => -1 };
        let failed = parse("x").is_err();
        if failed { add(n, k) } else { same(n) }
    }
    with (1,), (-3,);
}

fn steps(count: i64) -> Vec<i64> {
    (1..=count).map(|step| step * step).collect()
}
