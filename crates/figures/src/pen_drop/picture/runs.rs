//! Other runs in the charts: their curves in grey, each with its name.

use pendrop_kit::{
    chart::{Occupancy, Painter, Point, Rect},
    runs::{Mark, Run, RunLabel},
    svg::Svg,
};

use super::{
    charts::Charts,
    lines::curve,
    trajectory::{Sample, SampledTrajectory},
};
use crate::pen_drop::drop::PenDropOutcome;

/// Other runs in the charts.
pub(super) struct Others(Vec<Other>);

struct Other {
    mark: Mark,
    /// Its curves of height, of speed and of gravity's share.
    curves: [Vec<Point>; 3],
    label: Option<RunLabel>,
}

impl Others {
    /// The curves of runs with their trajectories; their labels find their places last.
    pub fn of(charts: &Charts, runs: &[(&Run<PenDropOutcome>, SampledTrajectory)]) -> Self {
        let other = |(run, trajectory): &(&Run<PenDropOutcome>, SampledTrajectory)| {
            let last = Sample::at(run.outcome.fall(), trajectory.end);
            let curves = [
                curve(trajectory, &charts.height, &last, Sample::height),
                curve(trajectory, &charts.speed, &last, Sample::speed),
                curve(trajectory, &charts.share, &last, Sample::share),
            ];
            Other { mark: run.mark, curves, label: None }
        };
        Self(runs.iter().map(other).collect())
    }

    /// Finds room for the labels, in the chart of height or in that of speed.
    pub fn place_labels(&mut self, charts: &Charts, runs: &[(&Run<PenDropOutcome>, SampledTrajectory)], rooms: &mut [Occupancy; 2]) {
        for (place, room) in rooms.iter_mut().enumerate() {
            self.keep_clear(place, room);
        }
        for (other, (run, _)) in self.0.iter_mut().zip(runs) {
            let lines = [(0, &*other.curves[0]), (1, &*other.curves[1])];
            other.label = RunLabel::place(run.labels(charts.language), &lines, rooms, &charts.style);
        }
    }

    /// Keeps the curves and labels in the chart of height (0), of speed (1) or of gravity's share (2) clear.
    pub fn keep_clear(&self, place: usize, occupancy: &mut Occupancy) {
        for other in &self.0 {
            occupancy.keep_line(other.curves[place].clone());
            if let Some(label) = &other.label {
                occupancy.keep_text(label.found);
                label.leader().iter().for_each(|leader| occupancy.keep_line(leader.to_vec()));
            }
        }
    }

    /// The boxes of the labels.
    pub fn labels(&self) -> impl Iterator<Item = Rect> {
        self.0.iter().filter_map(|other| other.label.as_ref()).map(|label| label.found)
    }

    /// Draws the curves.
    pub fn draw(&self, painter: &mut Painter<Svg>) {
        for other in &self.0 {
            other.curves.iter().for_each(|curve| other.mark.line(painter, curve));
        }
    }

    /// Draws the labels.
    pub fn draw_labels(&self, painter: &mut Painter<Svg>, charts: &Charts) {
        self.0.iter().filter_map(|other| other.label.as_ref()).for_each(|label| label.draw(painter, &charts.style));
    }
}
