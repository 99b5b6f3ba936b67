//! Pipelines that call pipelines, groups, and inputs by their names.

use crate::case::s;
use crate::components::Parts;

bodies! {
    fn called_inner(n: i64, m: i64) -> i64 {
        let k = double(n);
        if k > m { add(k, m) } else { same(m) }
    }
    with (1, 1), (1, 5);

    fn called(n: i64) -> i64 { called_inner(n, 5) }
    with (1,), (3,), (-3,);

    fn called_twice(n: i64) -> i64 { called_inner(called_inner(n, 5), n) + 1 }
    with (1,), (3,), (-3,);

    fn called_in_a_block(n: i64) -> i64 { if n > 2 { called_inner(n, 1) } else { same(n) } }
    with (2,), (3,);

    fn called_in_a_loop(ns: Vec<i64>) -> i64 { sum(ns.map(|n| called_inner(n, 4))) }
    with (vec![],), (vec![1, 2, 3],);

    fn called_in_a_condition(n: i64) -> i64 { if n > 0 && called_inner(n, 6) > 6 { same(1) } else { same(2) } }
    with (0,), (3,), (4,);

    fn called_with_a_failure(n: i64) -> i64 { called_inner(check(n), 3) }
    with (1,), (2,), (-1,);

    fn called_with_overflow(n: i64) -> i64 { called_inner(n + 1, 3) }
    with (1,), (i64::MAX,);

    fn countdown(n: i64) -> i64 { if n > 0 { countdown(n - 1) } else { same(n) } }
    with (0,), (1,), (4,), (-1,);

    fn factorial(n: i64, product: i64) -> i64 {
        let more = same(product);
        if n > 1 { factorial(n - 1, more * n) } else { more }
    }
    with (0, 1), (1, 1), (5, 1);

    fn parts_of(a: String) -> Parts {
        let parts = split(a.clone());
        PartsHandles { head: echo(parts.head), length: parts.length + 1 }
    }
    with (s("abcd"),), (s(""),);

    fn called_with_several_outputs(a: String) -> String {
        let parts = parts_of(a);
        format!("{}{}", echo(parts.head), parts.length * 2)
    }
    with (s("abcd"),), (s(""),), (s("{{x}}"),);

    fn by_name(n: i64) -> String { scale(n, factor = 3) }
    plain { scaled(n, 3, "") }
    with (1,), (-5,);

    fn by_names(n: i64, a: String) -> String { scale(n, unit = a, factor = n + 1) }
    plain { scaled(n, n + 1, a) }
    with (1, s("m")), (-5, s("{{x}}"));

    fn by_the_defaults(n: i64) -> String { scale(n) }
    plain { scaled(n, 10, "") }
    with (1,), (-5,);

    fn by_names_of_variables(n: i64) -> String {
        let factor = double(n);
        let unit = format!("/{factor}");
        scale(n, factor = factor, unit = unit)
    }
    plain {
        let factor = double(n);
        let unit = format!("/{factor}");
        scaled(n, factor, unit)
    }
    with (1,), (-5,);

    fn by_name_with_a_choice(n: i64) -> String { scale(n, factor = if n > 0 { n } else { 1 }, unit = match n { 1 => "one", _ => "many" }) }
    plain { scaled(n, if n > 0 { n } else { 1 }, match n { 1 => "one", _ => "many" }) }
    with (1,), (-5,), (3,);

    fn by_name_in_a_loop(ns: Vec<i64>, a: String) -> String { join(ns.map(|n| scale(n, unit = a))) }
    plain { join(ns.map(|n| scaled(n, 10, &a))) }
    with (vec![], s("m")), (vec![1, 2], s("m"));

    fn by_all_names(n: i64, m: i64) -> i64 { add(b = n, a = m * 2) - m }
    plain { add(m * 2, n) - m }
    with (1, 2), (-5, 7);

    fn in_a_group(n: i64) -> i64 {
        let m = group().run(|| {
            let a = double(n);
            add(a, 1)
        });
        same(m)
    }
    plain {
        let a = double(n);
        let m = add(a, 1);
        same(m)
    }
    with (1,), (-5,);

    fn in_a_group_with_an_if(n: i64) -> i64 { group().retries(1).run(|| if n > 0 { double(n) } else { same(n) }) + 1 }
    plain { (if n > 0 { double(n) } else { same(n) }) + 1 }
    with (1,), (-5,);

    fn in_a_group_in_a_block(n: i64) -> i64 { if n > 0 { group().run(|| double(n)) } else { group().run(|| same(n)) } }
    plain { if n > 0 { double(n) } else { same(n) } }
    with (1,), (-5,);

    fn in_a_group_in_a_loop(ns: Vec<i64>) -> i64 { sum(ns.map(|n| group().run(|| double(n) + 1))) }
    plain { sum(ns.map(|n| double(n) + 1)) }
    with (vec![],), (vec![1, -5],);

    fn in_a_group_of_several(n: i64) -> String {
        let (a, b) = group().run(|| (double(n), format!("{n}")));
        format!("{a}{b}")
    }
    plain {
        let (a, b) = (double(n), format!("{n}"));
        format!("{a}{b}")
    }
    with (1,), (-5,);

    fn failing_in_a_group(n: i64) -> i64 { group().run(|| check(n)) }
    plain { check(n) }
    with (1,), (-5,);

    fn allowed_to_fail(n: i64) -> i64 {
        let m = check(n).allow_failure();
        same(m.unwrap_or(-7))
    }
    plain {
        let m = if n < 0 { None } else { Some(check(n)) };
        same(m.unwrap_or(-7))
    }
    with (1,), (0,), (-5,);

    fn allowed_to_fail_in_a_block(n: i64) -> i64 {
        if let Some(m) = check(n).allow_failure() { double(m) } else { same(n) }
    }
    plain { if n < 0 { same(n) } else { double(check(n)) } }
    with (1,), (-5,);

    fn after_another(n: i64) -> i64 {
        let first = double(n);
        let second = same(n).after(&first);
        add(second, 1).retries(2)
    }
    plain {
        double(n);
        let second = same(n);
        add(second, 1)
    }
    with (1,), (-5,);

    fn after_one_that_fails(n: i64) -> i64 {
        let first = check(n);
        same(n).after(&first)
    }
    plain {
        check(n);
        same(n)
    }
    with (1,), (-5,);
}
