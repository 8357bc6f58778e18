//! The field for the reader's text, as it is served: empty.

use leptos::prelude::*;
use pendrop_kit::{
    figure::Figure,
    format::short,
    locale::{Language, fill, markup::Strings},
};

/// The field, where the figure learns from a text.
pub fn view(figure: &dyn Figure, language: Language) -> Option<AnyView> {
    let s = Strings::of(language);
    let bounds = figure.corpus()?;
    let [least, most] = [bounds.least, bounds.most].map(|bound| short(bound as f64, 7, language));
    let hint = fill(s.own_text_hint, &[("least", &least), ("most", &most)]);
    let (field, hint_id) = (format!("own-text-{}", figure.id()), format!("own-text-hint-{}", figure.id()));
    Some(
        view! {
            <details class="more own-text">
                <summary>{s.own_text}</summary>
                <label for=field.clone()>{s.own_text_label}</label>
                <textarea id=field rows="6" autocomplete="off" spellcheck="false" aria-describedby=hint_id.clone() disabled></textarea>
                <p id=hint_id class="hint">{hint}</p>
                <div class="own-text-tools">
                    <button type="button" data-action="use-text" disabled>{s.own_text_use}</button>
                    <button type="button" data-action="site-text" disabled hidden>{s.own_text_back}</button>
                </div>
                <div role="status"><p class="notice"></p></div>
            </details>
        }
        .into_any(),
    )
}

/// What is said of the reader's text where addresses are given; not as long as there is none.
pub fn not_in_link(figure: &dyn Figure, language: Language) -> Option<AnyView> {
    figure.corpus().map(|_| view! { <p class="not-in-link" hidden>{Strings::of(language).own_text_not_in_link}</p> }.into_any())
}
