//! Loops over plain data, which are gone when the pipeline runs.

bodies! {
    fn over_plain_data(n: i64) -> i64 {
        let mut total = same(n);
        for (k, word) in ["a", "bb", "ccc"].iter().enumerate() {
            if k == 1 {
                continue;
            }
            total = add(total, word.len() as i64);
        }
        total
    }
    with (1,), (-5,);

    fn plain_break(n: i64) -> i64 {
        let mut total = same(n);
        for k in 0.. {
            if k > 3 {
                break;
            }
            total = total + k;
        }
        total
    }
    with (1,), (i64::MAX - 5,);

    fn plain_while(n: i64) -> i64 {
        let (mut k, mut total) = (1, n);
        while k < 20 {
            total = add(total, k);
            k *= 2;
        }
        same(total)
    }
    with (1,), (-5,);

    fn plain_loop_with_a_value(n: i64) -> i64 {
        let mut k = 1;
        let m = loop {
            k *= 3;
            if k > 50 {
                break k;
            }
        };
        same(n + m)
    }
    with (1,);

    fn plain_labels(n: i64) -> i64 {
        let mut found = 0;
        'outer: for a in 1..10 {
            for b in a..10 {
                if a * b == 24 {
                    found = a * 10 + b;
                    break 'outer;
                }
                if b > 8 {
                    continue 'outer;
                }
            }
        }
        same(n + found)
    }
    with (1,);

    fn plain_loop_of_conditions(n: i64) -> i64 {
        let mut best = same(n);
        for limit in [1, 5, 9] {
            best = if best > limit { add(best, limit) } else { best };
        }
        best
    }
    with (0,), (2,), (6,), (10,);

    fn plain_list_pushed(n: i64) -> i64 {
        let mut all = vec![];
        for k in 0..3 {
            all.push(add(n, k));
        }
        sum(&all) + all[1]
    }
    with (1,), (-1,);

    fn plain_loop_in_a_loop(ns: Vec<i64>) -> i64 {
        sum(ns.map(|n| {
            let mut m = n;
            for k in 1..3 {
                m = add(m, k);
            }
            m
        }))
    }
    with (vec![],), (vec![1, 2],);

    fn loop_in_a_plain_loop(ns: Vec<i64>) -> i64 {
        let mut all = vec![];
        for k in 1..3 {
            all.push(sum(ns.clone().map(|n| add(n, k))));
        }
        sum(&all)
    }
    with (vec![],), (vec![1, 2],);

    fn changed_in_the_block(ns: Vec<i64>) -> i64 {
        sum(ns.map(|n| {
            let mut m = double(n);
            m = m + 1;
            m = add(m, n);
            m
        }))
    }
    with (vec![],), (vec![1, -2],);

    fn iterators_of_plain_data(n: i64) -> i64 {
        let numbers: Vec<i64> = (1..=10).filter(|k| k % 2 == 0).map(|k| k * k).rev().collect();
        let all: Vec<_> = numbers.iter().skip(1).step_by(2).map(|k| add(n, *k)).collect();
        sum(&all) + numbers[0] + numbers.iter().max().copied().unwrap_or(0)
    }
    with (1,), (-1,);

    fn fold_over_plain_data(n: i64) -> i64 { (1..4).fold(same(n), |total, k| add(total, k)) }
    with (1,), (-9,);
}
