//! The frame that a figure is shown in, and its picture, built once for both.

use std::sync::Arc;

use pendrop_kit::picture::{Frame, Picture};

use super::layout::{WIDE_FROM, served_frame};
use crate::reactive::*;
use crate::session::{Evaluation, Session};

/// A picture with what it was built from.
type Built = (Frame, Evaluation, Arc<dyn Picture>);

/// A figure as it is seen: its session, and how wide its picture is.
#[derive(Clone, Copy)]
pub struct View {
    /// The figure's session.
    pub session: Session,
    /// The true width of the picture's box, in units of 1/16 of the root font size, once it is known.
    pub width: RwSignal<Option<f64>>,
    /// What the reader looks for among the names of its points.
    pub sought: RwSignal<String>,
    /// The point that the reader asks about.
    pub selected: RwSignal<Option<usize>>,
    /// The latest pictures of both layouts.
    built: StoredValue<[Option<Built>; 2]>,
}

impl View {
    /// A figure whose picture is as wide as a signal says.
    #[must_use]
    pub fn new(session: Session, width: RwSignal<Option<f64>>) -> Self {
        Self { session, width, sought: RwSignal::new(String::new()), selected: RwSignal::new(None), built: StoredValue::new([None, None]) }
    }

    /// The layout that is on the screen, or nothing before its width is known; reading it in an effect subscribes.
    #[must_use]
    pub fn shown_frame(self) -> Option<Frame> {
        self.width.get().map(|width| self.frame(width < WIDE_FROM, Some(width)))
    }

    /// The layouts that may be on the screen, wide and narrow: both before the width is known. Reading them in an effect
    /// subscribes.
    #[must_use]
    pub fn frames(self) -> [Option<Frame>; 2] {
        let width = self.width.get();
        [false, true].map(|narrow| width.is_none_or(|width| (width < WIDE_FROM) == narrow).then(|| self.frame(narrow, width)))
    }

    /// The layout that a file has, whichever is on the screen: the wide one as it is served, with what the reader guessed.
    #[must_use]
    pub fn file_frame(self) -> Frame {
        untrack(|| self.frame(false, None))
    }

    fn frame(self, narrow: bool, width: Option<f64>) -> Frame {
        let served = served_frame(self.session.figure, self.session.language, narrow);
        Frame { width: width.unwrap_or(served.width), guess: self.session.guess_shown(), ..served }
    }

    /// The picture of the current outcome in a frame, built once for all who draw it, move it and ask it; reading it in an
    /// effect subscribes.
    #[must_use]
    pub fn picture(self, frame: &Frame) -> Arc<dyn Picture> {
        let evaluation = self.session.evaluation();
        let place = usize::from(frame.narrow);
        let known = self.built.with_value(|built| match &built[place] {
            Some((of, from, picture)) if of == frame && *from == evaluation => Some(picture.clone()),
            _ => None,
        });
        known.unwrap_or_else(|| {
            let picture: Arc<dyn Picture> = evaluation.outcome.clone().picture(frame).into();
            self.built.update_value(|built| built[place] = Some((*frame, evaluation, picture.clone())));
            picture
        })
    }

    /// A picture of the current outcome in some layout, for what is the same in all of them; reading it in an effect
    /// subscribes.
    #[must_use]
    pub fn any_picture(self) -> Arc<dyn Picture> {
        let frame = self.shown_frame().unwrap_or_else(|| self.frame(false, None));
        self.picture(&frame)
    }

    /// The picture on the screen with its frame, for handlers of events; nothing before its width is known.
    #[must_use]
    pub fn picture_now(self) -> Option<(Frame, Arc<dyn Picture>)> {
        untrack(|| self.shown_frame().map(|frame| (frame, self.picture(&frame))))
    }
}
