//! The data behind each view.

use pendrop_kit::{
    locale::Language,
    outcome::{Cell, Table},
};
use pendrop_science::vision::{Feature, Picture, features};

use super::{
    Strings,
    contest::{Contest, Role},
    text::{feature, name, shape},
};

/// So many pictures are listed.
pub(super) const LISTED: u64 = 45;
/// Of so many is listed what is measured.
const MEASURED: u64 = 4;

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// What the first test pictures show.
pub(super) fn samples(contest: &Contest, language: Language) -> Table {
    let (s, pictures) = (Strings::of(language), contest.pictures());
    let row = |number: u64| vec![Cell::Exact(number as f64), text(shape(pictures.picture(number).shape, language))];
    Table::new([s.column_svs_number, s.column_svs_shape], (0..LISTED).map(row))
}

/// What learners take for something else.
pub(super) fn mistakes(contest: &Contest, language: Language) -> Table {
    let (s, pictures) = (Strings::of(language), contest.pictures());
    let mut rows = Vec::new();
    for role in Role::ALL {
        for wrong in contest.look(role).iter().flat_map(|look| &look.mistakes) {
            let Picture { shape: shown, .. } = pictures.picture(u64::from(wrong.number));
            let number = Cell::Exact(f64::from(wrong.number));
            rows.push(vec![text(name(role, language)), number, text(shape(shown, language)), text(shape(wrong.taken_for, language))]);
        }
    }
    Table::new([s.column_svs_learner, s.column_svs_number, s.column_svs_shape, s.column_svs_taken], rows)
}

/// The weights of first layers, as shares of the greatest of each unit.
pub(super) fn filters(contest: &Contest, language: Language) -> Table {
    let s = Strings::of(language);
    let mut rows = Vec::new();
    for role in Role::ALL {
        for (unit, tile) in contest.look(role).iter().flat_map(|look| look.filters.iter().enumerate()) {
            for (place, grey) in tile.grey.iter().enumerate() {
                let columns = usize::from(tile.columns).max(1);
                let count = |number: usize| Cell::Exact(number as f64 + 1.0);
                let weight = Cell::Number((f64::from(*grey) - 128.0) / 127.0);
                rows.push(vec![text(name(role, language)), count(unit), count(place / columns), count(place % columns), weight]);
            }
        }
    }
    Table::new([s.column_svs_learner, s.column_svs_unit, s.column_svs_row, s.column_svs_column, s.column_svs_weight], rows)
}

/// What is measured of a few pictures.
pub(super) fn measured(contest: &Contest, language: Language) -> Table {
    let (s, pictures) = (Strings::of(language), contest.pictures());
    let mut rows = Vec::new();
    for number in 0..MEASURED {
        let Picture { pixels, shape: shown } = pictures.picture(number);
        for (of, value) in Feature::ALL.into_iter().zip(features(&pixels)) {
            let start = [Cell::Exact(number as f64), text(shape(shown, language)), Cell::Text(feature(of, language))];
            rows.push(start.into_iter().chain([Cell::Number(f64::from(value))]).collect());
        }
    }
    Table::new([s.column_svs_number, s.column_svs_shape, s.column_svs_feature, s.column_svs_value], rows)
}
