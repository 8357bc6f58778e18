//! The picture of `structure-vs-scale`.

mod across;
mod columns;
mod curves;
mod grid;
mod label;
mod line;
mod tiles;

use pendrop_kit::{
    chart::Painter,
    picture::{Frame, Picture},
    runs::Run,
    svg::Svg,
};

use super::{StructureVsScaleOutcome, parameters::CURVES};
use curves::Curves;
use tiles::Tiles;

/// What is looked at, laid out in a frame.
pub(super) struct StructureVsScalePicture(View);

enum View {
    /// How much learners tell right.
    Curves(Box<Curves>),
    /// Pictures, and what is in learners.
    Tiles(Tiles),
}

impl StructureVsScalePicture {
    /// Lays it out. Other runs stand among the curves.
    pub fn of(outcome: &StructureVsScaleOutcome, frame: &Frame, runs: &[Run<StructureVsScaleOutcome>]) -> Self {
        if outcome.contest.parameters.view == CURVES {
            Self(View::Curves(Box::new(Curves::of(&outcome.contest, runs, frame))))
        } else {
            Self(View::Tiles(Tiles::of(&outcome.contest, frame)))
        }
    }
}

impl Picture for StructureVsScalePicture {
    fn background(&self, svg: &mut Svg) {
        let painter = &mut Painter::new(svg);
        match &self.0 {
            View::Curves(curves) => curves.draw(painter),
            View::Tiles(tiles) => tiles.draw(painter),
        }
    }

    fn extent(&self) -> Option<String> {
        match &self.0 {
            View::Curves(curves) => Some(curves.extent()),
            View::Tiles(_) => None,
        }
    }
}
