//! The pages: the order of prose and figures on each.

use leptos::prelude::*;

use crate::{
    place::{Page, Place},
    prose::{Prose, ProseBlock},
    ui::figure::FigureView,
};

/// The page at a place.
pub fn view(place: Place, prose: Prose) -> AnyView {
    let language = place.language;
    match place.page {
        Page::Section(section) => {
            let parts = section
                .figures
                .iter()
                .enumerate()
                .map(|(index, id)| {
                    view! {
                        <ProseBlock key=index.to_string() prose=prose.clone()/>
                        <FigureView id number=Some(index + 1) prefix=format!("{id}.") language prose=prose.clone()/>
                    }
                })
                .collect_view();
            view! {
                <article class="section">
                    {parts}
                    <ProseBlock key=section.figures.len().to_string() prose=prose/>
                </article>
            }
            .into_any()
        }
        Page::Figure(id) => view! {
            <article class="single">
                <ProseBlock key="0".to_owned() prose=prose.clone()/>
                <FigureView id number=None prefix=String::new() language prose=prose.clone()/>
                <ProseBlock key="1".to_owned() prose=prose/>
            </article>
        }
        .into_any(),
        Page::Cover => view! { <article class="cover"><ProseBlock key="0".to_owned() prose=prose/></article> }.into_any(),
        Page::About | Page::NotFound => view! { <article class="text"><ProseBlock key="0".to_owned() prose=prose/></article> }.into_any(),
    }
}
