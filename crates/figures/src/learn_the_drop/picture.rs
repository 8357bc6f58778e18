//! The picture of `learn-the-drop`: the fall and what is measured of it, how far what is learnt lies from the law, and how far
//! off the learners are with more and more measurements.

mod errors;
mod fall;
mod line;
mod misses;

use pendrop_kit::{
    chart::{ChartStyle, Painter, Rect},
    picture::{Frame, Picture},
    runs::Run,
    svg::Svg,
};
use pendrop_science::learn_drop::{LearnSpec, Observation};

use super::LearnDropOutcome;
use errors::Errors;
use fall::Fall;
use misses::Misses;

/// So many measurements are drawn at most.
const SHOWN: u32 = 90;

/// The charts, laid out in a frame.
pub(super) struct LearnDropPicture {
    style: ChartStyle,
    frame: Frame,
    /// Where there is room for it.
    fall: Option<Fall>,
    misses: Misses,
    errors: Errors,
}

impl LearnDropPicture {
    /// Lays the charts out: side by side, or in the narrow layout one above the other. Other runs stand in that of the errors.
    pub fn of(outcome: &LearnDropOutcome, frame: &Frame, runs: &[Run<LearnDropOutcome>]) -> Self {
        let style = ChartStyle::of(frame);
        let (title, row) = (1.6 * style.text, 11.0 + style.text);
        let bottom = frame.height - 2.0 * row;
        if frame.narrow {
            let split = 0.32 * frame.height;
            let upper = Rect { left: 3.2 * style.text, right: frame.width - 9.0, top: title, bottom: split - row };
            let lower = Rect { top: split + 2.6 * style.text, bottom, ..upper };
            let (misses, errors) = (Misses::of(outcome, upper, &style, frame), Errors::of(outcome, runs, lower, &style, frame));
            return Self { style, frame: *frame, fall: None, misses, errors };
        }
        let split = 0.41 * frame.width;
        let left = Rect { left: 2.75 * style.text, right: split, top: title, bottom };
        let middle = 0.36 * frame.height;
        let upper = Rect { bottom: middle - 0.8 * style.text, ..left };
        let lower = Rect { top: middle + title, ..left };
        let right = Rect { left: split + 4.0 * style.text, right: frame.width - 9.0, top: 2.8 * style.text, bottom };
        Self {
            fall: Some(Fall::of(outcome, upper, &style, frame)),
            misses: Misses::of(outcome, lower, &style, frame),
            errors: Errors::of(outcome, runs, right, &style, frame),
            style,
            frame: *frame,
        }
    }
}

impl Picture for LearnDropPicture {
    fn background(&self, svg: &mut Svg) {
        let (painter, style, language) = (&mut Painter::new(svg), &self.style, self.frame.language);
        if let Some(fall) = &self.fall {
            fall.draw(painter, style, language);
        }
        self.misses.draw(painter, style, language);
        self.errors.draw(painter, style, language);
    }

    fn extent(&self) -> Option<String> {
        Some(self.errors.extent(self.frame.language))
    }
}

/// The measurements of the first sample that are drawn.
fn seen(spec: &LearnSpec) -> impl Iterator<Item = Observation> + use<'_> {
    (0..spec.samples.min(SHOWN)).map(|number| spec.observation(0, number))
}
