//! Optional values.

use crate::case::s;
use crate::components::Item;

bodies! {
    fn questions(a: Option<i64>) -> String { truths([a.is_some(), a.is_none(), !a.is_some()]) }
    with (Some(1),), (Some(0),), (None,);

    fn or_another(a: Option<i64>, b: i64) -> i64 { same(a.unwrap_or(b)) + a.unwrap_or(-1) * 2 }
    with (Some(1), 5), (None, 5), (Some(i64::MAX), 0), (Some(0), i64::MAX);

    fn or_the_default(a: Option<i64>, b: Option<String>) -> String { echo(format!("{}<{}>", a.unwrap_or_default(), b.unwrap_or_default())) }
    with (Some(1), Some(s("x"))), (None, None), (Some(-1), Some(s(""))), (None, Some(s("null")));

    fn or_a_task(a: Option<i64>, b: i64) -> i64 { same(a.unwrap_or_else(|| double(b))) }
    with (Some(1), 5), (None, 5);

    fn or_a_computation(a: Option<i64>, b: i64) -> i64 { same(a.unwrap_or_else(|| b / 2 + 1)) }
    with (Some(1), 5), (None, 5), (None, -5);

    fn or_something_that_fails(a: Option<i64>, b: i64) -> i64 { a.unwrap_or_else(|| check(b)) + same(1) }
    with (Some(1), -5), (None, -5), (None, 5);

    fn if_some(a: Option<i64>) -> i64 { if let Some(n) = a { double(n) } else { same(-1) } }
    with (Some(1),), (Some(0),), (None,);

    fn if_some_with_arithmetic(a: Option<i64>, b: i64) -> i64 { if let Some(n) = a { same(n + b) * n } else { b } }
    with (Some(1), 2), (Some(i64::MAX), 1), (None, i64::MAX);

    fn if_some_without_else(a: Option<i64>) -> i64 {
        if let Some(n) = a {
            double(n);
        }
        same(3)
    }
    with (Some(1),), (None,);

    fn if_some_twice(a: Option<i64>, b: Option<i64>) -> i64 {
        if let Some(n) = a {
            if let Some(m) = b { add(n, m) } else { same(n) }
        } else if let Some(m) = b {
            double(m)
        } else {
            same(0)
        }
    }
    with (Some(1), Some(2)), (Some(1), None), (None, Some(2)), (None, None);

    fn matched(a: Option<i64>, b: i64) -> i64 {
        match a {
            Some(n) => double(n),
            None => same(b),
        }
    }
    with (Some(1), 5), (None, 5);

    fn matched_none_first(a: Option<String>) -> String {
        match a {
            None => echo("nothing"),
            Some(text) => format!("<{}>", echo(text)),
        }
    }
    with (Some(s("x")),), (Some(s("")),), (None,), (Some(s("{{x}}")),);

    fn matched_without_the_content(a: Option<i64>) -> i64 {
        match a {
            Some(_) => same(1),
            None => same(2),
        }
    }
    with (Some(0),), (None,);

    fn matched_with_a_wildcard(a: Option<i64>) -> i64 {
        match a {
            Some(n) => double(n),
            _ => same(2),
        }
    }
    with (Some(0),), (None,);

    fn mapped(a: Option<i64>) -> Option<i64> { a.map(|n| double(n)) }
    with (Some(1),), (Some(0),), (None,);

    fn mapped_with_arithmetic(a: Option<i64>, b: i64) -> Option<i64> {
        same(b);
        a.map(|n| n * 2 + b)
    }
    with (Some(1), 2), (None, 2), (Some(i64::MAX), 0);

    fn mapped_and_asked(a: Option<i64>) -> i64 { same(a.map(|n| n + 1).unwrap_or(100)) }
    with (Some(1),), (None,);

    fn mapped_to_another_type(a: Option<i64>) -> Option<String> { a.map(|n| echo(format!("n={n}"))) }
    with (Some(1),), (None,);

    fn mapped_twice(a: Option<i64>) -> Option<i64> { a.map(|n| double(n)).map(|n| same(n + 1)) }
    with (Some(1),), (None,);

    fn given_by_tasks(n: i64) -> String {
        let m = maybe(n);
        let text = if let Some(m) = m { format!("some {m}") } else { "none".to_owned() };
        echo(format!("{text} {}", m.is_some()))
    }
    with (1,), (0,), (-1,);

    fn texts_given_by_tasks(a: String) -> String {
        let b = nonempty(a.clone());
        echo(format!("{}{}", b.unwrap_or("none".to_owned()), a.len()))
    }
    with (s(""),), (s("x"),), (s("none"),), (s("null"),);

    fn handed_on(a: Option<i64>, n: i64) -> String { format!("{} {}", first([a]), first([maybe(n)])) }
    with (Some(1), 2), (None, -2), (Some(-1), 0);

    fn chosen_in_options(a: Option<i64>, b: Option<i64>, c: bool) -> String { first([if c { a } else { b }]) }
    with (Some(1), None, true), (Some(1), None, false), (None, Some(2), true), (None, Some(2), false);

    fn chosen_by_itself(a: Option<i64>, b: Option<i64>) -> String { first([if a.is_some() { a } else { b }]) }
    with (Some(1), Some(2)), (None, Some(2)), (None, None);

    fn chosen_result(n: i64, a: Option<i64>) -> Option<i64> { if n > 0 { maybe(n) } else { a } }
    with (1, None), (0, Some(5)), (0, None);

    fn in_conditions(a: Option<i64>, n: i64) -> i64 { if a.is_some() && n > 0 { same(1) } else if a.is_none() || n < -5 { same(2) } else { same(3) } }
    with (Some(0), 1), (Some(0), 0), (None, 0), (Some(0), -6), (None, 1);

    fn none_in_front_of_a_failure(a: Option<i64>, n: i64) -> i64 {
        let b = if a.is_none() { n } else { check(n) };
        same(b)
    }
    with (None, -1), (Some(1), 1), (Some(1), -1);

    fn in_a_loop_in_options(ns: Vec<i64>) -> String {
        join(ns.map(|n| {
            let m = maybe(n);
            if let Some(m) = m { echo(format!("{m}")) } else { echo(format!("no {n}")) }
        }))
    }
    with (vec![],), (vec![1, -1, 0],);

    fn loop_over_optional_values(ns: Vec<Option<i64>>) -> i64 { sum(ns.map(|n| same(n.unwrap_or(7)))) }
    with (vec![],), (vec![Some(1), None, Some(0)],);

    fn loop_within(a: Option<i64>) -> i64 { if let Some(n) = a { sum(count(n).map(|m| double(m))) } else { same(-1) } }
    with (Some(3),), (Some(0),), (None,);

    fn optional_field(item: Item) -> i64 { if let Some(n) = item.maybe { add(n, item.count) } else { same(item.count) } }
    with (item(1, Some(2)),), (item(1, None),);

    fn optional_numbers(x: Option<f64>) -> f64 { real(x.unwrap_or(0.5)) + x.map(|x| half(x)).unwrap_or(-0.0) }
    with (Some(1.5),), (None,), (Some(-0.0),);

    fn optional_truth(a: Option<bool>) -> i64 { if a.unwrap_or(true) { same(1) } else { same(2) } }
    with (Some(true),), (Some(false),), (None,);

    fn optional_list(ns: Option<Vec<i64>>) -> i64 { if let Some(ns) = ns { sum(ns) } else { same(-1) } }
    with (Some(vec![1, 2]),), (Some(vec![]),), (None,);

    fn plain_options(n: i64) -> i64 {
        let (one, none) = (Some(4), None::<i64>);
        let a = if let Some(k) = one { same(n + k) } else { same(n) };
        let b = match none { Some(k) => same(k), None => double(a) };
        add(b, one.map(|k| k * 2).unwrap_or(0) + none.unwrap_or(1))
    }
    with (1,), (-3,);

    fn many_if_lets(n: i64) -> i64 {
        let n = same(n);
        if let Some(k) = maybe(n) { same(k) }
        else if let Some(k) = maybe(n + 1) { same(k * 10 + 1) }
        else if let Some(k) = maybe(n + 2) { same(k * 10 + 2) }
        else if let Some(k) = maybe(n + 3) { same(k * 10 + 3) }
        else if let Some(k) = maybe(n + 4) { same(k * 10 + 4) }
        else if let Some(k) = maybe(n + 5) { same(k * 10 + 5) }
        else if let Some(k) = maybe(n + 6) { same(k * 10 + 6) }
        else if let Some(k) = maybe(n + 7) { same(k * 10 + 7) }
        else if let Some(k) = maybe(n + 8) { same(k * 10 + 8) }
        else if let Some(k) = maybe(n + 9) { same(k * 10 + 9) }
        else if let Some(k) = maybe(n + 10) { same(k * 10 + 10) }
        else if let Some(k) = maybe(n + 11) { same(k * 10 + 11) }
        else if let Some(k) = maybe(n + 12) { same(k * 10 + 12) }
        else if let Some(k) = maybe(n + 13) { same(k * 10 + 13) }
        else if let Some(k) = maybe(n + 14) { same(k * 10 + 14) }
        else if let Some(k) = maybe(n + 15) { same(k * 10 + 15) }
        else if let Some(k) = maybe(n + 16) { same(k * 10 + 16) }
        else if let Some(k) = maybe(n + 17) { same(k * 10 + 17) }
        else { double(n) }
    }
    with (0,), (3,), (-1,), (-9,), (-17,), (-18,);

    fn many_if_lets_among_others(n: i64) -> i64 {
        let m = same(n);
        if m == 100 { note("at once"); }
        else if let Some(k) = maybe(m + 1) { add(k, 1); }
        else if let Some(k) = maybe(m + 2) { add(k, 2); }
        else if m == -6 { double(n); }
        else if let Some(k) = maybe(m + 4) { add(k, 4); }
        else if let Some(k) = maybe(m + 5) { add(k, 5); }
        else if m == -12 { double(n); }
        else if let Some(k) = maybe(m + 7) { add(k, 7); }
        else if let Some(k) = maybe(m + 8) { add(k, 8); }
        else if m == -18 { double(n); }
        else if let Some(k) = maybe(m + 10) { add(k, 10); }
        else if let Some(k) = maybe(m + 11) { add(k, 11); }
        else if m == -24 { double(n); }
        else if let Some(k) = maybe(m + 13) { add(k, 13); }
        else if let Some(k) = maybe(m + 14) { add(k, 14); }
        else if m == -30 { double(n); }
        else if let Some(k) = maybe(m + 16) { add(k, 16); }
        else if let Some(k) = maybe(m + 17) { add(k, 17); }
        else if m == -36 { double(n); }
        double(m)
    }
    with (100,), (0,), (-2,), (-6,), (-11,), (-30,), (-36,), (-50,);

    fn many_plain_if_lets(n: i64) -> i64 {
        let k = 17;
        if let Some(k) = (k == 0).then_some(0) { same(k) }
        else if let Some(k) = (k == 1).then_some(1) { same(n + k) }
        else if let Some(k) = (k == 2).then_some(2) { same(n + k) }
        else if let Some(k) = (k == 3).then_some(3) { same(n + k) }
        else if let Some(k) = (k == 4).then_some(4) { same(n + k) }
        else if let Some(k) = (k == 5).then_some(5) { same(n + k) }
        else if let Some(k) = (k == 6).then_some(6) { same(n + k) }
        else if let Some(k) = (k == 7).then_some(7) { same(n + k) }
        else if let Some(k) = (k == 8).then_some(8) { same(n + k) }
        else if let Some(k) = (k == 9).then_some(9) { same(n + k) }
        else if let Some(k) = (k == 10).then_some(10) { same(n + k) }
        else if let Some(k) = (k == 11).then_some(11) { same(n + k) }
        else if let Some(k) = (k == 12).then_some(12) { same(n + k) }
        else if let Some(k) = (k == 13).then_some(13) { same(n + k) }
        else if let Some(k) = (k == 14).then_some(14) { same(n + k) }
        else if let Some(k) = (k == 15).then_some(15) { same(n + k) }
        else if let Some(k) = (k == 16).then_some(16) { same(n + k) }
        else if let Some(k) = (k == 17).then_some(17) { same(n + k) }
        else { double(n) }
    }
    with (1,);
}

fn item(count: i64, maybe: Option<i64>) -> Item {
    crate::case::item(count, maybe, "label", crate::components::Level::Low)
}
