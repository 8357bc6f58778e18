//! The state of a figure: a value for each declared parameter, and where it is in time.

use crate::parameter::{CUSTOM, Kind, Parameter};

/// A parameter by its place in the declaration. [`parameters!`](crate::parameters) makes one for every name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(pub usize);

/// The parameters of a figure as a plain struct in SI units. [`parameters!`](crate::parameters) declares one.
pub trait Parameters: Sized {
    /// The declarations, in the order in which they stand on the page.
    const DECLARED: &'static [Parameter];
    /// The values as the struct.
    fn of(values: &Values) -> Self;
}

/// What a field of such a struct can be: a number, the name of an option, on or off.
pub trait Field: Copy {
    /// The kind of parameter that such a field declares ([`kind_number`]).
    const KIND: u8;
    /// The field from its value.
    fn of(value: Option<Value>, parameter: &Parameter) -> Self;
}

/// The kinds of parameters as numbers, which constants can compare.
pub const QUANTITY: u8 = 0;
/// See [`QUANTITY`].
pub const CHOICE: u8 = 1;
/// See [`QUANTITY`].
pub const TOGGLE: u8 = 2;

/// The number of a kind of parameter.
#[must_use]
pub const fn kind_number(kind: &Kind) -> u8 {
    match kind {
        Kind::Quantity(_) => QUANTITY,
        Kind::Choice(_) => CHOICE,
        Kind::Toggle(_) => TOGGLE,
    }
}

impl Field for f64 {
    const KIND: u8 = QUANTITY;
    fn of(value: Option<Value>, _parameter: &Parameter) -> Self {
        if let Some(Value::Number(value)) = value { value } else { Self::NAN }
    }
}

impl Field for &'static str {
    const KIND: u8 = CHOICE;
    fn of(value: Option<Value>, parameter: &Parameter) -> Self {
        match (value, &parameter.kind) {
            (Some(Value::Chosen(option)), Kind::Choice(choice)) => choice.options.get(option).map_or("", |option| option.name),
            _ => "",
        }
    }
}

impl Field for bool {
    const KIND: u8 = TOGGLE;
    fn of(value: Option<Value>, _parameter: &Parameter) -> Self {
        value == Some(Value::On(true))
    }
}

/// Declares the parameters of a figure, once: a struct with a field per parameter, and the declaration of each. The field's
/// name is the parameter's name in addresses and in the document. A field whose type does not suit its declaration does not
/// compile, nor does a misspelt name.
///
/// Beside the struct a module `key` holds the [`Key`] of each parameter.
#[macro_export]
macro_rules! parameters {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty = $declaration:expr),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name {
            $($(#[$doc])* pub $field: $type),*
        }

        impl $crate::values::Parameters for $name {
            const DECLARED: &'static [$crate::parameter::Parameter] = &[
                $($crate::parameter::Parameter { name: stringify!($field), ..$declaration }),*
            ];

            fn of(values: &$crate::values::Values) -> Self {
                let declared = <Self as $crate::values::Parameters>::DECLARED;
                Self {
                    $($field: {
                        const PLACE: usize = key::$field.0;
                        <$type as $crate::values::Field>::of(values.get(PLACE), &declared[PLACE])
                    }),*
                }
            }
        }

        $(const _: () = assert!(
            <$type as $crate::values::Field>::KIND == $crate::values::kind_number(&$declaration.kind),
            concat!("the type of `", stringify!($field), "` does not suit its declaration"),
        );)*

        /// The parameters by name.
        #[allow(missing_docs, non_upper_case_globals)]
        pub mod key {
            use $crate::values::Key;
            #[allow(non_camel_case_types)]
            enum Place { $($field),* }
            $(pub const $field: Key = Key(Place::$field as usize);)*
        }
    };
}

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

    /// Whether both are values of one run: they differ at most in how the picture is drawn.
    #[must_use]
    pub fn is_run_of(&self, other: &Self) -> bool {
        let same = |(index, parameter): (usize, &Parameter)| parameter.of_picture || self.get(index) == other.get(index);
        self.parameters.iter().enumerate().all(same)
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.parameters.iter().position(|parameter| parameter.name == name)
    }

    /// The number at a place in the declaration; NaN where none is declared there.
    #[must_use]
    pub fn number(&self, index: usize) -> f64 {
        if let Some(Value::Number(value)) = self.get(index) { value } else { f64::NAN }
    }

    /// Turns a toggle on or off.
    pub fn turn(&mut self, index: usize, on: bool) {
        if let Some(Parameter { kind: Kind::Toggle(_), .. }) = self.parameters.get(index) {
            self.values[index] = Value::On(on);
        }
    }

    /// Puts a value in its place, as a reader's hand does; one of another kind than the parameter's changes nothing.
    pub fn put(&mut self, Key(index): Key, value: Value) {
        match value {
            Value::Number(number) => self.set(index, number),
            Value::Chosen(option) => self.choose(index, option),
            Value::On(on) => self.turn(index, on),
        }
    }

    /// Chooses an option: the parameters it stands for take its values.
    pub fn choose(&mut self, index: usize, option: usize) {
        if let Some(Kind::Choice(choice)) = self.parameters.get(index).map(|parameter| &parameter.kind)
            && let Some(chosen) = choice.options.get(option)
        {
            self.values[index] = Value::Chosen(option);
            for (name, value) in chosen.preset {
                if let Some(index) = self.place(name) {
                    self.values[index] = Value::Number(*value);
                }
            }
        }
    }

    /// Sets a number to the nearest allowed value; a choice that stood for another value of it turns to `custom`.
    pub fn set(&mut self, index: usize, value: f64) {
        let Some(Parameter { name, kind: Kind::Quantity(quantity), .. }) = self.parameters.get(index) else { return };
        self.values[index] = Value::Number(quantity.nearest(value));
        for (place, parameter) in self.parameters.iter().enumerate() {
            if let (Kind::Choice(choice), Some(Value::Chosen(option))) = (&parameter.kind, self.get(place)) {
                let stood_for = choice.options.get(option).and_then(|option| option.preset.iter().find(|(filled, _)| filled == name));
                if stood_for.is_some_and(|(_, filled)| Value::Number(*filled) != self.values[index])
                    && let Some(custom) = choice.index(CUSTOM)
                {
                    self.values[place] = Value::Chosen(custom);
                }
            }
        }
    }
}
