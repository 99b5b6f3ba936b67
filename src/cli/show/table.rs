//! Tables of text.

use pipewright_ir::shown;

/// Characters of the widest column.
const WIDEST: usize = 40;

/// Rows with their columns below each other, two spaces in.
pub(super) fn indented(rows: Vec<Vec<String>>) -> String {
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|row| row.iter().map(|cell| cut(cell, WIDEST)).collect())
        .collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let lines = rows.iter().map(|row| {
        let cells = row.iter().zip(&widths);
        let cells = cells.map(|(cell, width)| match is_number(cell) {
            true => format!("{cell:>width$}"),
            false => format!("{cell:width$}"),
        });
        let line = cells.collect::<Vec<_>>().join("  ");
        format!("  {}\n", line.trim_end())
    });
    lines.collect()
}

fn is_number(cell: &str) -> bool {
    cell.parse::<f64>().is_ok()
}

/// A text on one line, cut where it has more characters.
pub(super) fn cut(text: &str, most: usize) -> String {
    let line = shown::line(text);
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::indented;

    #[test]
    fn columns_stand_below_each_other() {
        let row = |cells: &[&str]| cells.iter().map(|&cell| cell.to_owned()).collect();
        let rows = vec![
            row(&["name", "units"]),
            row(&["é", "7"]),
            row(&["a\nb", "12.5"]),
        ];
        assert_eq!(
            indented(rows),
            "  name  units\n  é         7\n  a\\nb   12.5\n"
        );
        assert_eq!(indented(vec![]), "");
        assert!(indented(vec![vec!["x".repeat(100)]]).contains("x…\n"));
    }
}
