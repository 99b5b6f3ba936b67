//! Loops over lists, and over plain data.

use crate::case::s;
use crate::components::{Item, Level};

bodies! {
    fn over_a_list(ns: Vec<i64>) -> i64 {
        for n in ns {
            double(n);
        }
        same(0)
    }
    with (vec![],), (vec![1],), (vec![1, 2, 3],);

    fn over_texts(texts: Vec<String>) -> i64 {
        for text in texts {
            note(format!("{text}!"));
        }
        same(0)
    }
    with (vec![],), (vec![s("a"), s(""), s("{{x}}"), s("null"), s("1"), s("\"\\")],);

    fn over_a_task(n: i64) -> i64 {
        for m in count(n) {
            add(m, n);
        }
        same(n)
    }
    with (0,), (1,), (3,), (-1,);

    fn failing(ns: Vec<i64>) -> i64 {
        for n in ns {
            check(n);
        }
        same(0)
    }
    with (vec![],), (vec![1, 2],), (vec![1, -2, 3],);

    fn collected(ns: Vec<i64>) -> i64 { sum(ns.map(|n| double(n))) }
    with (vec![],), (vec![5],), (vec![1, 2, 3],);

    fn collected_in_order(texts: Vec<String>) -> String { join(texts.map(|text| echo(text))) }
    with (vec![],), (vec![s("")],), (vec![s("c"), s("a"), s("{{b}}"), s("a")],);

    fn collected_without_tasks(ns: Vec<i64>) -> i64 { sum(ns.map(|n| n * 2 + 1)) }
    with (vec![],), (vec![1, 2, 3],), (vec![i64::MAX, 0],);

    fn collected_texts_without_tasks(ns: Vec<i64>) -> String { join(ns.map(|n| format!("<{n}>"))) }
    with (vec![],), (vec![1, -2],);

    fn collected_truth(ns: Vec<i64>) -> String { truths(ns.map(|n| n > 0 && n % 2 == 0)) }
    with (vec![],), (vec![0, 1, 2, -2],);

    fn collected_numbers(xs: Vec<f64>) -> f64 { reals(xs.map(|x| half(x) + 0.25)) }
    with (vec![],), (vec![1.0, -0.5],);

    fn output_of_a_loop(ns: Vec<i64>) -> Vec<i64> { ns.map(|n| double(n)) }
    with (vec![],), (vec![1, 2],), (vec![4_611_686_018_427_387_903],);

    fn output_of_a_loop_over_texts(texts: Vec<String>) -> Vec<String> { texts.map(|text| echo(format!("{text}{text}"))) }
    with (vec![],), (vec![s(""), s("a"), s("{{x}}"), s("\"")],);

    fn output_of_tuples(ns: Vec<i64>) -> String {
        let (a, b) = ns.map(|n| (double(n), format!("{n}")));
        format!("{}{}", sum(a), join(b))
    }
    plain {
        let (a, b): (Vec<_>, Vec<_>) = ns.map(|n| (double(n), format!("{n}"))).into_iter().unzip();
        format!("{}{}", sum(a), join(b))
    }
    with (vec![],), (vec![1, 2],);

    fn blocks_with_statements_in_loops(ns: Vec<i64>, k: i64) -> i64 {
        sum(ns.map(|n| {
            let a = n + k;
            let b = double(a);
            if b > 10 { add(b, n) } else { b - k }
        }))
    }
    with (vec![], 1), (vec![1, 2, 3, 9], 2), (vec![0], -1);

    fn one_after_the_other_in_loops(ns: Vec<i64>) -> i64 {
        let doubled = ns.map(|n| double(n));
        let more = doubled.map(|n| same(n + 1));
        sum(more.clone()) + sum(doubled)
    }
    plain {
        let doubled = ns.map(|n| double(n));
        let more = doubled.clone().map(|n| same(n + 1));
        sum(more.clone()) + sum(doubled)
    }
    with (vec![],), (vec![1, 2],);

    fn within_each_other_in_loops(ns: Vec<i64>, texts: Vec<String>) -> String {
        join(ns.map(|n| {
            let words = texts.clone().map(|text| echo(format!("{n}{text}")));
            join(words)
        }))
    }
    with (vec![], vec![s("a")]), (vec![1], vec![]), (vec![1, 2], vec![s("a"), s("{{b}}")]);

    fn over_rows(rows: Vec<Vec<i64>>) -> i64 { sum(rows.map(|row| sum(row.map(|n| double(n))))) }
    with (vec![],), (vec![vec![]],), (vec![vec![1, 2], vec![], vec![3]],);

    fn rows_within_each_other(rows: Vec<Vec<i64>>) -> Vec<Vec<i64>> { rows.map(|row| row.map(|n| double(n))) }
    with (vec![],), (vec![vec![]],), (vec![vec![1, 2], vec![], vec![3]],);

    fn structs_in_loops(items: Vec<Item>) -> String {
        join(items.map(|item| {
            let kind = if item.level == Level::High { "high" } else { "other" };
            echo(format!("{} {} {kind} {}", item.label, item.count * 2, item.rate + 0.5))
        }))
    }
    with (vec![],), (vec![item(1, "a"), item(2, "{{b}}"), item(-3, "")],);

    fn structs_handed_on(n: i64) -> String {
        let a = made(n, "first");
        let b = made(n + 1, format!("{}!", a.label));
        echo(format!("{} {} {} {}", a.count, b.label, b.count, a.rate))
    }
    with (1,), (i64::MAX - 1,);

    fn in_a_block_in_loops(ns: Vec<i64>, n: i64) -> i64 {
        if n > 0 {
            for m in ns {
                add(n, m);
            }
            same(1)
        } else {
            sum(ns.map(|m| double(m)))
        }
    }
    with (vec![1, 2], 1), (vec![1, 2], 0), (vec![], 0);

    fn conditions_within(ns: Vec<i64>, limit: i64) -> i64 {
        for n in ns {
            if n > limit { double(n); } else if n == limit { note("equal"); }
        }
        same(limit)
    }
    with (vec![1, 2, 3], 2), (vec![], 0);

    fn variables_from_outside(ns: Vec<i64>, a: String) -> String {
        let prefix = echo(format!("{a}:"));
        let step = 3;
        join(ns.map(|n| format!("{prefix}{}", same(n + step))))
    }
    with (vec![], s("a")), (vec![1, 2], s("{{a}}"));

    fn zipped(ns: Vec<i64>, texts: Vec<String>) -> String { join(ns.zip(texts).map(|(n, text)| echo(format!("{n}{text}")))) }
    with (vec![], vec![s("a")]), (vec![1, 2, 3], vec![s("a"), s("b")]), (vec![1], vec![s("a"), s("b")]);

    fn zipped_in_a_for(ns: Vec<i64>, ms: Vec<i64>) -> i64 {
        for (n, m) in ns.zip(ms) {
            add(n, m);
        }
        same(0)
    }
    with (vec![], vec![]), (vec![1, 2], vec![3, 4, 5]);

    fn numbered(texts: Vec<String>) -> String { join(texts.enumerate().map(|(k, text)| echo(format!("{k}={text}")))) }
    with (vec![],), (vec![s("a"), s("a"), s("")],);

    fn numbered_in_a_for(texts: Vec<String>) -> i64 {
        for (k, text) in texts.enumerate() {
            if k > 0 { note(text); } else { long(k); }
        }
        same(0)
    }
    with (vec![],), (vec![s("a"), s("b"), s("c")],);

    fn zipped_and_numbered(ns: Vec<i64>, ms: Vec<i64>) -> i64 { sum(ns.zip(ms).enumerate().map(|(k, (n, m))| if k == 1 { same(n) } else { add(n, m) })) }
    with (vec![], vec![]), (vec![1, 2, 3], vec![10, 20, 30]);

    fn one_at_a_time(ns: Vec<i64>) -> i64 { sum(ns.parallelism(1).map(|n| double(n))) }
    with (vec![],), (vec![3, 1, 2],);

    fn some_at_a_time(ns: Vec<i64>) -> i64 { sum(ns.parallelism(2).map(|n| double(n))) }
    with (vec![],), (vec![3, 1, 2],);

    fn failing_fast(ns: Vec<i64>) -> i64 { sum(ns.fail_fast().map(|n| check(n))) }
    with (vec![],), (vec![3, 1, 2],), (vec![1, -1, 2],);

    fn for_each(ns: Vec<i64>) -> i64 {
        ns.for_each(|n| { double(n); });
        same(0)
    }
    with (vec![],), (vec![3, 1],);

    fn lengths(ns: Vec<i64>, texts: Vec<String>) -> String { truths([ns.len() == 2, ns.is_empty(), texts.len() > ns.len(), !texts.is_empty()]) }
    with (vec![], vec![]), (vec![1, 2], vec![s("")]), (vec![1], vec![s(""), s("a")]);

    fn length_of_a_loop(ns: Vec<i64>) -> usize {
        let doubled = ns.map(|n| double(n));
        size(doubled.len() + 1)
    }
    with (vec![],), (vec![1, 2],);

    fn over_an_array(n: i64) -> i64 {
        for m in [n, n + 1, double(n)] {
            add(m, 1);
        }
        same(n)
    }
    with (1,), (-5,);
}

fn item(count: i64, label: &str) -> Item {
    crate::case::item(
        count,
        None,
        label,
        if count > 1 { Level::High } else { Level::Low },
    )
}
