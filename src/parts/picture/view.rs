//! The frame that a figure is shown in, and its picture, built once for both.

use std::sync::Arc;

use pendrop_kit::picture::{Frame, Picture};

use super::layout::{frame_for, served_frame};
use crate::{
    browser::Size,
    reactive::*,
    session::{Evaluation, Session},
};

/// A picture with what it was built from.
type Built = (Frame, Evaluation, Arc<dyn Picture>);

/// A figure as it is seen: its session, and how large its picture is.
#[derive(Clone, Copy)]
pub struct View {
    /// The figure's session.
    pub session: Session,
    /// The true size of the picture's box, in units of 1/16 of the root font size, once it is known.
    pub size: RwSignal<Option<Size>>,
    /// What the reader looks for among the names of its points.
    pub sought: RwSignal<String>,
    /// The point that the reader asks about.
    pub selected: RwSignal<Option<usize>>,
    /// The latest pictures of both layouts.
    built: StoredValue<[Option<Built>; 2]>,
}

impl View {
    /// A figure whose picture is as large as a signal says.
    #[must_use]
    pub fn new(session: Session, size: RwSignal<Option<Size>>) -> Self {
        Self { session, size, sought: RwSignal::new(String::new()), selected: RwSignal::new(None), built: StoredValue::new([None, None]) }
    }

    /// The layout that is on the screen, or nothing before its size is known; reading it in an effect subscribes.
    #[must_use]
    pub fn shown_frame(self) -> Option<Frame> {
        self.size.get().map(|size| self.with_guess(frame_for(self.session.figure, self.session.language, size)))
    }

    /// The layouts that may be on the screen, wide and narrow: both before the size is known. Reading them in an effect
    /// subscribes.
    #[must_use]
    pub fn frames(self) -> [Option<Frame>; 2] {
        let shown = self.shown_frame();
        [false, true].map(|narrow| shown.map_or_else(|| Some(self.served(narrow)), |frame| (frame.narrow == narrow).then_some(frame)))
    }

    /// The layout that a file has, whichever is on the screen: the wide one as it is served, with what the reader guessed.
    #[must_use]
    pub fn file_frame(self) -> Frame {
        untrack(|| self.served(false))
    }

    fn served(self, narrow: bool) -> Frame {
        self.with_guess(served_frame(self.session.figure, self.session.language, narrow))
    }

    fn with_guess(self, frame: Frame) -> Frame {
        Frame { guess: self.session.guess_shown(), ..frame }
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
        let frame = self.shown_frame().unwrap_or_else(|| self.served(false));
        self.picture(&frame)
    }

    /// The picture on the screen with its frame, for handlers of events; nothing before its size is known.
    #[must_use]
    pub fn picture_now(self) -> Option<(Frame, Arc<dyn Picture>)> {
        untrack(|| self.shown_frame().map(|frame| (frame, self.picture(&frame))))
    }
}
