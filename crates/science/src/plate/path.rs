//! The paths of two plates through time as a chain of power series.
//!
//! Where the motion is chaotic, errors grow by a factor of a million and more before the fall is over. So a step may be wrong
//! by no more than rounding is, and some twenty terms of the Taylor series are the cheapest way there: the steps are long, each
//! rounds but once, and within it the series says as exactly as at its end where the plate is.

use std::f64::consts::PI;

use super::{
    START,
    descent::Pose,
    motion::{CIRCULATION_ROTATION, CIRCULATION_TRANSLATION, DRAG, DRAG_DIFFERENCE, Plate, TORQUE_LINEAR, TORQUE_SQUARE},
    two::Two,
};
use crate::trig::sine_and_cosine;

/// How exactly a path is computed.
#[derive(Clone, Copy)]
pub(super) struct Precision {
    /// Terms of each series, at most [`TERMS`].
    pub terms: usize,
    /// How much the last term of a velocity or an angle may come to at the end of a step.
    pub tolerance: f64,
}

/// Terms that a series has at most.
pub(super) const TERMS: usize = 22;

/// The longest step, the factor by which it is shortened until its error is tolerable, and the shortest.
const LONGEST: f64 = 1.0;
const SHORTER: f64 = 0.9;
const SHORTEST: f64 = 1e-9;

/// How much smaller a term is than the one before at the end of a typical step.
const DECLINE: f64 = 0.2;

/// How much of a plate's velocity may change within a step, in squares.
const MOST_CHANGE: f64 = 0.8;

/// All steps are multiples of this, so that their sum is exact.
const TICK: f64 = 1.0 / (1_u64 << 40) as f64;

/// Moments within a step at which is looked whether the turning has changed its direction.
const LOOKS: usize = 4;

/// Velocities along the plate, across it and of its turning, its angle, and its place; or a term of their series.
type State = [Two; 6];
type Terms = [State; TERMS];

/// A term of the series of what the motion follows from.
#[derive(Clone, Copy, Default)]
struct Workings {
    u: Two,
    v: Two,
    w: Two,
    sine: Two,
    cosine: Two,
    /// The root of u² + v².
    speed: Two,
    /// u v and u² - v², each over the speed.
    glide: Two,
    split: Two,
    /// The drag, and what besides it u is multiplied with in the rate of v, and v in that of u.
    drag: Two,
    of_u: Two,
    of_v: Two,
}

/// A stretch of the paths: angle and place as a power series in the time since it began.
struct Stretch {
    begin: f64,
    terms: [[Two; 3]; TERMS],
}

/// The paths of two plates, let go at the same place at some angles. They take the same steps.
pub(super) struct Paths {
    stretches: Vec<Stretch>,
}

impl Paths {
    /// The paths until `duration` at least.
    pub fn of(inertia: f64, angles: [f64; 2], duration: f64, precision: Precision) -> Self {
        let plate = Plate::of(inertia);
        let mut stretches = Vec::with_capacity(4 * duration as usize + 64);
        // A state, and what rounding has taken from it: where angle and place are large, that would be much.
        let start = Two::same(START);
        let (mut state, mut rest) = ([start, start, start, Two(angles), Two::default(), Two::default()], [Two::default(); 6]);
        let mut time = 0.0;
        while time <= duration {
            let terms = series(&plate, &state, &rest, precision.terms);
            let length = length(&terms, precision);
            let change = change(&terms, length);
            for ((state, rest), change) in state.iter_mut().zip(&mut rest).zip(change) {
                let (from, by) = (*state, change + *rest);
                *state = from + by;
                *rest = by - (*state - from);
            }
            stretches.push(Stretch { begin: time, terms: terms.map(|[_, _, _, angle, x, y]| [angle, x, y]) });
            time += length;
        }
        Self { stretches }
    }

    /// Where the plates are.
    pub fn at(&self, time: f64) -> [Pose; 2] {
        let next = self.stretches.partition_point(|stretch| stretch.begin <= time);
        let Stretch { begin, terms } = &self.stretches[next.saturating_sub(1)];
        let [by_angle, by_x, by_y] = change(terms, time - begin);
        let [angle, x, y] = terms[0];
        let [angle, x, y] = [angle + by_angle, x + by_x, y + by_y].map(|two| two.0);
        [0, 1].map(|plate| Pose { x: x[plate], y: y[plate], angle: angle[plate] })
    }

    /// Number of steps that were taken.
    pub fn steps(&self) -> usize {
        self.stretches.len()
    }
}

/// By how much values change within a time: the sum of their series but for the first term.
fn change<const N: usize>(terms: &[[Two; N]; TERMS], time: f64) -> [Two; N] {
    let mut sum = [Two::default(); N];
    for term in terms[1..].iter().rev() {
        for (sum, term) in sum.iter_mut().zip(term) {
            *sum = time * (*sum + *term);
        }
    }
    sum
}

/// The first moment at which something is so that is not so at `low` but at `high`, by halving.
pub(super) fn first_after(mut low: f64, mut high: f64, is_so: impl Fn(f64) -> bool) -> f64 {
    while high - low > TICK {
        let middle = 0.5 * (low + high);
        if is_so(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

/// How far a series reaches: until its error is as large as tolerable, but not beyond a change of the direction of turning,
/// where the torque has a kink. Found by multiplying alone: a root may come out differently on another machine.
fn length(terms: &Terms, precision: Precision) -> f64 {
    let greatest = |term: &State| term[..4].iter().fold(0.0_f64, |greatest, value| greatest.max(value.magnitude()));
    // One term alone may happen to be small. So the last ones count, each as small as it would let the last one be.
    let weights = [1.0, DECLINE, DECLINE * DECLINE, DECLINE * DECLINE * DECLINE];
    let last: [f64; 4] = std::array::from_fn(|back| weights[back] * greatest(&terms[precision.terms - 1 - back]));
    let error = |length: f64| last.iter().fold(0.0, |sum, term| sum * length + term);
    let (mut length, mut power) = (LONGEST, 1.0);
    let shorter = (4..precision.terms).fold(1.0, |power, _| power * SHORTER);
    // The speed has a kink where a plate comes to rest for a moment. The terms before do not show it, so no step goes so far.
    let [[u, v, ..], [du, dv, ..], ..] = *terms;
    let (speed, change) = (u * u + v * v, du * du + dv * dv);
    let may_rest = |length: f64| (0..2).any(|plate| length * length * change.0[plate] > MOST_CHANGE * speed.0[plate]);
    while (power * error(length) > precision.tolerance || may_rest(length)) && length > SHORTEST {
        length *= SHORTER;
        power *= shorter;
    }
    TICK * ((kink(terms, length) / TICK) as u64 + 1) as f64
}

/// When within a series one of the plates begins to turn the other way, be it only for a moment; its length if none does.
fn kink(terms: &Terms, length: f64) -> f64 {
    let onward = direction(terms[0][2], terms[1][2]);
    let times: [f64; LOOKS + 1] = std::array::from_fn(|look| length * look as f64 / LOOKS as f64);
    let looks = times.map(|time| turning(terms, time));
    let of_plate = |plate: usize| {
        // Whether it still turns the same way, and whether it turns faster that way.
        let is_on = |looked: [Two; 2]| looked.map(|two| onward.0[plate] * two.0[plate] >= 0.0);
        let turned = |time: f64| !is_on(turning(terms, time))[0];
        let gaining = |time: f64| is_on(turning(terms, time))[1];
        (0..LOOKS).find_map(|look| {
            let [[_, gained], [goes_on, gains]] = [look, look + 1].map(|look| is_on(looks[look]));
            let [from, to] = [times[look], times[look + 1]];
            // Between two looks it may have turned back again: then it was slowest in between.
            let slowest = if goes_on && !gained && gains { first_after(from, to, gaining) } else { to };
            (!goes_on || (slowest < to && turned(slowest))).then(|| first_after(from, slowest, turned))
        })
    };
    [0, 1].into_iter().filter_map(of_plate).fold(length, f64::min)
}

/// The turning at a time within a series, and its rate.
fn turning(terms: &Terms, time: f64) -> [Two; 2] {
    terms.iter().rev().fold([Two::default(); 2], |[turning, rate], term| [time * turning + term[2], time * rate + turning])
}

/// In which direction a plate is turning, or about to turn.
fn direction(turning: Two, rate: Two) -> Two {
    let direction = |turning: f64, rate: f64| if turning < 0.0 || (turning == 0.0 && rate < 0.0) { -1.0 } else { 1.0 };
    Two([0, 1].map(|plate| direction(turning.0[plate], rate.0[plate])))
}

/// The series of the motion from a state on: a term of a product is the sum of the products of all earlier terms, and a rate
/// gives the next term.
fn series(plate: &Plate, state: &State, rest: &State, terms: usize) -> Terms {
    let Plate { inertia, along, across, turning } = *plate;
    let mut motion = [[Two::default(); 6]; TERMS];
    let mut workings = [Workings::default(); TERMS];
    let [u, v, w, angle, ..] = *state;
    let [(sine, cosine), (sine_2, cosine_2)] = angle.0.map(sine_and_cosine);
    let (sine, cosine) = (Two([sine, sine_2]), Two([cosine, cosine_2]));
    let speed = (u * u + v * v).map(f64::sqrt);
    // At rest there is neither lift nor drag, whatever direction the motion had.
    let per_speed = speed.map(|speed| if speed > 0.0 { 1.0 / speed } else { 0.0 });
    let torque_square = TORQUE_SQUARE * direction(w, -(u * v));
    motion[0] = *state;
    workings[0] = Workings { u, v, w, sine: sine + cosine * rest[3], cosine: cosine - sine * rest[3], speed, ..Workings::default() };
    for k in 0..terms - 1 {
        let [mut uu, mut vv, mut uv, mut ww, mut cw, mut sw, mut x, mut y] = [Two::default(); 8];
        let [mut speeds, mut glides, mut splits, mut along_forces, mut across_forces] = [Two::default(); 5];
        // What of the last terms is not yet known is still zero here, and is made good below.
        for (a, b) in workings[..=k].iter().zip(workings[..=k].iter().rev()) {
            uu += a.u * b.u;
            vv += a.v * b.v;
            uv += a.u * b.v;
            ww += a.w * b.w;
            cw += a.cosine * b.w;
            sw += a.sine * b.w;
            x += a.u * b.cosine - a.v * b.sine;
            y += a.u * b.sine + a.v * b.cosine;
            speeds += a.speed * b.speed;
            glides += a.glide * b.speed;
            splits += a.split * b.speed;
            along_forces += a.of_v * b.v - a.drag * b.u;
            across_forces += a.of_u * b.u - a.drag * b.v;
        }
        let first = workings[0];
        let now = &mut workings[k];
        // Roots and quotients are what multiplied gives the sums above.
        if k > 0 {
            now.speed = 0.5 * ((uu + vv - speeds) * per_speed);
        }
        now.glide = (uv - glides - first.glide * now.speed) * per_speed;
        now.split = (uu - vv - splits - first.split * now.speed) * per_speed;
        let circulation = (2.0 / PI) * (CIRCULATION_ROTATION * now.w - CIRCULATION_TRANSLATION * now.glide);
        now.drag = (1.0 / PI) * (DRAG * now.speed - DRAG_DIFFERENCE * now.split);
        now.of_u = circulation - inertia * now.w;
        now.of_v = (inertia + 1.0) * now.w - circulation;
        along_forces += now.of_v * v - now.drag * u - now.sine;
        across_forces += now.of_u * u - now.drag * v - now.cosine;
        let torque = TORQUE_LINEAR * now.w + torque_square * ww;
        let (angle, per_term) = (now.w, 1.0 / (k + 1) as f64);
        let [u, v, w, angle, x, y, sine, cosine] =
            [along * along_forces, across * across_forces, turning * (-uv - torque), angle, x, y, cw, -sw].map(|rate| per_term * rate);
        motion[k + 1] = [u, v, w, angle, x, y];
        workings[k + 1] = Workings { u, v, w, sine, cosine, ..Workings::default() };
    }
    motion
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The equations stand in two places: as rates, and as what gives the next term of a series.
    #[test]
    fn a_series_begins_with_the_rates() {
        let plate = Plate::of(2.2);
        for state in [[0.3, -0.7, 0.9, 2.0, 5.0, -8.0], [1e-3, 1e-3, -1e-3, 0.7, 0.0, 0.0], [-1.4, 0.2, -0.6, -31.0, 1.0, 1.0]] {
            let [u, v, w, angle, ..] = state;
            let [_, terms, ..] = series(&plate, &state.map(Two::same), &[Two::default(); 6], TERMS);
            for (term, rate) in terms.iter().zip(plate.rates(u, v, w, angle)) {
                assert!(term.0.iter().all(|term| (term - rate).abs() < 1e-14), "{term:?} for {rate}");
            }
        }
    }

    /// A plate that nearly comes to rest shortly after its release (0.004 later, here at 2e-6), from a computation with 40
    /// digits: a step that went over that moment would be wrong by a millionth of it.
    #[test]
    fn a_moment_of_rest_is_not_stepped_over() {
        for tolerance in [1e-14, 1e-16] {
            let paths = Paths::of(2.279394630457375, [0.6085944999505973; 2], 1.0, Precision { terms: TERMS, tolerance });
            let [Pose { x, y, angle }, _] = paths.at(20.0 / 1024.0);
            assert!((x + 7.11062168323922e-6).abs() < 1e-19, "{x}");
            assert!((y + 3.931115702553144e-5).abs() < 1e-19, "{y}");
            assert!((angle - 0.6086139758752446).abs() < 2e-16, "{angle}");
        }
    }
}
