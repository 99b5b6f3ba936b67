//! Every type of parameter goes through a component, given to the run and given back.

use crate::components::Level;
use pipewright::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Outputs)]
struct Integers {
    a: i8,
    b: i16,
    c: i32,
    d: i64,
    e: u8,
    f: u16,
    g: u32,
    h: u64,
}

#[component]
fn same_integers(a: i8, b: i16, c: i32, d: i64, e: u8, f: u16, g: u32, h: u64) -> Integers {
    Integers {
        a,
        b,
        c,
        d,
        e,
        f,
        g,
        h,
    }
}

/// Integers of all widths.
#[pipeline]
fn integers(a: i8, b: i16, c: i32, d: i64, e: u8, f: u16, g: u32, h: u64) -> Integers {
    let first = same_integers(a, b, c, d, e, f, g, h);
    same_integers(
        first.a, first.b, first.c, first.d, first.e, first.f, first.g, first.h,
    )
}

#[derive(Outputs)]
struct Numbers {
    single: f32,
    double: f64,
    singles: Vec<f32>,
    doubles: Vec<f64>,
}

#[component]
fn same_numbers(single: f32, double: f64, singles: Vec<f32>, doubles: Vec<f64>) -> Numbers {
    Numbers {
        single,
        double,
        singles,
        doubles,
    }
}

/// Numbers with a fraction.
#[pipeline]
fn numbers(single: f32, double: f64, singles: Vec<f32>, doubles: Vec<f64>) -> Numbers {
    let first = same_numbers(single, double, singles, doubles);
    same_numbers(first.single, first.double, first.singles, first.doubles)
}

#[derive(Outputs)]
struct Scalars {
    flag: bool,
    text: String,
    letter: char,
    level: Level,
}

#[component]
fn same_scalars(flag: bool, text: String, letter: char, level: Level) -> Scalars {
    Scalars {
        flag,
        text,
        letter,
        level,
    }
}

/// Truth values, texts, characters, enums.
#[pipeline]
fn scalars(flag: bool, text: String, letter: char, level: Level) -> Scalars {
    let first = same_scalars(flag, text, letter, level);
    same_scalars(first.flag, first.text, first.letter, first.level)
}

#[derive(Outputs)]
struct Options {
    text: Option<String>,
    integer: Option<i64>,
    number: Option<f64>,
    flag: Option<bool>,
    list: Option<Vec<String>>,
    level: Option<Level>,
    point: Option<Point>,
}

#[component]
fn same_options(
    text: Option<String>,
    integer: Option<i64>,
    number: Option<f64>,
    flag: Option<bool>,
    list: Option<Vec<String>>,
    level: Option<Level>,
    point: Option<Point>,
) -> Options {
    Options {
        text,
        integer,
        number,
        flag,
        list,
        level,
        point,
    }
}

/// Optional values, given or not.
#[pipeline]
fn options(
    text: Option<String>,
    integer: Option<i64>,
    number: Option<f64>,
    flag: Option<bool>,
    list: Option<Vec<String>>,
    level: Option<Level>,
    point: Option<Point>,
) -> Options {
    let first = same_options(
        text = text,
        integer = integer,
        number = number,
        flag = flag,
        list = list,
        level = level,
        point = point,
    );
    same_options(
        text = first.text,
        integer = first.integer,
        number = first.number,
        flag = first.flag,
        list = first.list,
        level = first.level,
        point = first.point,
    )
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Point {
    x: i64,
    y: f64,
    name: String,
}

/// A shape, whose variants hold data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Shape {
    Nothing,
    Circle(f64),
    Line { from: Point, to: Point },
    Path(Vec<Point>, bool),
}

#[derive(Outputs)]
struct Structures {
    list: Vec<i64>,
    tuple: (i64, String, bool),
    point: Point,
    map: BTreeMap<String, Vec<Option<i64>>>,
    shape: Shape,
    shapes: Vec<Shape>,
    value: serde_json::Value,
    levels: Vec<Level>,
}

#[component]
fn same_structures(
    list: Vec<i64>,
    tuple: (i64, String, bool),
    point: Point,
    map: BTreeMap<String, Vec<Option<i64>>>,
    shape: Shape,
    shapes: Vec<Shape>,
    value: serde_json::Value,
    levels: Vec<Level>,
) -> Structures {
    Structures {
        list,
        tuple,
        point,
        map,
        shape,
        shapes,
        value,
        levels,
    }
}

/// Lists, tuples, structs, maps, enums with data, any JSON.
#[pipeline]
fn structures(
    list: Vec<i64>,
    tuple: (i64, String, bool),
    point: Point,
    map: BTreeMap<String, Vec<Option<i64>>>,
    shape: Shape,
    shapes: Vec<Shape>,
    value: serde_json::Value,
    levels: Vec<Level>,
) -> Structures {
    let first = same_structures(list, tuple, point, map, shape, shapes, value, levels);
    same_structures(
        first.list,
        first.tuple,
        first.point,
        first.map,
        first.shape,
        first.shapes,
        first.value,
        first.levels,
    )
}

/// Plain values of all kinds as inputs.
#[pipeline]
fn plain_inputs() -> Structures {
    let point = Point {
        x: i64::MIN,
        y: 0.1,
        name: "{{x}}".into(),
    };
    let map = BTreeMap::from([
        ("a\"b".to_owned(), vec![None, Some(1)]),
        (String::new(), vec![]),
    ]);
    let line = Shape::Line {
        from: point.clone(),
        to: point.clone(),
    };
    let path = Shape::Path(vec![point.clone()], false);
    let value = serde_json::json!({"a": [1, 2.5, null, "$(x)"], "b": {"c": "{{=1}}"}});
    same_structures(
        vec![1, i64::MAX],
        (3, "three".to_owned(), true),
        point,
        map,
        path,
        vec![Shape::Nothing, Shape::Circle(1e21), line],
        value,
        vec![Level::Low, Level::Middle],
    )
}
