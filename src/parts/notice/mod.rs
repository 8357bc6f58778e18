//! What a figure says when it could not take a value. Its place is written with the control that it belongs to.

pub mod bind;
#[cfg(test)]
mod tests;

/// Finds the notice of a parameter in its figure.
#[must_use]
pub fn notice_selector(parameter: &str) -> String {
    format!("[data-notice={parameter}]")
}
