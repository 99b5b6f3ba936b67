//! Names that mean something else further on.

use crate::case::s;

bodies! {
    fn a_parameter(n: i64) -> i64 {
        let n = double(n);
        let n = n + 1;
        same(n)
    }
    with (1,), (-1,);

    fn with_another_type(n: i64) -> usize {
        let n = format!("<{n}>");
        let n = echo(n);
        size(n.len())
    }
    with (1,), (-100,);

    fn value_by_a_plain_one(n: i64) -> i64 {
        let m = double(n);
        same(m);
        let m = 5;
        if m > 3 { add(n, m) } else { same(n) }
    }
    with (1,), (-1,);

    fn plain_one_by_a_value(n: i64) -> i64 {
        let m = 5;
        let m = if m > 3 { double(n) } else { same(n) };
        if m > 3 { add(m, n) } else { same(m) }
    }
    with (1,), (2,);

    fn within_a_block(n: i64) -> i64 {
        let m = same(n);
        let k = {
            let m = m + 10;
            double(m)
        };
        add(m, k)
    }
    with (1,), (-1,);

    fn within_blocks_of_an_if(n: i64) -> i64 {
        let m = if n > 0 {
            let n = n * 10;
            same(n)
        } else {
            let n = n - 1;
            double(n)
        };
        add(m, n)
    }
    with (1,), (-1,);

    fn condition_by_its_block(n: i64) -> i64 {
        let flag = n > 3;
        if flag {
            let flag = n > 5;
            if flag { same(1) } else { same(2) }
        } else {
            same(3)
        }
    }
    with (3,), (4,), (6,);

    fn in_an_if_let(n: Option<i64>) -> i64 { if let Some(n) = n { double(n) } else { same(0) } }
    with (Some(1),), (None,);

    fn in_an_if_let_twice(n: Option<i64>) -> i64 {
        if let Some(n) = n {
            let n = maybe(n - 1);
            if let Some(n) = n { same(n) } else { same(-5) }
        } else {
            same(-6)
        }
    }
    with (Some(1),), (Some(0),), (None,);

    fn in_a_match(n: Option<i64>) -> i64 { match n { Some(n) => double(n), None => same(0) } }
    with (Some(1),), (None,);

    fn name_for_the_rest(n: i64) -> i64 { match n * 2 { 0 => same(n), n => add(n, 1) } }
    with (0,), (3,);

    fn in_a_closure(n: i64) -> i64 {
        let f = |n| double(n);
        let m = f(n + 1);
        add(n, m)
    }
    with (0,), (3,);

    fn in_a_loop_in_shadowing(n: Vec<i64>) -> i64 { sum(n.map(|n| double(n))) }
    with (vec![],), (vec![1, 2],);

    fn in_a_for_in_shadowing(n: Vec<i64>) -> i64 {
        for n in n {
            let n = n + 1;
            double(n);
        }
        same(0)
    }
    with (vec![],), (vec![1, 2],);

    fn in_a_plain_for(n: i64) -> i64 {
        let k = 7;
        let mut m = same(n);
        for k in 0..2 {
            let n = m + k;
            m = double(n);
        }
        m + n + k
    }
    with (0,), (3,);

    fn loop_in_a_loop(n: i64) -> i64 { sum((0..n).map(|n| sum((0..=n).map(|n| same(n))))) }
    with (0,), (3,);

    fn components(n: i64) -> i64 {
        let double = same(n) + 1;
        let same = double * 2;
        add(same, double)
    }
    with (0,), (3,);

    fn component_by_a_closure(n: i64) -> i64 {
        let double = |n| add(n, 100);
        double(n)
    }
    with (0,), (3,);

    fn component_by_a_function(n: i64) -> i64 {
        fn same(n: i64) -> i64 {
            n * 7
        }
        add(n, same(3))
    }
    with (0,), (3,);

    fn names_of_rust(r#type: i64, r#match: String) -> String {
        let r#if = double(r#type);
        let r#loop = if r#if > 2 { r#match.clone() } else { echo(r#match.clone()) };
        format!("{}{}", r#if, r#loop)
    }
    plain {
        let r#if = double(r#type);
        let r#loop = if r#if > 2 { r#match.clone() } else { echo(r#match.clone()) };
        format!("{}{}", r#if, r#loop)
    }
    with (1, s("x")), (2, s("x"));

    fn names_of_the_library(value: i64, step: i64) -> i64 {
        let pipewright = double(value);
        let component = if pipewright > step { add(pipewright, step) } else { same(step) };
        let record = component + pipewright;
        let condition = record > 10;
        let then = if condition { same(record) } else { same(value) };
        let items = [then, record];
        let guard = sum(items);
        let list = format!("{guard}");
        let _ = echo(list);
        guard
    }
    with (1, 5), (5, 1), (10, -10);

    fn names_with_underscores(_n: i64, __private: i64) -> i64 {
        let _m = double(_n);
        let __value = if _m > __private { same(_m) } else { add(_m, __private) };
        let __handles = __value + 1;
        __handles * 2
    }
    with (1, 5), (5, 1);

    fn names_in_formats(n: i64, m: i64) -> String {
        let text = format!("{n}{m}");
        let n = format!("{m}{n}{text}");
        let m = "m";
        echo(format!("{n}{m}{text}"))
    }
    with (1, 5), (-5, 1);

    fn names_in_guards(n: i64, m: i64) -> i64 {
        let guard = n > m;
        match n {
            0 if guard => same(1),
            _ if { let guard = m > 3; guard } => same(2),
            _ => same(3),
        }
    }
    with (0, -1), (0, 4), (1, 0);

    fn prelude_names(n: i64) -> i64 {
        let Vec = double(n);
        let String = 5;
        let usize = Vec + String;
        let len = usize % 3;
        same(len)
    }
    with (0,), (3,), (-4,);
}
