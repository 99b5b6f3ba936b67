//! The model: a row of numbers for each user and for each film. A rating is the product of two rows.

use crate::random::Random;
use crate::rating::Rating;
use std::io::{self, Read, Write};

/// Size of each step against an error.
const RATE: f64 = 0.02;

/// Share of the factors that each step takes away, which keeps them small.
const PENALTY: f64 = 0.05;

/// Factors of users and films.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Factors {
    size: Size,
    /// What all ratings have in common.
    mean: f64,
    users: Vec<f64>,
    films: Vec<f64>,
}

/// Numbers of users, films, and factors of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) users: usize,
    pub(crate) films: usize,
    pub(crate) rank: usize,
}

impl Factors {
    /// Factors that were learned from ratings, by steps against the error of one rating after the other.
    pub(crate) fn learn(ratings: &[Rating], rank: usize, epochs: usize, seed: u64) -> Self {
        let count =
            |numbers: &mut dyn Iterator<Item = usize>| numbers.max().map_or(0, |last| last + 1);
        let size = Size {
            users: count(&mut ratings.iter().map(|rating| rating.user)),
            films: count(&mut ratings.iter().map(|rating| rating.film)),
            rank,
        };
        let sum: f64 = ratings.iter().map(|rating| rating.stars).sum();
        let mut random = Random::of(seed);
        let mut row = |count: usize| (0..count * rank).map(|_| random.fraction() - 0.5).collect();
        let mut factors = Self {
            size,
            mean: sum / ratings.len().max(1) as f64,
            users: row(size.users),
            films: row(size.films),
        };
        for _ in 0..epochs {
            for rating in ratings {
                factors.step(rating);
            }
        }
        factors
    }

    fn step(&mut self, rating: &Rating) {
        let error = rating.stars - self.product(rating.user, rating.film);
        let rank = self.size.rank;
        for factor in 0..rank {
            let user = &mut self.users[rating.user * rank + factor];
            let film = &mut self.films[rating.film * rank + factor];
            let (old_user, old_film) = (*user, *film);
            *user += RATE * (error * old_film - PENALTY * old_user);
            *film += RATE * (error * old_user - PENALTY * old_film);
        }
    }

    fn product(&self, user: usize, film: usize) -> f64 {
        let rank = self.size.rank;
        let users = &self.users[user * rank..][..rank];
        let films = &self.films[film * rank..][..rank];
        let products = users.iter().zip(films).map(|(user, film)| user * film);
        self.mean + products.sum::<f64>()
    }

    /// Stars that a user would give a film. Of one that nobody knows, what all ratings have in common.
    pub(crate) fn rating(&self, user: usize, film: usize) -> f64 {
        let is_known = user < self.size.users && film < self.size.films;
        let stars = if is_known {
            self.product(user, film)
        } else {
            self.mean
        };
        stars.clamp(1.0, 5.0)
    }

    pub(crate) fn size(&self) -> Size {
        self.size
    }

    /// Writes all numbers, with their 8 bytes in little-endian order.
    pub(crate) fn write(&self, file: impl Write) -> io::Result<()> {
        let mut file = io::BufWriter::new(file);
        for number in [self.mean].iter().chain(&self.users).chain(&self.films) {
            file.write_all(&number.to_le_bytes())?;
        }
        file.flush()
    }

    /// Reads what was written.
    pub(crate) fn read(size: Size, file: impl Read) -> io::Result<Self> {
        let mut bytes = vec![];
        io::BufReader::new(file).read_to_end(&mut bytes)?;
        let expected = 8 * (1 + (size.users + size.films) * size.rank);
        if bytes.len() != expected {
            let message = format!(
                "expected a model of {expected} bytes, found {}",
                bytes.len()
            );
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        let (numbers, _) = bytes.as_chunks();
        let mut numbers = numbers.iter().map(|bytes| f64::from_le_bytes(*bytes));
        Ok(Self {
            size,
            mean: numbers.next().unwrap_or_default(),
            users: numbers.by_ref().take(size.users * size.rank).collect(),
            films: numbers.collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Even users like even films, odd ones the others.
    fn ratings() -> Vec<Rating> {
        let all = (0..8).flat_map(|user| (0..6).map(move |film| (user, film)));
        let rating = |(user, film)| Rating {
            user,
            film,
            stars: if (user + film) % 2 == 0 { 5.0 } else { 1.0 },
        };
        all.map(rating).collect()
    }

    #[test]
    fn what_is_plain_is_learned() {
        let factors = Factors::learn(&ratings(), 2, 200, 1);
        for rating in ratings() {
            let found = factors.rating(rating.user, rating.film);
            assert!((found - rating.stars).abs() < 0.5, "{rating:?} {found}");
        }
        assert_eq!(factors.rating(100, 0), 3.0);
    }

    #[test]
    fn a_model_is_what_was_written() {
        let factors = Factors::learn(&ratings(), 3, 2, 7);
        let mut bytes = vec![];
        factors.write(&mut bytes).unwrap();
        let size = factors.size();
        assert_eq!(Factors::read(size, &bytes[..]).unwrap(), factors);
        let error = Factors::read(size, &bytes[1..]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "expected a model of 344 bytes, found 343"
        );
    }
}
