//! A recommender that learns from ratings, and whose model is an artifact.

mod factors;
mod random;
mod rating;

use factors::{Factors, Size};
use pipewright::prelude::*;
use random::Random;
use rating::{Rating, Recommendation};
use std::collections::BTreeSet;
use std::error::Error;

type Ratings = Dataset<JsonLines<Rating>>;

/// Makes ratings of users who like some sorts of films more than others.
#[component]
fn make_ratings(
    #[default(60)] users: usize,
    #[default(40)] films: usize,
    /// The same seed makes the same ratings.
    seed: u64,
) -> Result<Ratings, Box<dyn Error>> {
    const SORTS: usize = 3;
    let mut random = Random::of(seed);
    let mut tastes = |count: usize| -> Vec<[f64; SORTS]> {
        (0..count)
            .map(|_| [(); SORTS].map(|()| random.fraction()))
            .collect()
    };
    let (users, films) = (tastes(users), tastes(films));
    let mut ratings = Ratings::create()?;
    for (user, taste) in users.iter().enumerate() {
        for (film, sorts) in films.iter().enumerate() {
            // A user has seen a third of the films.
            if random.fraction() < 1.0 / 3.0 {
                let liking: f64 = taste
                    .iter()
                    .zip(sorts)
                    .map(|(taste, sort)| taste * sort)
                    .sum();
                let stars = (1.0 + 3.0 * liking + random.fraction())
                    .round()
                    .clamp(1.0, 5.0);
                ratings.write(&Rating { user, film, stars })?;
            }
        }
    }
    Ok(ratings)
}

#[derive(Outputs)]
struct Parts {
    train: Ratings,
    test: Ratings,
}

/// Splits ratings: four of five are to learn from, the others to evaluate with.
#[component]
fn split(ratings: Ratings, seed: u64) -> Result<Parts, Box<dyn Error>> {
    let (mut train, mut test) = (Ratings::create()?, Ratings::create()?);
    let mut random = Random::of(seed);
    for rating in ratings.rows()? {
        match random.fraction() < 0.8 {
            true => train.write(&rating?)?,
            false => test.write(&rating?)?,
        }
    }
    Ok(Parts { train, test })
}

/// Learns what users and films have in common.
#[component]
fn factorize(
    ratings: Ratings,
    /// Number of factors of each user and film.
    rank: usize,
    /// How often each rating is learned from.
    #[default(60)]
    epochs: usize,
    seed: u64,
) -> Result<Model, Box<dyn Error>> {
    let factors = Factors::learn(&ratings.read()?, rank, epochs, seed);
    let mut model = Model::create()?;
    factors.write(&mut model)?;
    let Size { users, films, rank } = factors.size();
    model
        .set("users", users)
        .set("films", films)
        .set("rank", rank);
    Ok(model)
}

/// The factors of a model. How many there are tells its metadata.
fn factors_of(model: &Model) -> Result<Factors, Box<dyn Error>> {
    let number = |key: &str| -> Result<usize, Box<dyn Error>> {
        let number = model.get(key)?;
        Ok(number.ok_or_else(|| format!("the model has no `{key}` in its metadata"))?)
    };
    let (users, films, rank) = (number("users")?, number("films")?, number("rank")?);
    Ok(Factors::read(Size { users, films, rank }, model.open()?)?)
}

#[derive(Outputs)]
struct Evaluation {
    metrics: Metrics,
    rmse: f64,
}

/// Tells how far the model is from ratings that it has not seen: the root of the mean squared error.
#[component]
fn evaluate(model: Model, ratings: Ratings) -> Result<Evaluation, Box<dyn Error>> {
    let factors = factors_of(&model)?;
    let (mut squares, mut count) = (0.0, 0_u32);
    for rating in ratings.rows()? {
        let Rating { user, film, stars } = rating?;
        squares += (factors.rating(user, film) - stars).powi(2);
        count += 1;
    }
    if count == 0 {
        return Err("there are no ratings to evaluate with".into());
    }
    let rmse = (squares / f64::from(count)).sqrt();
    let mut metrics = Metrics::new();
    metrics.log("rmse", rmse).log("ratings", f64::from(count));
    Ok(Evaluation { metrics, rmse })
}

/// Writes the films that each user would like best among those that the user has not rated.
#[component]
fn publish(
    model: Model,
    /// What users have rated.
    ratings: Ratings,
    /// Number of films for each user.
    #[default(3)]
    count: usize,
) -> Result<Dataset<Csv<Recommendation>>, Box<dyn Error>> {
    let factors = factors_of(&model)?;
    let mut known = BTreeSet::new();
    for rating in ratings.rows()? {
        let Rating { user, film, .. } = rating?;
        known.insert((user, film));
    }
    let mut recommendations = Dataset::create()?;
    let Size { users, films, .. } = factors.size();
    for user in 0..users {
        let unknown = (0..films).filter(|film| !known.contains(&(user, *film)));
        let mut unknown: Vec<_> = unknown
            .map(|film| (film, factors.rating(user, film)))
            .collect();
        unknown.sort_by(|left, right| right.1.total_cmp(&left.1));
        for (index, (film, stars)) in unknown.into_iter().take(count).enumerate() {
            let place = index + 1;
            recommendations.write(&Recommendation {
                user,
                place,
                film,
                stars,
            })?;
        }
    }
    Ok(recommendations)
}

#[derive(Outputs)]
struct Recommender {
    model: Model,
    metrics: Metrics,
    recommendations: Dataset<Csv<Recommendation>>,
}

/// Trains a small and a large recommender, and publishes what the better one recommends.
#[pipeline]
fn ratings(
    /// What users think of films; ratings are made where there are none.
    ratings: Option<Ratings>,
    /// Decides how the ratings are split, and where the training begins.
    #[default(1)]
    seed: u64,
) -> Recommender {
    let ratings = if let Some(ratings) = ratings {
        ratings
    } else {
        make_ratings(seed)
    };
    let parts = split(ratings, seed);
    let models = [2, 8].map(|rank| factorize(parts.train, rank, seed));
    let [small, large] = models.map(|model| evaluate(model, parts.test));
    let (model, metrics) = if small.rmse <= large.rmse {
        (models[0], small.metrics)
    } else {
        (models[1], large.metrics)
    };
    RecommenderHandles {
        model,
        metrics,
        recommendations: publish(model, ratings),
    }
}

fn main() -> ExitCode {
    pipewright::main()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made() -> Ratings {
        make_ratings::call(20, 10, 3).unwrap()
    }

    #[test]
    fn ratings_are_from_1_to_5() {
        let ratings = made().read().unwrap();
        assert!((40..100).contains(&ratings.len()), "{}", ratings.len());
        let in_range = |rating: &Rating| (1.0..=5.0).contains(&rating.stars);
        assert!(ratings.iter().all(in_range), "{ratings:?}");
        assert_eq!(ratings, made().read().unwrap());
    }

    #[test]
    fn the_parts_are_all_ratings() {
        let parts = split::call(made(), 1).unwrap();
        let (train, test) = (parts.train.read().unwrap(), parts.test.read().unwrap());
        assert!(
            train.len() > 2 * test.len(),
            "{} {}",
            train.len(),
            test.len()
        );
        let mut both = [train, test].concat();
        both.sort_by_key(|rating| (rating.user, rating.film));
        assert_eq!(both, made().read().unwrap());
    }

    #[test]
    fn a_model_is_nearer_than_none() {
        let rmse = |epochs| {
            let model = factorize::call(made(), 2, epochs, 1).unwrap();
            evaluate::call(model, made()).unwrap().rmse
        };
        assert!(rmse(60) < 0.8 * rmse(0), "{} {}", rmse(60), rmse(0));
    }

    #[test]
    fn a_model_without_metadata_is_refused() {
        let error = evaluate::call(Model::create().unwrap(), made())
            .err()
            .unwrap();
        assert_eq!(
            error.to_string(),
            "the model has no `users` in its metadata"
        );
    }

    #[test]
    fn only_films_that_are_new_to_a_user_are_recommended() {
        let model = factorize::call(made(), 2, 10, 1).unwrap();
        let recommendations = publish::call(model, made(), 3).unwrap().read().unwrap();
        let known = made().read().unwrap();
        for found in &recommendations {
            let is_it = |rating: &Rating| (rating.user, rating.film) == (found.user, found.film);
            assert!(!known.iter().any(is_it), "{found:?}");
        }
        let of_first = recommendations.iter().filter(|found| found.user == 0);
        let stars: Vec<_> = of_first.map(|found| found.stars).collect();
        assert_eq!(stars.len(), 3);
        assert!(stars.is_sorted_by(|left, right| left >= right), "{stars:?}");
    }
}
