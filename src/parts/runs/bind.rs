//! Keeps runs, lists them, and says what becomes of the axes.

use pendrop_kit::{
    locale::{Language, Strings, fill},
    outcome::Outcome,
    runs::{Mark, Run},
    state::{Command, Origin},
    text::escaped,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::names::{KEEP, LIST, NOTE, ROOT};
use crate::{
    browser::{
        announce, document,
        dom::{bind_text, effect, find, find_as, focus_in_place, need, need_as, on},
        spawn_local,
    },
    parts::picture::view::View,
    reactive::*,
    session::Session,
};

/// Brings the button and the list of kept runs to life, where the figure has them.
pub fn bind(view: View, figure: &Element) {
    let session = view.session;
    let Some(root) = find(figure, ROOT) else { return };
    let (Some(keep), Some(list)) = (need_as::<HtmlElement>(&root, KEEP), need(&root, LIST)) else { return };
    let language = session.language;
    on(
        &keep,
        "click",
        Box::new(move |_| {
            session.dispatch(Command::Keep, Origin::Reader);
            if let Some(run) = untrack(|| session.runs()).iter().rev().find(|run| run.mark != Mark::Before) {
                announce(&fill(Strings::of(language).runs_kept, &[("run", &run.told(language))]));
            }
        }),
    );
    answer_clicks(session, &list);
    fetch_tables(session);
    let mut shown = String::new();
    effect(Box::new(move || {
        let outcome = session.evaluation().outcome;
        let rows: String = session.runs().iter().filter_map(|run| row(run, &*outcome, language)).collect();
        if rows != shown {
            show_rows(&list, &rows, &keep);
            shown = rows;
        }
    }));
    let note = axis_note(view);
    let text = move || match (note.get(), session.not_kept()) {
        (note, Some(asked)) if note.is_empty() => {
            let s = Strings::of(language);
            fill(s.runs_not_kept, &[("asked", &fill(s.quoted, &[("text", &asked)]))])
        }
        // The row of the run may be below the screen.
        (note, None) if note.is_empty() && session.is_kept() => Strings::of(language).runs_is_kept.to_owned(),
        (note, _) => note,
    };
    bind_text(need(&root, NOTE), Box::new(text));
}

/// The row of a run that is kept: how its line looks, its name, its number or, where it has not been run, a button that does so, a button
/// that drops it, and why it is not in the picture.
fn row(run: &Run<dyn Outcome>, present: &dyn Outcome, language: Language) -> Option<String> {
    let Mark::Kept(place) = run.mark else { return None };
    let name = escaped(&run.name.full);
    let s = Strings::of(language);
    let remove = fill(s.runs_remove, &[("run", &name)]);
    let why = present.undrawn(run.mark).map(|why| format!("<small>{}</small>", fill(s.runs_apart, &[("why", why(language))])));
    let number = match &why {
        Some(_) if !run.made => {
            format!("<button type=\"button\" data-show=\"{place}\" aria-label=\"{0}: {name}\">{0}</button>", s.computing_run)
        }
        _ if !run.made => String::new(),
        _ => format!("<b>{}</b>", run.outcome.decisive(language).unwrap_or_default()),
    };
    let (line, why) = if let Some(why) = why { (String::new(), why) } else { (format!(" data-run=\"{place}\""), String::new()) };
    Some(format!(
        "<li><i{line}></i><span title=\"{name}\">{name}</span> {number} <button type=\"button\" data-drop=\"{place}\" aria-label=\"{remove}\">×</button>{why}</li>"
    ))
}

/// Puts other rows in the list. The focus stays at the row that has it, or goes on to the next one, or to the button that keeps.
fn show_rows(list: &Element, rows: &str, keep: &HtmlElement) {
    let focused = document().active_element().filter(|focused| list.contains(Some(focused)));
    let place = focused.and_then(|focused| PLACES.iter().find_map(|name| focused.get_attribute(name)));
    list.set_inner_html(rows);
    if let Some(place) = place {
        let next = find_as::<HtmlElement>(list, &format!("[data-drop=\"{place}\"]"));
        focus_in_place(next.as_ref().unwrap_or(keep));
    }
}

/// The places of rows whose buttons drop a run, and have it run.
const PLACES: [&str; 2] = ["data-drop", "data-show"];

/// Drops the run whose button is pressed, or has it run as the present one.
fn answer_clicks(session: Session, list: &Element) {
    let answer = move |event: web_sys::Event| {
        let Some(button) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
        // Not every browser does so by itself.
        focus_in_place(&button);
        let [drop, show] = PLACES.map(|name| button.get_attribute(name).and_then(|place| place.parse().ok()));
        match (drop, show) {
            (Some(place), _) => session.dispatch(Command::Drop(place), Origin::Reader),
            (_, Some(place)) => session.show_kept(place),
            _ => {}
        }
    };
    on(list, "click", Box::new(answer));
}

/// A run that a link brought may need other tables than the present one.
fn fetch_tables(session: Session) {
    effect(Box::new(move || {
        for run in session.kept() {
            let needed = session.figure.tables(&run);
            if !session.tables.tables().has(needed) {
                spawn_local(async move {
                    // Where it cannot be had, the run stays without its number.
                    let _ = session.tables.fetch(needed).await;
                });
            }
        }
    }));
}

/// Says what the axes reach to, where the latest run has changed it while runs are compared.
fn axis_note(view: View) -> Memo<String> {
    let session = view.session;
    let extent = Memo::new(move |_| view.any_picture().extent());
    // The run before, and how far the axes reached with it.
    let at_start = Memo::new(move |known: Option<&(Option<_>, Option<String>, Option<String>)>| {
        let (before, now) = (session.before(), extent.get());
        match known {
            Some((run, reached, _)) if *run == before => (before, reached.clone(), now),
            Some((_, _, last)) => (before, last.clone(), now),
            None => (before, now.clone(), now),
        }
    });
    Memo::new(move |_| {
        let compared = !session.kept().is_empty() || session.before().is_some();
        at_start.with(|(_, reached, now)| match now {
            Some(now) if compared && reached.as_ref() != Some(now) => {
                let before: Vec<_> = reached.iter().flat_map(|reached| reached.split(", ")).collect();
                let changed: Vec<_> = now.split(", ").filter(|end| !before.contains(end)).collect();
                fill(Strings::of(session.language).runs_axis, &[("end", &changed.join(", "))])
            }
            _ => String::new(),
        })
    })
}
