//! The program in the browser: it brings the finished page to life.

fn main() {
    #[cfg(feature = "browser")]
    {
        console_error_panic_hook::set_once();
        pendrop::site::start();
    }
}
