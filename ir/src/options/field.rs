/// A field of options: one value or none, or one of each name.
pub trait Field {
    /// Value that sets it.
    type Value;

    /// Sets it; one of a list replaces that of its name.
    fn set(&mut self, value: Self::Value);

    /// It, where it is set, else `defaults`; of a list each that is not set.
    #[must_use]
    fn or(&self, defaults: &Self) -> Self;
}

impl<T: Clone> Field for Option<T> {
    type Value = T;

    fn set(&mut self, value: T) {
        *self = Some(value);
    }

    fn or(&self, defaults: &Self) -> Self {
        self.clone().or_else(|| defaults.clone())
    }
}

/// A value of which there is one for each name.
pub trait Named {
    /// Its name.
    fn name(&self) -> &str;
}

impl<T: Named + Clone> Field for Vec<T> {
    type Value = T;

    fn set(&mut self, value: T) {
        self.retain(|known| known.name() != value.name());
        self.push(value);
    }

    fn or(&self, defaults: &Self) -> Self {
        let mut all = defaults.clone();
        for value in self {
            match all.iter_mut().find(|known| known.name() == value.name()) {
                Some(known) => known.clone_from(value),
                None => all.push(value.clone()),
            }
        }
        all
    }
}
