//! The state of a figure: a value for each declared parameter, and where it is in time.

use crate::parameter::{CUSTOM, Kind, Parameter};

/// One parameter's value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A number in SI units.
    Number(f64),
    /// Index of the chosen option.
    Chosen(usize),
    /// On or off.
    On(bool),
}

/// Values of all parameters of a figure, in the order of their declaration.
#[derive(Clone)]
pub struct Values {
    parameters: &'static [Parameter],
    values: Vec<Value>,
}

impl PartialEq for Values {
    fn eq(&self, other: &Self) -> bool {
        self.values == other.values
    }
}

impl Values {
    /// The values at the start.
    #[must_use]
    pub fn defaults(parameters: &'static [Parameter]) -> Self {
        let values = parameters
            .iter()
            .map(|parameter| match &parameter.kind {
                Kind::Quantity(quantity) => Value::Number(quantity.default),
                Kind::Choice(choice) => Value::Chosen(choice.default),
                Kind::Toggle(on) => Value::On(*on),
            })
            .collect();
        Self { parameters, values }
    }

    /// What the values are values of.
    #[must_use]
    pub fn parameters(&self) -> &'static [Parameter] {
        self.parameters
    }

    /// The value at a place in the declaration.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Value> {
        self.values.get(index).copied()
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.parameters.iter().position(|parameter| parameter.name == name)
    }

    /// The number of a parameter; NaN where none is declared by this name (tests go through all names).
    #[must_use]
    pub fn number(&self, name: &str) -> f64 {
        match self.place(name).and_then(|index| self.get(index)) {
            Some(Value::Number(value)) => value,
            _ => f64::NAN,
        }
    }

    /// The name of the chosen option; empty where none is declared by this name.
    #[must_use]
    pub fn chosen(&self, name: &str) -> &'static str {
        let Some(index) = self.place(name) else { return "" };
        match (self.get(index), &self.parameters[index].kind) {
            (Some(Value::Chosen(option)), Kind::Choice(choice)) => choice.options.get(option).map_or("", |option| option.name),
            _ => "",
        }
    }

    /// Whether a toggle is on; not, where none is declared by this name.
    #[must_use]
    pub fn is_on(&self, name: &str) -> bool {
        self.place(name).and_then(|index| self.get(index)) == Some(Value::On(true))
    }

    /// Turns a toggle on or off.
    pub fn turn(&mut self, index: usize, on: bool) {
        if let Some(Parameter { kind: Kind::Toggle(_), .. }) = self.parameters.get(index) {
            self.values[index] = Value::On(on);
        }
    }

    /// Sets a number without touching any choice; it must be within bounds.
    fn put(&mut self, name: &str, value: f64) {
        if let Some(index) = self.place(name) {
            self.values[index] = Value::Number(value);
        }
    }

    /// Chooses an option: the parameters it stands for take its values.
    pub fn choose(&mut self, index: usize, option: usize) {
        if let Some(Kind::Choice(choice)) = self.parameters.get(index).map(|parameter| &parameter.kind)
            && let Some(chosen) = choice.options.get(option)
        {
            self.values[index] = Value::Chosen(option);
            for (name, value) in chosen.fills {
                self.put(name, *value);
            }
        }
    }

    /// Sets a number to the nearest allowed value; a choice that stood for another value of it turns to `custom`.
    pub fn set(&mut self, index: usize, value: f64) {
        let Some(Parameter { name, kind: Kind::Quantity(quantity), .. }) = self.parameters.get(index) else { return };
        self.values[index] = Value::Number(quantity.nearest(value));
        for (place, parameter) in self.parameters.iter().enumerate() {
            if let (Kind::Choice(choice), Some(Value::Chosen(option))) = (&parameter.kind, self.get(place)) {
                let stood_for = choice.options.get(option).and_then(|option| option.fills.iter().find(|(filled, _)| filled == name));
                if stood_for.is_some_and(|(_, filled)| Value::Number(*filled) != self.values[index])
                    && let Some(custom) = choice.index(CUSTOM)
                {
                    self.values[place] = Value::Chosen(custom);
                }
            }
        }
    }
}
