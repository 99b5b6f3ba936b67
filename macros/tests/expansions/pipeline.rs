/// Shows what is rewritten, and what is not.
#[pipeline]
fn sample(a: f64, #[default(7.0)] mut b: f64, names: Vec<String>) -> f64 {
    let sum = add(a, 4.0);
    if sum > 10.0 && !(b == 1.0) {
        print(format!("{sum} and {:?}", 1));
    }
    for index in 0..3 {
        if index == 2 {
            break;
        }
        b = train(sum, epochs = index);
    }
    if sum < b { sum } else if let Some(first) = known() { first } else { add(a, b).retries(3) }
}
