//! Many blocks of one `if` or `match`: they stand one behind the other where few stand within each other.

use crate::components::*;
use pipewright::prelude::*;

#[pipeline]
fn many_arms(number: i64) -> Vec<String> {
    let number = integer(number);
    let word = match number {
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        4 => "4",
        5 => "5",
        6 => "6",
        7 => "7",
        8 => "8",
        9 => "9",
        10 => "10",
        11 => "11",
        12 => "12",
        13 => "13",
        14 => "14",
        15 => "15",
        16 => "16",
        17 => "17",
        18 => "18",
        19 => "19",
        20 => "20",
        21 => "21",
        22 => "22",
        23 => "23",
        24 => "24",
        25 => "25",
        26 => "26",
        27 => "27",
        28 => "28",
        29 => "29",
        30 => "30",
        31 => "31",
        32 => "32",
        33 => "33",
        34 => "34",
        35 => "35",
        36 => "36",
        37 => "37",
        38 => "38",
        39 => "39",
        _ => "more",
    };
    let ran = match number {
        0 => text("0"),
        1 => text("1"),
        2 => text("2"),
        3 => text("3"),
        4 => text("4"),
        5 => text("5"),
        6 => text("6"),
        7 => text("7"),
        8 => text("8"),
        9 => text("9"),
        10 => text("10"),
        11 => text("11"),
        12 => text("12"),
        13 => text("13"),
        14 => text("14"),
        15 => text("15"),
        16 => text("16"),
        17 => text("17"),
        18 => text("18"),
        19 => text("19"),
        other => text(format!("{other}?")),
    };
    Value::from([text(word), ran])
}

#[pipeline]
fn many_else_ifs(number: i64) -> Vec<String> {
    let number = integer(number);
    let word = if number == 0 {
        "is 0"
    } else if number == 1 {
        "is 1"
    } else if number == 2 {
        "is 2"
    } else if number == 3 {
        "is 3"
    } else if number == 4 {
        "is 4"
    } else if number == 5 {
        "is 5"
    } else if number == 6 {
        "is 6"
    } else if number == 7 {
        "is 7"
    } else if number == 8 {
        "is 8"
    } else if number == 9 {
        "is 9"
    } else if number == 10 {
        "is 10"
    } else if number == 11 {
        "is 11"
    } else if number == 12 {
        "is 12"
    } else if number == 13 {
        "is 13"
    } else if number == 14 {
        "is 14"
    } else if number == 15 {
        "is 15"
    } else if number == 16 {
        "is 16"
    } else if number == 17 {
        "is 17"
    } else if number == 18 {
        "is 18"
    } else if number == 19 {
        "is 19"
    } else if number == 20 {
        "is 20"
    } else if number == 21 {
        "is 21"
    } else if number == 22 {
        "is 22"
    } else if number == 23 {
        "is 23"
    } else if number == 24 {
        "is 24"
    } else if number == 25 {
        "is 25"
    } else if number == 26 {
        "is 26"
    } else if number == 27 {
        "is 27"
    } else if number == 28 {
        "is 28"
    } else if number == 29 {
        "is 29"
    } else if number == 30 {
        "is 30"
    } else if number == 31 {
        "is 31"
    } else if number == 32 {
        "is 32"
    } else if number == 33 {
        "is 33"
    } else if number == 34 {
        "is 34"
    } else if number == 35 {
        "is 35"
    } else if number == 36 {
        "is 36"
    } else if number == 37 {
        "is 37"
    } else if number == 38 {
        "is 38"
    } else if number == 39 {
        "is 39"
    } else {
        "is more"
    };
    let plain = 17;
    let known = if plain == 0 {
        "is 0"
    } else if plain == 1 {
        "is 1"
    } else if plain == 2 {
        "is 2"
    } else if plain == 3 {
        "is 3"
    } else if plain == 4 {
        "is 4"
    } else if plain == 5 {
        "is 5"
    } else if plain == 6 {
        "is 6"
    } else if plain == 7 {
        "is 7"
    } else if plain == 8 {
        "is 8"
    } else if plain == 9 {
        "is 9"
    } else if plain == 10 {
        "is 10"
    } else if plain == 11 {
        "is 11"
    } else if plain == 12 {
        "is 12"
    } else if plain == 13 {
        "is 13"
    } else if plain == 14 {
        "is 14"
    } else if plain == 15 {
        "is 15"
    } else if plain == 16 {
        "is 16"
    } else if plain == 17 {
        "is 17"
    } else if plain == 18 {
        "is 18"
    } else if plain == 19 {
        "is 19"
    } else {
        "is more"
    };
    Value::from([text(word), text(known)])
}
