//! Variables that change, blocks, and what is dropped.

use crate::case::s;

bodies! {
    fn assigned(n: i64) -> i64 {
        let mut m = same(n);
        m = m + 1;
        m = double(m);
        m
    }
    with (1,), (-1,);

    fn assigned_of_itself(n: i64) -> i64 {
        let mut m = n;
        m = m * m;
        m = m - n;
        same(m)
    }
    with (3,), (-3,), (0,);

    fn assigned_later(n: i64) -> i64 {
        let m;
        let k = double(n);
        m = k + 1;
        same(m)
    }
    with (3,);

    fn assigned_in_plain_blocks(n: i64) -> i64 {
        let mut m = same(n);
        let plain = 5;
        if plain > 3 {
            m = add(m, plain);
        } else {
            m = double(m);
        }
        if plain > 7 && plain < 9 || plain == 5 {
            m = m + 100;
        }
        match plain {
            5 => m = double(m),
            _ => {}
        }
        m
    }
    with (3,), (-100,);

    fn chosen_by_plain_blocks(n: i64) -> i64 {
        let plain = 5;
        let m;
        if plain % 2 == 0 {
            m = same(n);
        } else {
            m = double(n);
        }
        m + 1
    }
    with (3,);

    fn assigned_with_an_if(n: i64) -> i64 {
        let mut m = same(n);
        m = if m > 3 { double(m) } else { m };
        m = if m > 10 { m - 10 } else { add(m, 1) };
        m
    }
    with (3,), (4,), (6,);

    fn assigned_with_a_match(n: i64) -> i64 {
        let mut m = n;
        m = match m { 0 => same(10), 1..=5 => double(m), _ => m };
        m = match m { 10 => m + 1, _ => same(m) };
        same(m)
    }
    with (0,), (5,), (3,), (-7,);

    fn changed_within_a_block(n: i64) -> i64 {
        if n > 0 {
            let mut m = double(n);
            m = m + 1;
            m = add(m, n);
            m
        } else {
            let mut m = n;
            m = m - 1;
            same(m)
        }
    }
    with (3,), (-3,);

    fn lists_within_a_block(n: i64) -> i64 {
        if n > 0 {
            let mut all = vec![];
            all.push(double(n));
            all.push(same(n));
            all.reverse();
            sum(&all) + all[0]
        } else {
            let mut all = vec![n];
            all.insert(0, n - 1);
            all.truncate(1);
            sum(&all)
        }
    }
    with (3,), (-3,);

    fn plain_numbers_within_a_block(n: i64) -> i64 {
        if n > 0 {
            let mut k = 1;
            for step in 1..5 {
                k *= step;
            }
            k += 1;
            same(n * k)
        } else {
            let mut text = String::from("a");
            text.push_str("bc");
            text += "d";
            same(text.len() as i64 + n)
        }
    }
    with (3,), (-3,);

    fn plain_state_around(n: i64) -> i64 {
        let mut k = 0;
        k += 1;
        let a = add(n, k);
        k += 10;
        let b = add(n, k);
        k *= 2;
        if n > 0 { same(a + k) } else { same(b - k) }
    }
    with (3,), (-3,);

    fn plain_state_behind(n: i64) -> i64 {
        let mut k = 1;
        let a = if n > 0 { same(n + k) } else { same(n - k) };
        k = 50;
        a + k
    }
    with (3,), (-3,);

    fn plain_maps(n: i64) -> String {
        let mut words = std::collections::BTreeMap::new();
        words.insert("b", 2);
        words.insert("a", 1);
        *words.entry("b").or_insert(0) += 5;
        let texts: Vec<_> = words.iter().map(|(word, k)| echo(format!("{word}{}", n + *k))).collect();
        join(&texts)
    }
    with (1,), (-7,);

    fn blocks_as_values(n: i64) -> i64 {
        let m = {
            let a = double(n);
            let b = { a + 1 };
            add(a, b)
        };
        { m + { n } }
    }
    with (3,), (-3,);

    fn blocks_without_values(n: i64) -> i64 {
        {
            double(n);
        }
        {
            let m = same(n);
            { note(format!("{m}")); }
        };
        same(n)
    }
    with (3,);

    fn labelled_blocks(n: i64) -> i64 {
        let plain = 4;
        let m = 'found: {
            if plain > 3 {
                break 'found double(n);
            }
            same(n)
        };
        m + 1
    }
    with (3,);

    fn dropped(n: i64) -> i64 {
        let _ = double(n);
        _ = same(n);
        let _unused = add(n, 1);
        drop(same(n + 2));
        same(n)
    }
    with (3,);

    fn dropped_choices(n: i64) -> i64 {
        let _ = if n > 0 { double(n) } else { same(n) };
        let _ = match n { 0 => same(5), _ => double(n) };
        if n > 1 { double(n); } else { same(n); };
        same(n)
    }
    with (3,), (0,), (1,);

    fn tuples_in_state(n: i64, a: String) -> String {
        let pair = (double(n), echo(a));
        let (m, text) = pair;
        let nested = ((m, n), (text, 1 < 2));
        let ((x, y), (z, w)) = nested;
        echo(format!("{x}{y}{z}{w}"))
    }
    with (1, s("a")), (-1, s("{{"));

    fn tuples_by_index(n: i64) -> i64 {
        let pair = (double(n), (same(n), 7));
        pair.0 + pair.1.0 * pair.1.1
    }
    with (1,), (-2,);

    fn arrays(n: i64) -> i64 {
        let all = [double(n), same(n), add(n, 1)];
        let [a, b, c] = all;
        let [first, ..] = all;
        a + b * c - first + all[2]
    }
    with (1,), (-2,);

    fn arrays_of_a_closure(n: i64) -> i64 {
        let all: [_; 3] = std::array::from_fn(|k| add(n, k as i64));
        sum(all) + all.len() as i64
    }
    with (1,), (-2,);

    fn swapped(n: i64) -> i64 {
        let (mut a, mut b) = (double(n), same(n));
        (a, b) = (b, a);
        std::mem::swap(&mut a, &mut b);
        let old = std::mem::replace(&mut b, add(n, 5));
        a * 100 + b * 10 + old
    }
    with (1,), (-2,);

    fn structs_of_plain_rust(n: i64) -> i64 {
        struct Pair<A, B> {
            left: A,
            right: B,
        }
        let mut pair = Pair { left: double(n), right: 3 };
        pair.left = pair.left + pair.right;
        pair.right += 1;
        let Pair { left, right: k } = pair;
        same(left * k)
    }
    with (1,), (-2,);

    fn constants_in_state(n: i64) -> i64 {
        const STEP: i64 = 4;
        static FACTOR: i64 = 3;
        same(n * FACTOR + STEP) % STEP
    }
    with (1,), (-2,);

    fn references(n: i64) -> i64 {
        let m = double(n);
        let r = &m;
        let k = *r + 1;
        add(*r, k)
    }
    with (1,), (-2,);

    fn cells_in_front(n: i64) -> i64 {
        let cell = std::cell::Cell::new(1);
        cell.set(cell.get() + 4);
        let m = add(n, cell.get());
        cell.set(100);
        m + cell.get()
    }
    with (1,), (-200,);

    fn options_that_change(n: i64) -> i64 {
        let mut last = None;
        for k in 1..4 {
            last = Some(match last {
                Some(before) => add(before, k),
                None => same(n),
            });
        }
        last.unwrap()
    }
    with (1,), (-200,);

    fn while_let_over_plain_data(n: i64) -> i64 {
        let mut left = vec![1, 2, 3];
        let mut m = same(n);
        while let Some(k) = left.pop() {
            m = add(m, k);
        }
        m
    }
    with (1,), (-200,);

    fn let_else_of_plain_data(n: i64) -> i64 {
        let word: Option<&str> = Some("abc");
        let Some(word) = word else { unreachable!() };
        same(n + word.len() as i64)
    }
    with (1,);

    fn chains_of_plain_conditions(n: i64) -> i64 {
        let word: Option<&str> = Some("abc");
        if let Some(word) = word && word.len() > 2 && word.starts_with("a") { double(n) } else { same(n) }
    }
    with (1,);
}
