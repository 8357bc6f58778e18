//! The program in the browser: it takes the finished page over.
#![recursion_limit = "256"]

fn main() {
    #[cfg(feature = "hydrate")]
    {
        console_error_panic_hook::set_once();
        leptos::mount::hydrate_body(pendrop::app::App);
    }
}
