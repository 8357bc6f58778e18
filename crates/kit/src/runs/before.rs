//! Which run was before the present one.

use crate::values::{Key, Value, Values};

/// The run before the present one. A choice makes a new run at once; a number that is moved on and on, as long as it is one
/// movement, makes one.
#[derive(Clone, Default)]
pub struct Before {
    run: Option<Values>,
    /// The numbers that the present movement changes.
    moved: Vec<Key>,
}

impl Before {
    /// The values of the run before, if there is one.
    #[must_use]
    pub fn run(&self) -> Option<&Values> {
        self.run.as_ref()
    }

    /// The reader takes hold of a control anew: what it changes is a new run.
    pub fn begin(&mut self) {
        self.moved.clear();
    }

    /// The reader has changed values. Says whether a new run has begun.
    pub fn edited(&mut self, before: &Values, edits: &[(Key, Value)], now: &Values) -> bool {
        let numbers = edits.iter().filter(|(_, value)| matches!(value, Value::Number(_)));
        let moved: Vec<Key> = numbers.map(|(key, _)| *key).collect();
        let goes_on = !moved.is_empty() && moved.len() == edits.len() && moved == self.moved;
        let begins = !goes_on && !now.is_run_of(before);
        if begins {
            self.run = Some(before.clone());
            self.moved = if moved.len() == edits.len() { moved } else { Vec::new() };
        }
        begins
    }

    /// There is none any more.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}
