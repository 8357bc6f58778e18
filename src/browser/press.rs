//! A press of mouse, finger or pen on an element: dragged, lifted, or taken over by the browser.
//!
//! A finger that goes up or down scrolls the page, two fingers zoom it, and the browser then cancels what was pressed. Such a
//! press changes nothing as long as it may yet be the page's, and what it has changed by then is taken back.

use std::{cell::Cell, rc::Rc};

use pendrop_kit::number;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, HtmlInputElement, PointerEvent};

use super::dom::on;

/// Further than a finger trembles, CSS pixels: from here on it moves.
pub const TREMBLE: f64 = 8.0;

/// Takes back what a press has changed.
pub type Undo = Box<dyn FnOnce()>;

/// Says of a press whether it is the element's.
pub type Take = Box<dyn Fn(&PointerEvent) -> Option<Taken>>;

/// Does what becomes of a press.
pub type Step = Rc<dyn Fn(&PointerEvent, Stage)>;

/// A press that an element takes.
pub struct Taken {
    /// Whether a finger drags up and down, too. Otherwise one that does so is the page's.
    pub every_way: bool,
    /// Takes back what follows.
    pub undo: Undo,
}

/// How far a press is. What may yet be the page's is told when it is known not to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It began; told with the event of its beginning.
    Down,
    /// It is elsewhere.
    Move,
    /// It was lifted.
    Up,
    /// The page has it: whatever was told is taken back by now.
    Gone,
}

/// Whose a press is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Nothing is pressed.
    Nobody,
    /// A finger that has not moved yet.
    Open,
    /// It drags what was pressed.
    Element,
    /// It was the page's, and nothing else has been pressed since. Some browsers move a range's thumb all the same.
    Page,
}

struct Held {
    down: PointerEvent,
    undo: Undo,
}

/// The presses on an element.
pub struct Press {
    owner: Cell<Owner>,
    held: Cell<Option<Held>>,
    step: Step,
}

impl Press {
    /// Follows the presses on an element.
    pub fn follow(element: &Element, take: Take, step: Step) -> Rc<Self> {
        let press = Rc::new(Self { owner: Cell::new(Owner::Nobody), held: Cell::new(None), step });
        press.listen(element, "pointerdown", move |press, event| press.down(event, &*take));
        press.listen(element, "pointermove", Self::moved);
        press.listen(element, "pointerup", Self::up);
        press.listen(element, "pointercancel", Self::gone);
        let own: EventTarget = element.clone().into();
        press.listen(element, "lostpointercapture", move |press, event| {
            // What lies within the element may have had it before.
            if event.target().is_some_and(|target| target == own) {
                press.lost(event);
            }
        });
        press
    }

    fn listen(self: &Rc<Self>, element: &Element, name: &'static str, handle: impl Fn(&Self, &PointerEvent) + 'static) {
        let press = self.clone();
        let handler = move |event: Event| event.dyn_ref::<PointerEvent>().into_iter().for_each(|event| handle(&press, event));
        on(element, name, Box::new(handler));
    }

    /// Whose the latest press is.
    #[must_use]
    pub fn owner(&self) -> Owner {
        self.owner.get()
    }

    /// Nothing is pressed any more; what was done with it stays.
    pub fn end(&self) {
        self.owner.set(Owner::Nobody);
        self.held.set(None);
    }

    fn down(&self, event: &PointerEvent, take: &dyn Fn(&PointerEvent) -> Option<Taken>) {
        // A second finger means to zoom.
        if !event.is_primary() {
            return self.gone(event);
        }
        self.end();
        let Some(taken) = (event.button() == 0).then(|| take(event)).flatten() else { return };
        self.owner.set(Owner::Open);
        self.held.set(Some(Held { down: event.clone(), undo: taken.undo }));
        // A mouse never moves the page.
        if taken.every_way || event.pointer_type() == "mouse" {
            self.begin();
        }
    }

    /// The press is the element's, now that this is known.
    fn begin(&self) {
        self.owner.set(Owner::Element);
        if let Some(down) = self.beginning() {
            self.tell(&down, Stage::Down);
        }
    }

    fn moved(&self, event: &PointerEvent) {
        if self.is_open(event) {
            let (across, up) = self.way(event);
            if across.max(up) <= TREMBLE {
                return;
            }
            if up > across {
                return self.gone(event);
            }
            self.begin();
        }
        if self.is_dragged(event) {
            self.tell(event, Stage::Move);
        }
    }

    fn up(&self, event: &PointerEvent) {
        if self.is_open(event) {
            self.begin();
        }
        if self.is_dragged(event) {
            self.end();
            self.tell(event, Stage::Up);
        }
    }

    /// The page has the press.
    fn gone(&self, event: &PointerEvent) {
        let Some(held) = self.held.take() else { return };
        let told = self.owner.get() == Owner::Element;
        self.owner.set(Owner::Page);
        if told {
            (held.undo)();
        }
        self.tell(event, Stage::Gone);
    }

    /// Another element gets what the pointer does.
    fn lost(&self, event: &PointerEvent) {
        if self.is_open(event) {
            self.gone(event);
        } else if self.is_dragged(event) {
            self.end();
        }
    }

    fn is_open(&self, event: &PointerEvent) -> bool {
        self.owner() == Owner::Open && self.is_of(event)
    }

    fn is_dragged(&self, event: &PointerEvent) -> bool {
        self.owner() == Owner::Element && self.is_of(event)
    }

    fn is_of(&self, event: &PointerEvent) -> bool {
        self.beginning().is_some_and(|down| down.pointer_id() == event.pointer_id())
    }

    /// How far the pointer has gone since it was pressed, across and up or down.
    fn way(&self, event: &PointerEvent) -> (f64, f64) {
        self.beginning().map_or((0.0, 0.0), |down| distance(&down, event))
    }

    fn tell(&self, event: &PointerEvent, stage: Stage) {
        (self.step)(event, stage);
    }

    /// The event with which the press began.
    fn beginning(&self) -> Option<PointerEvent> {
        let held = self.held.take()?;
        let down = held.down.clone();
        self.held.set(Some(held));
        Some(down)
    }
}

/// How far apart two events are on the screen, across and up or down, CSS pixels.
#[must_use]
pub fn distance(from: &PointerEvent, to: &PointerEvent) -> (f64, f64) {
    (f64::from(to.client_x() - from.client_x()).abs(), f64::from(to.client_y() - from.client_y()).abs())
}

/// A native range moves a number: `to` gets its position, and whether a hand drags it there rather than keys. `undo` makes what
/// takes back all that follows.
pub fn slide(range: &HtmlInputElement, undo: Box<dyn Fn() -> Undo>, to: Rc<dyn Fn(f64, bool)>) {
    // What the range shows of a press that may yet be the page's.
    let open = Rc::new(Cell::new(None::<f64>));
    // What it showed before.
    let before = Rc::new(Thumb { range: range.clone(), at: Cell::default() });
    let (pending, thumb) = (open.clone(), before.clone());
    let take = move |_: &PointerEvent| {
        pending.set(None);
        thumb.at.set(thumb.range.value());
        Some(Taken { every_way: false, undo: undo() })
    };
    let (pending, thumb, set) = (open.clone(), before.clone(), to.clone());
    let step = move |_: &PointerEvent, stage: Stage| match stage {
        Stage::Down => pending.get().into_iter().for_each(|position| set(position, true)),
        Stage::Gone => thumb.put_back(),
        Stage::Move | Stage::Up => {}
    };
    let press = Press::follow(range, Box::new(take), Rc::new(step));
    let (input, pressed) = (range.clone(), press.clone());
    on(
        range,
        "input",
        Box::new(move |_| match (pressed.owner(), number::parse(&input.value())) {
            (Owner::Open, position) => open.set(position),
            (Owner::Page, _) => before.put_back(),
            (owner, Some(position)) => to(position, owner == Owner::Element),
            (_, None) => {}
        }),
    );
    on(range, "keydown", Box::new(move |_| press.end()));
}

/// Where a range's thumb was when it was pressed.
struct Thumb {
    range: HtmlInputElement,
    at: Cell<String>,
}

impl Thumb {
    fn put_back(&self) {
        let at = self.at.take();
        self.range.set_value(&at);
        self.at.set(at);
    }
}
