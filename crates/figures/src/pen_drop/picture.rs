//! The picture of `pen-drop`: the fall as one sees it, to scale, and beside it the same fall as three curves over time.

mod arrows;
mod charts;
mod curves;
mod guess;
mod layout;
mod lines;
mod magnifier;
mod names;
mod runs;
mod scene;
pub(crate) mod shapes;
mod stage;
mod trajectory;

use std::sync::Arc;

use super::drop::PenDropOutcome;
use charts::Charts;
use curves::Curves;
use layout::Layout;
use pendrop_kit::{
    chart::{Painter, Ticks},
    picture::{Frame, Picture, TimeAxis},
    runs::Run,
    svg::Svg,
};
use scene::Scene;
use trajectory::SampledTrajectory;

/// A drop in a frame.
pub struct PenDropPicture {
    outcome: Arc<PenDropOutcome>,
    scene: Scene,
    curves: Curves,
    time_axis: TimeAxis,
    extent: String,
}

impl PenDropPicture {
    /// Samples the trajectory, and lays out the scene and the charts, in which other runs stand beside this one.
    #[must_use]
    pub fn of(outcome: Arc<PenDropOutcome>, frame: &Frame, runs: &[Run<PenDropOutcome>]) -> Self {
        let fall = outcome.fall();
        let longest = runs.iter().map(|run| run.outcome.fall().duration()).fold(fall.duration(), f64::max);
        let time = time_ticks(frame, longest);
        let trajectory = SampledTrajectory::of(fall, time.high());
        let others: Vec<_> = runs.iter().map(|run| (run, SampledTrajectory::of(run.outcome.fall(), time.high()))).collect();
        let (mut top, mut speeds) = (trajectory.top, trajectory.speeds);
        for (_, other) in &others {
            top = top.max(other.top);
            speeds = (speeds.0.min(other.speeds.0), speeds.1.max(other.speeds.1));
        }
        let ticks = Charts::ticks(top, speeds);
        let layout = Layout::of(frame, Charts::longest(frame, &ticks));
        let scene = Scene::of(frame, &layout, &outcome, &trajectory);
        let charts = Charts::of(frame, &layout, time, ticks);
        let extent = charts.extent(&time);
        let curves = Curves::of(charts, &outcome, trajectory, frame.guess, &others);
        let time_axis = TimeAxis { left: layout.charts.left, right: layout.charts.right, end: time.high() };
        Self { scene, curves, time_axis, extent, outcome }
    }
}

impl Picture for PenDropPicture {
    fn background(&self, svg: &mut Svg) {
        let painter = &mut Painter::new(svg);
        self.scene.background(painter);
        self.curves.background(painter);
    }

    fn foreground(&self, svg: &mut Svg, time: f64) {
        let painter = &mut Painter::new(svg);
        let fall = self.outcome.fall();
        let time = time.min(fall.duration()).max(0.0);
        self.scene.foreground(painter, fall, time);
        self.curves.foreground(painter, fall, time);
    }

    fn time_axis(&self) -> Option<TimeAxis> {
        Some(self.time_axis)
    }

    fn extent(&self) -> Option<String> {
        Some(self.extent.clone())
    }
}

/// Draws what is there before the reader has guessed: the body where it is let go, with a label, and empty charts as long as
/// the longest guess, in s.
pub(super) fn draw_prompt(svg: &mut Svg, frame: &Frame, outcome: &PenDropOutcome, label: &str, longest: f64) {
    let fall = outcome.fall();
    let time = Ticks::covering(0.0, longest, 4);
    let trajectory = SampledTrajectory::of(fall, time.high());
    let ticks = Charts::ticks(trajectory.top, (0.0, fall.release().gravity * longest));
    let layout = Layout::of(frame, Charts::longest(frame, &ticks));
    let scene = Scene::of(frame, &layout, outcome, &trajectory);
    let painter = &mut Painter::new(svg);
    scene.draw_axes(painter);
    scene.draw_start(painter, label);
    Charts::of(frame, &layout, time, ticks).draw_axes(painter);
}

/// Ticks of the time axis: it ends at the first one after the last landing (s), and after the guess if there is one.
fn time_ticks(frame: &Frame, last: f64) -> Ticks {
    Ticks::covering(0.0, frame.guess.map_or(last, |guess| last.max(guess)), 5)
}
