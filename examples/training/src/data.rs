//! Rows of the files.

use serde::{Deserialize, Serialize};

/// A penguin as the file has it. What was not measured is an empty cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Penguin {
    pub(crate) species: Species,
    pub(crate) bill_length_mm: Option<f64>,
    pub(crate) bill_depth_mm: Option<f64>,
    pub(crate) flipper_length_mm: Option<f64>,
    pub(crate) body_mass_g: Option<f64>,
    pub(crate) sex: Option<Sex>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Species {
    Adelie,
    Chinstrap,
    Gentoo,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Sex {
    Female,
    Male,
}

impl Sex {
    /// Both, in the order of their numbers.
    pub(crate) const ALL: [Self; 2] = [Self::Female, Self::Male];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }
}

/// A penguin that was measured as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Sample {
    pub(crate) species: Species,
    pub(crate) bill_length_mm: f64,
    pub(crate) bill_depth_mm: f64,
    pub(crate) flipper_length_mm: f64,
    pub(crate) body_mass_g: f64,
    pub(crate) sex: Sex,
}

impl Sample {
    /// The sample of a penguin; `None` if anything was not measured.
    pub(crate) fn of(penguin: &Penguin) -> Option<Self> {
        Some(Self {
            species: penguin.species,
            bill_length_mm: penguin.bill_length_mm?,
            bill_depth_mm: penguin.bill_depth_mm?,
            flipper_length_mm: penguin.flipper_length_mm?,
            body_mass_g: penguin.body_mass_g?,
            sex: penguin.sex?,
        })
    }

    /// What a model sees of it: the measures, and a number for each species but the first.
    pub(crate) fn features(&self) -> Vec<f64> {
        vec![
            self.bill_length_mm,
            self.bill_depth_mm,
            self.flipper_length_mm,
            self.body_mass_g,
            f64::from(u8::from(self.species == Species::Chinstrap)),
            f64::from(u8::from(self.species == Species::Gentoo)),
        ]
    }
}
