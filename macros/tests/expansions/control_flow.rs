/// Shows loops, values of blocks and matches.
#[pipeline]
fn control(names: Vec<String>, mode: Mode, count: u32) -> f64 {
    for name in names {
        print(name);
    }
    for index in 0..count {
        if index == 3 {
            continue;
        }
    }
    match mode {
        Mode::Fast | Mode::Slow => train(epochs = 1, data = 2),
        LIMIT => 0.5,
        _ => score(),
    }
}
