//! `&&`, `||` and `!`, and what runs to the right of them.

bodies! {
    fn two(a: bool, b: bool) -> String { truths([a && b, a || b, !a && b, a || !b, !(a && b), !(a || b)]) }
    with (false, false), (false, true), (true, false), (true, true);

    fn three(a: bool, b: bool, c: bool) -> String {
        truths([a && b || c, a || b && c, (a || b) && c, a && (b || c), !a || b && !c, a && b && c, a || b || c, !(a && !(b || c))])
    }
    with (false, false, false), (false, false, true), (false, true, false), (false, true, true),
        (true, false, false), (true, false, true), (true, true, false), (true, true, true);

    fn of_comparisons(n: i64, m: i64) -> String { truths([n > 0 && m > 0, n > 0 || m > 0, n < m && m < 10 || n == m, !(n < m) && n != 5]) }
    with (1, 1), (0, 1), (1, 0), (5, 4), (-1, 20);

    fn as_conditions(n: i64, m: i64) -> i64 { if n > 0 && m > 0 { same(1) } else if n > 0 || m > 0 { same(2) } else { same(3) } }
    with (1, 1), (1, 0), (0, 1), (0, 0);

    fn task_right_of_and(n: i64) -> i64 { if n > 0 && truth(n < 10) { same(1) } else { same(2) } }
    with (0,), (5,), (10,);

    fn task_right_of_or(n: i64) -> i64 { if n > 0 || truth(n < -10) { same(1) } else { same(2) } }
    with (1,), (0,), (-11,);

    fn failure_right_of_and(n: i64) -> i64 { if n > 0 && check(n - 5) > 2 { same(1) } else { same(2) } }
    with (0,), (5,), (8,), (4,);

    fn failure_right_of_or(n: i64) -> i64 { if n > 0 || check(n + 5) > 2 { same(1) } else { same(2) } }
    with (1,), (0,), (-5,), (-6,);

    fn failure_left(n: i64) -> i64 { if check(n) > 5 && n > 0 { same(1) } else { same(2) } }
    with (6,), (5,), (-1,);

    fn division_right_of_and(n: i64, m: i64) -> i64 { if m != 0 && n / m > 2 { same(1) } else { same(2) } }
    with (6, 2), (1, 2), (1, 0);

    fn division_right_of_or(n: i64, m: i64) -> i64 { if m == 0 || n / m > 2 { same(1) } else { same(2) } }
    with (6, 2), (1, 2), (1, 0);

    fn division_in_values(n: i64, m: i64) -> String { truths([m != 0 && n / m > 2, m == 0 || n % m == 1]) }
    with (6, 2), (7, 2), (1, 0);

    fn overflow_right_of_and(n: i64) -> bool { truth(n < 10 && n * 1_000_000_000_000_000_000 > 5) }
    with (9,), (10,), (0,), (-10,);

    fn tasks_on_both_sides(n: i64) -> i64 { if truth(n > 0) && truth(n < 10) || truth(n == -1) { same(1) } else { same(2) } }
    with (5,), (10,), (-1,), (-2,);

    fn tasks_in_a_row(n: i64) -> bool { truth(n > 0) && truth(n > 1) && truth(n > 2) && truth(n > 3) }
    with (0,), (1,), (2,), (3,), (4,);

    fn tasks_in_a_row_of_or(n: i64) -> bool { truth(n > 3) || truth(n > 2) || truth(n > 1) || truth(n > 0) }
    with (0,), (1,), (2,), (3,), (4,);

    fn tasks_in_parentheses(n: i64) -> bool { truth(n > 0) && (truth(n > 5) || truth(n == 3)) && !truth(n == 7) }
    with (0,), (1,), (3,), (6,), (7,);

    fn as_values(n: i64) -> i64 {
        let a = n > 0 && truth(n < 10);
        let b = a || truth(n == -1);
        if a && b { same(1) } else if b { same(2) } else { same(3) }
    }
    with (5,), (10,), (-1,), (0,);

    fn block_right_of_and(n: i64) -> i64 {
        let a = n > 0 && {
            let m = double(n);
            let k = m + 1;
            k > 5
        };
        if a { same(1) } else { same(2) }
    }
    with (0,), (2,), (3,);

    fn if_right_of_or(n: i64) -> i64 {
        if n == 0 || (if n > 5 { truth(n < 10) } else { n == 3 }) { same(1) } else { same(2) }
    }
    with (0,), (3,), (4,), (6,), (10,);

    fn not_around(n: i64) -> i64 { if !(n > 0 && !truth(n > 5)) { same(1) } else { same(2) } }
    with (0,), (1,), (6,);

    fn plain_on_the_left_in_connectives(a: bool) -> String {
        let (yes, no) = (1 < 2, 2 < 1);
        truths([yes && a, no || a, a && yes, a || no])
    }
    with (true,), (false,);

    fn plain_that_settles(n: i64) -> i64 {
        let (yes, no) = (1 < 2, 2 < 1);
        if yes || truth(n > 0) { note("or"); }
        if no && truth(n > 0) { note("and"); }
        if yes && truth(n > 0) { same(1) } else { same(2) }
    }
    with (1,), (0,);

    fn plain_on_the_right(n: i64) -> i64 {
        let (yes, no) = (1 < 2, 2 < 1);
        if truth(n > 0) && no { same(1) } else if truth(n > 5) || yes { same(2) } else { same(3) }
    }
    with (1,), (0,), (6,);

    fn task_used_on_both_sides(n: i64) -> i64 {
        let m = double(n);
        if m > 2 && add(m, n) > 10 || m == -2 { same(m) } else { same(n) }
    }
    with (1,), (2,), (4,), (-1,);

    fn in_a_loop(ns: Vec<i64>) -> i64 { sum(ns.map(|n| if n > 0 && truth(n % 2 == 0) { double(n) } else { same(n) })) }
    with (vec![],), (vec![0, 1, 2],);

    fn in_an_argument(n: i64) -> bool { truth(n > 0 && truth(n < 5)) }
    with (0,), (1,), (5,);

    fn in_a_format(n: i64) -> String { echo(format!("{} {}", n > 0 && n < 5, n < 0 || truth(n > 2))) }
    with (0,), (1,), (3,), (-1,);

    fn on_options(a: Option<i64>, n: i64) -> i64 { if a.is_some() && check(n) > 0 { same(1) } else { same(2) } }
    with (Some(1), 1), (None, -1), (Some(1), -1), (Some(1), 0);
}
