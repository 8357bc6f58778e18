//! The pictures of the cover. They show what gravity alone says, without giving an answer away.

mod dominant_force;
mod duel;

crate::own_strings!("cover");

use pendrop_kit::{
    chart::{ChartStyle, Painter, Point, Scale, Ticks, fixed, ruler, simplified},
    format::{NARROW_SPACE, short},
    picture::Frame,
    svg::{Anchor, Stroke, Svg, Token},
};
use pendrop_science::falling::{Fall, Release};

use crate::pen_drop::picture::shapes::{Fill, Shape};
pub use dominant_force::{MACHINES, row_dominant_force};
pub use duel::row_duel;

/// A pen let go 1.5 m above the floor of a room, falling point first.
const PEN: Release = Release {
    mass: 5.8e-3,
    area: 5.026_548e-5,
    drag_coefficient: 0.99,
    volume: 7.489_557e-6,
    height: 1.5,
    gravity: 9.806_65,
    fluid_density: 1.225,
    wind: 0.0,
};

/// A small downy feather in the same place.
const FEATHER: Release = Release { mass: 5e-5, area: 20e-4, drag_coefficient: 1.2, volume: 0.0, ..PEN };

/// The pen's length, m.
const LENGTH: f64 = 0.149;

/// Steps of time between the outlines, s.
const STEP: f64 = 0.1;

/// Draws the held pen, the outlines where gravity alone puts it at equal steps of time, and the curve they make.
pub fn hero(svg: &mut Svg, frame: &Frame) {
    let painter = &mut Painter::new(svg);
    let style = &ChartStyle { line: 3.0, dot: 4.5, ..ChartStyle::of(frame) };
    let s = Strings::of(frame.language);
    let fall = Fall::solve(&PEN);
    let end = fall.landing().map_or(STEP, |landing| landing.time_vacuum);
    let (floor, top) = (frame.height - 10.0, 4.0);
    let scale = (floor - top) / (PEN.height + LENGTH);
    let y = |height: f64| floor - height * scale;
    let ticks = Ticks::covering(0.0, PEN.height, 3);
    let left = 1.0 + style.width("1.5", false) + 12.0;
    let pen_x = left + 0.09 * frame.width;
    let shape = Shape::pen(LENGTH * scale);
    let x = Scale::linear((0.0, end), (pen_x + 0.14 * frame.width, frame.width - 0.1 * frame.width));

    ruler(painter, style, (left, y(PEN.height + 0.1)), &ticks, y, frame.language);
    let mut hatch = left + 8.0;
    while hatch < frame.width {
        painter.line(&[(hatch, floor + 1.0), (hatch - 5.0, floor + 6.0)], Stroke(Token::Edge, 1.0));
        hatch += 8.0;
    }
    painter.line(&[(left, floor), (frame.width, floor)], Stroke(Token::Ink, 2.0));

    let steps: Vec<(f64, Point)> = (1..)
        .map(|step| f64::from(step) * STEP)
        .take_while(|time| *time < end)
        .map(|time| (x.at(time), y(fall.vacuum_at(time).height)))
        .zip(1..)
        .map(|(at, number)| (f64::from(number), at))
        .collect();
    for (_, at) in &steps {
        painter.dashed(&[(pen_x + 4.0, at.1), (at.0 - 6.0, at.1)], Stroke(Token::Edge, 1.25), (1.5, 3.0));
    }
    let curve: Vec<Point> =
        (0..=40).map(|count| end * f64::from(count) / 40.0).map(|time| (x.at(time), y(fall.vacuum_at(time).height))).collect();
    painter.line(&simplified(&curve, 0.1), Stroke(Token::Accent, style.line));
    painter.dot((x.at(0.0), y(PEN.height)), style.dot, Token::Accent);
    for (number, at) in &steps {
        // The first is still behind the pen that is held.
        if at.1 - shape.height > y(PEN.height) {
            shape.draw(painter, (pen_x, at.1), Fill::Outline(Token::Accent));
        }
        painter.dot(*at, style.dot, Token::Accent);
        let text = short(*number, 1, frame.language);
        painter.text((at.0 + 11.0, at.1 - 1.0), &text, &style.bold(Token::Accent, Anchor::Start));
    }
    shape.draw(painter, (pen_x, y(PEN.height)), Fill::Solid(Token::Ink));
    painter.text((frame.width, y(PEN.height) + style.baseline_offset()), s.picture_equal_steps, &style.letters(Token::Ink2, Anchor::End));
}

/// Draws the section's row picture: the pen with its forces, and its fall beside a feather's.
pub fn row_pen_drop(svg: &mut Svg, frame: &Frame) {
    let painter = &mut Painter::new(svg);
    let style = &ChartStyle { line: 3.0, ..ChartStyle::of(frame) };
    let s = Strings::of(frame.language);
    let (pen, feather) = (Fall::solve(&PEN), Fall::solve(&FEATHER));
    let (right, bottom) = (frame.width, frame.height);

    // The pen in full fall, with the forces on it on one scale.
    let forces = pen.forces_at(0.72 * pen.duration());
    let shape = Shape::pen(62.0);
    let (x, tip, arrow) = (14.0, 72.0, 64.0);
    shape.draw(painter, (x, tip), Fill::Solid(Token::Ink));
    let air = (arrow * forces.drag_up / forces.gravity).max(0.5);
    painter.line(&[(x, tip - shape.height - air), (x, tip - shape.height)], Stroke(Token::Ink, 2.0));
    let level = tip - shape.height + 2.0;
    painter.line(&[(x + 7.0, level), (x + 16.0, level)], Stroke(Token::Edge, 1.25));
    let value = |newtons: f64, decimals| format!("{}{NARROW_SPACE}mN", fixed(newtons * 1e3, decimals, frame.language));
    let text = format!("{} {}", s.picture_air, value(forces.drag_up, 1));
    painter.text((x + 20.0, level + style.baseline_offset()), &text, &style.letters(Token::Ink, Anchor::Start));
    let (from, to) = (tip + 3.0, tip + 3.0 + arrow);
    painter.line(&[(x, from), (x, to - 10.0)], Stroke(Token::Accent, 4.5));
    painter.fill(&[(x - 7.6, to - 12.5), (x + 7.6, to - 12.5), (x, to)], Token::Accent);
    let text = format!("{} {}", s.picture_gravity, value(forces.gravity, 0));
    let wide = style.width(&text, true);
    painter.text((x + 14.0, (from + to) / 2.0 + style.baseline_offset()), &text, &style.bold(Token::Accent, Anchor::Start));

    // Height over time: one curve that gravity explains, and one it does not. No numbers: they are the question.
    let left = (x + 14.0 + wide + 22.0).max(0.46 * frame.width);
    let axis = bottom - 1.7 * style.text;
    let time = Scale::linear((0.0, feather.duration() * 1.06), (left, right));
    let height = Scale::linear((0.0, PEN.height), (axis, 12.0));
    let curve = |fall: &Fall| -> Vec<Point> {
        let moments = (0..=48).map(|count| fall.duration() * f64::from(count * count) / 2304.0);
        simplified(&moments.map(|moment| (time.at(moment), height.at(fall.at(moment).height))).collect::<Vec<_>>(), 0.1)
    };
    painter.line(&[(left, axis), (right, axis)], Stroke(Token::Edge, style.axis));
    painter.dashed(&curve(&feather), Stroke(Token::Ink3, 2.25), (7.0, 5.0));
    painter.line(&curve(&pen), Stroke(Token::Accent, style.line));
    painter.text((left, bottom - 0.4 * style.text), s.picture_time, &style.letters(Token::Ink2, Anchor::Start));
    let label = |fall: &Fall, share: f64| (time.at(share * fall.duration()), height.at(fall.at(share * fall.duration()).height));
    let at = label(&feather, 0.55);
    painter.text((at.0 + 8.0, at.1 - 4.0), s.picture_feather, &style.letters(Token::Ink2, Anchor::Start));
    let at = label(&pen, 0.8);
    if at.0 - 9.0 - style.width(s.picture_pen, true) > left - 14.0 {
        painter.text((at.0 - 9.0, at.1 + 10.0), s.picture_pen, &style.bold(Token::Accent, Anchor::End));
    }
}
