//! What the tests of several figures need.

#![allow(dead_code)]

use std::sync::Arc;

use pendrop_kit::{
    outcome::Outcome,
    picture::Frame,
    svg::{SCALE, Svg},
};

/// The two layers of an outcome's picture: background, and foreground at a time, s.
pub fn layers(outcome: &Arc<dyn Outcome>, frame: &Frame, time: f64) -> [String; 2] {
    let picture = outcome.clone().picture(frame);
    let (mut background, mut foreground) = (Svg::new(frame.width, frame.height), Svg::new(frame.width, frame.height));
    picture.background(&mut background);
    picture.foreground(&mut foreground, time);
    [background.markup(), foreground.markup()]
}

/// Both layers as they lie over each other, at time 0.
pub fn drawn(outcome: &Arc<dyn Outcome>, frame: &Frame) -> String {
    layers(outcome, frame, 0.0).map(|layer| format!("<g>{layer}</g>")).concat()
}

/// A file that can be looked at: the markup with a view box around it and the light theme's colours, one element per line.
pub fn file(frame: &Frame, markup: &str) -> String {
    let tokens = "--paper:#FBFAF7;--wash:#F1F2F2;--ink:#15181C;--ink2:#434B55;--ink3:#5C6570;--edge:#7F8893;--rule:#D3D8DD;\
        --accent:#B5410A;--band:#B5410A26;--s1:#0067A3;--s2:#00775A;--s3:#9C4580";
    let css = include_str!("../../../../style/picture.css");
    let (width, height) = (frame.width * SCALE, frame.height * SCALE);
    let head = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" viewBox=\"0 0 {width} {height}\" style=\"{tokens}\">");
    format!("{head}\n<style>{css}</style>\n{}\n</svg>\n", markup.replace("><", ">\n<"))
}
