//! Ranges with a value at an end.

bodies! {
    fn from_zero(n: i64) -> i64 { sum((0..n).map(|k| double(k))) }
    with (0,), (1,), (4,), (-3,);

    fn through(n: i64) -> i64 { sum((1..=n).map(|k| double(k))) }
    with (0,), (1,), (4,), (-3,);

    fn from_a_value(n: i64) -> i64 { sum((n..3).map(|k| same(k))) }
    with (0,), (3,), (5,), (-2,);

    fn between_values(n: i64, m: i64) -> i64 { sum((n..=m).map(|k| same(k))) }
    with (0, 2), (2, 0), (-3, -1), (i64::MAX - 2, i64::MAX - 1), (i64::MIN, i64::MIN + 1);

    fn of_computed_values(n: i64) -> i64 { sum((n - 1..n * 2).map(|k| same(k))) }
    with (0,), (1,), (3,), (-1,);

    fn of_tasks_in_ranges(n: i64) -> i64 { sum((same(n)..double(n)).map(|k| same(k))) }
    with (0,), (1,), (3,);

    fn in_a_for(n: i64) -> i64 {
        for k in 0..n {
            double(k);
        }
        same(n)
    }
    with (0,), (3,), (-1,);

    fn through_in_a_for(n: i64) -> i64 {
        for k in n..=4 {
            if k % 2 == 0 { double(k); } else { same(k); }
        }
        same(n)
    }
    with (0,), (4,), (5,);

    fn failing_in_ranges(n: i64) -> i64 {
        for k in n..2 {
            check(k);
        }
        same(n)
    }
    with (0,), (2,), (-1,);

    fn of_small_integers(n: u8) -> u8 {
        for k in 250..n {
            tiny(k + 1);
        }
        tiny(n)
    }
    with (0,), (253,), (255,);

    fn through_the_last_of_all(n: i64) -> i64 { sum((n..=i64::MAX).map(|k| same(k - n))) }
    with (i64::MAX,), (i64::MAX - 3,);

    fn through_the_last_integer(n: u8) -> u8 {
        for k in n..=255 {
            tiny(k);
        }
        tiny(n)
    }
    with (253,), (255,);

    fn of_sizes(text: String) -> String { join((0..text.len()).map(|k| echo(format!("{k}")))) }
    with (String::new(),), ("abc".to_owned(),);

    fn within_each_other_in_ranges(n: i64) -> i64 { sum((0..n).map(|a| sum((a..n).map(|b| add(a, b))))) }
    with (0,), (1,), (3,);

    fn beside_a_list(n: i64, texts: Vec<String>) -> String { join((0..n).zip(texts).map(|(k, text)| echo(format!("{k}{text}")))) }
    with (0, vec!["a".to_owned()]), (2, vec!["a".to_owned()]), (2, vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]);

    fn numbered_in_ranges(n: i64) -> String { join((n..5).enumerate().map(|(k, m)| echo(format!("{k}:{m}")))) }
    with (3,), (5,), (6,);

    fn collected_texts(n: i64) -> String { join((1..=n).map(|k| format!("<{}>", k * k))) }
    with (0,), (3,);

    fn in_a_block_in_ranges(n: i64) -> i64 { if n > 2 { sum((0..n).map(|k| double(k))) } else { same(n) } }
    with (2,), (3,);

    fn plain_ranges(n: i64) -> i64 {
        let all: Vec<_> = (0..3).map(|k| add(n, k)).collect();
        let more: Vec<_> = (1..=2).rev().map(|k| same(n * k)).collect();
        sum(&all) + sum(&more)
    }
    with (1,), (-4,);

    fn plain_ranges_asked(n: i64) -> i64 {
        let range = 2..7;
        let m = if range.contains(&3) && !(0..=1).contains(&2) { range.end - range.start } else { 0 };
        same(n + m + (0..5).len() as i64)
    }
    with (1,);

    fn slices(n: i64) -> String {
        let words = ["a", "b", "c", "d"];
        let text = words[1..3].concat() + &words[..1].concat() + words[3..].concat().as_str() + &"hello"[1..=2];
        echo(format!("{text}{n}"))
    }
    with (1,);
}
