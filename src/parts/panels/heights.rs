//! How high a frame has to be that shows a figure alone, for its language and its width.
//!
//! Measured in a browser by `./dev heights`; a browser test holds every figure to it.

use pendrop_kit::locale::Language;

/// A row for each figure and language, a column for each width.
const HEIGHTS: &str = include_str!("heights.csv");

/// Widths of a frame and the height of a figure in it, CSS pixels.
#[must_use]
pub fn of(figure: &str, language: Language) -> Vec<(u32, u32)> {
    let mut rows = HEIGHTS.lines().map(|row| row.split(','));
    let widths = rows.next().into_iter().flatten().skip(2);
    let row = rows.find(|row| row.clone().take(2).eq([figure, language.code()])).into_iter().flatten();
    widths.zip(row.skip(2)).filter_map(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use pendrop_figures::FIGURES;
    use pendrop_kit::locale::LANGUAGES;

    #[test]
    fn every_figure_has_a_height_for_every_width() {
        for (language, code) in LANGUAGES {
            for figure in FIGURES {
                let heights = of(figure.id(), *language);
                assert_eq!(heights.len(), 13, "{} {code}: ./dev heights measures them", figure.id());
                assert!(heights.windows(2).all(|pair| pair[0].0 < pair[1].0), "{} {code}", figure.id());
                assert!(heights.iter().all(|(_, height)| (500..3000).contains(height)), "{} {code}", figure.id());
            }
        }
        assert!(of("unknown", Language::En).is_empty());
    }
}
