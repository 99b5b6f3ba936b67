//! A file in a bucket that goes into a pipeline, without a container that downloads it.

use pipewright::artifact::Error;
use pipewright::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A row of the files. They may have more columns.
#[derive(Serialize, Deserialize)]
struct Sale {
    region: String,
    units: u32,
    price: f64,
}

type Sales = Dataset<Csv<Sale>>;

/// What was sold in a region.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Revenue {
    region: String,
    units: u64,
    revenue: f64,
}

/// Adds up the sales of each region.
#[component]
fn add_up(sales: Sales) -> Result<Dataset<Csv<Revenue>>, Error> {
    let mut regions: BTreeMap<String, (u64, f64)> = BTreeMap::new();
    for sale in sales.rows()? {
        let sale: Sale = sale?;
        let (units, revenue) = regions.entry(sale.region).or_default();
        *units += u64::from(sale.units);
        *revenue += f64::from(sale.units) * sale.price;
    }
    let rows = regions.into_iter();
    Dataset::from_rows(rows.map(|(region, (units, revenue))| Revenue {
        region,
        units,
        revenue,
    }))
}

/// Finds the region with the largest revenue.
#[component]
fn find_best(revenues: Dataset<Csv<Revenue>>) -> Result<String, Box<dyn std::error::Error>> {
    let revenues = revenues.read()?;
    let best = revenues
        .into_iter()
        .max_by(|left, right| left.revenue.total_cmp(&right.revenue));
    let Revenue {
        region, revenue, ..
    } = best.ok_or("nothing was sold")?;
    Ok(format!("{region}: {revenue:.2}"))
}

#[derive(Outputs)]
struct Summary {
    revenues: Dataset<Csv<Revenue>>,
    best: String,
}

/// Tells how much was sold where, and where most.
#[pipeline]
fn summary(
    /// The sales.
    data: Sales,
) -> Summary {
    let revenues = add_up(data);
    SummaryHandles {
        revenues,
        best: find_best(revenues),
    }
}

#[derive(Outputs)]
struct Comparison {
    latest: String,
    month: String,
}

/// Compares the latest sales with those of a month.
#[pipeline]
fn download(
    /// Year and month.
    #[default("2026-10")]
    month: String,
) -> Comparison {
    let latest = import::<Sales>("s3://example-shop/sales/latest.csv");
    let month = import::<Sales>(format!("s3://example-shop/sales/{month}.csv"));
    ComparisonHandles {
        latest: summary(latest).best,
        month: summary(month).best,
    }
}

fn main() -> ExitCode {
    pipewright::main()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sale(region: &str, units: u32, price: f64) -> Sale {
        let region = region.into();
        Sale {
            region,
            units,
            price,
        }
    }

    #[test]
    fn sales_are_added_up_by_region() {
        let sales = [
            sale("north", 3, 1.5),
            sale("east", 1, 2.0),
            sale("north", 1, 1.0),
        ];
        let revenues = add_up::call(Dataset::from_rows(&sales).unwrap()).unwrap();
        let revenue = |region: &str, units, revenue| Revenue {
            region: region.into(),
            units,
            revenue,
        };
        let expected = [revenue("east", 1, 2.0), revenue("north", 4, 5.5)];
        assert_eq!(revenues.read().unwrap(), expected);
        assert_eq!(find_best::call(revenues).unwrap(), "north: 5.50");
    }

    #[test]
    fn nothing_is_nowhere_best() {
        let revenues = add_up::call(Dataset::from_rows::<Sale>([]).unwrap()).unwrap();
        let error = find_best::call(revenues).err().unwrap();
        assert_eq!(error.to_string(), "nothing was sold");
    }
}
