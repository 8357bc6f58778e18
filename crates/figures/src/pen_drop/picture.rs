//! The picture of `pen-drop`: the fall as one sees it, to scale, and beside it the same fall as three curves over time.

mod arrows;
mod charts;
mod course;
mod loupe;
mod scene;
pub(crate) mod shapes;

use pendrop_science::falling::Fall;
use plotters_backend::DrawingBackend;

use charts::Charts;
use course::SampledTrajectory;
use pendrop_kit::{
    chart::{ChartStyle, Painter, Rect, Ticks},
    picture::{Frame, TimeAxis},
    svg::Svg,
};
use scene::Scene;

/// What the picture shows.
pub struct Drop<'a> {
    /// The solved fall.
    pub fall: &'a Fall,
    /// The object's name in the declaration of parameters; it decides the shape.
    pub object: &'static str,
}

/// The moment shown first, as a share of the fall: late enough that speed and air have shown, early enough that the object
/// still hangs in the air. Labels leave room for it.
pub const POSTER: f64 = 0.72;

/// Where things are in the frame.
struct Layout {
    style: ChartStyle,
    /// The scene, from the top to the floor, the ruler's numbers included.
    scene: Rect,
    /// The charts, from above the first title to the lowest axis.
    charts: Rect,
}

impl Layout {
    fn of(frame: &Frame) -> Self {
        let style = ChartStyle::of(frame);
        // Under the floor and the lowest axis: ticks and one line of numbers.
        let bottom = frame.height - 11.0 - style.text;
        let share = if frame.narrow { 0.43 } else { 0.48 };
        // Room for the numbers of the charts: four digits fit.
        let left = (frame.width * share).round().max(if frame.narrow { 124.0 } else { 220.0 });
        let numbers = style.width("4000", false) + 8.0;
        Self {
            style,
            scene: Rect { left: 0.0, top: 0.0, right: left - numbers - 0.3 * style.text, bottom },
            charts: Rect { left, top: 0.0, right: frame.width - 9.0, bottom },
        }
    }
}

/// Where the time axis of the charts lies.
#[must_use]
pub fn time_axis(frame: &Frame, drop: &Drop) -> TimeAxis {
    let Rect { left, right, .. } = Layout::of(frame).charts;
    TimeAxis { left, right, end: time_ticks(frame, drop.fall).high() }
}

/// Ticks of the time axis: it ends at the first one after the landing, and after the guess if there is one.
fn time_ticks(frame: &Frame, fall: &Fall) -> Ticks {
    Ticks::covering(0.0, frame.guess.map_or(fall.duration(), |guess| fall.duration().max(guess)), 5)
}

/// Draws what does not change with time: ruler and floor, axes, the prediction and the whole course as a thin line.
pub fn still(svg: &mut Svg, frame: &Frame, drop: &Drop) {
    draw(svg, frame, drop, None);
}

/// Draws what changes with time, at `time` in s: the bodies, the forces on them, the course so far.
pub fn moving(svg: &mut Svg, frame: &Frame, drop: &Drop, time: f64) {
    draw(svg, frame, drop, Some(time));
}

/// Draws what is there before the reader has guessed: the held body and empty charts, as long as the longest guess, in s.
pub fn held(svg: &mut Svg, frame: &Frame, drop: &Drop, label: &str, longest: f64) {
    let layout = Layout::of(frame);
    let mut course = SampledTrajectory::of(drop.fall, time_ticks(frame, drop.fall));
    let scene = Scene::of(frame, &layout, drop, &course);
    course.time = Ticks::covering(0.0, longest, 4);
    course.speeds = (0.0, drop.fall.release().gravity * longest);
    let painter = &mut Painter::new(svg);
    scene.axes(painter);
    scene.held(painter, label);
    Charts::of(frame, &layout, drop, &course).axes(painter);
}

fn draw<B: DrawingBackend>(backend: &mut B, frame: &Frame, drop: &Drop, time: Option<f64>) {
    let layout = Layout::of(frame);
    let course = SampledTrajectory::of(drop.fall, time_ticks(frame, drop.fall));
    let scene = Scene::of(frame, &layout, drop, &course);
    let charts = Charts::of(frame, &layout, drop, &course);
    let painter = &mut Painter::new(backend);
    match time {
        None => {
            scene.still(painter, &course);
            charts.still(painter);
        }
        Some(time) => {
            let time = time.clamp(0.0, course.end);
            scene.moving(painter, time);
            charts.moving(painter, time);
        }
    }
}
