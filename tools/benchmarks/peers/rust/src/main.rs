//! Cleans pages with the peer that was built in: see ../README.md for what is printed.
use std::{fs, io::Write};

#[cfg(feature = "dom_smoothie")]
fn clean(page: &[u8]) -> String {
    use dom_smoothie::{Config, Readability, TextMode};
    let config = Config { text_mode: TextMode::Formatted, ..Default::default() };
    let html = String::from_utf8_lossy(page).into_owned();
    let article = Readability::new(html, None, Some(config)).and_then(|mut reader| reader.parse());
    article.map(|a| a.text_content.to_string()).unwrap_or_default()
}

#[cfg(feature = "legible")]
fn clean(page: &[u8]) -> String {
    let html = String::from_utf8_lossy(page);
    legible::parse(&html, None, None).map(|a| a.text_content).unwrap_or_default()
}

#[cfg(feature = "rs-trafilatura")]
fn clean(page: &[u8]) -> String {
    let options = rs_trafilatura::Options { include_comments: false, ..Default::default() };
    rs_trafilatura::extract_bytes_with_options(page, &options).map(|a| a.content_text).unwrap_or_default()
}

fn cpu_seconds() -> f64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut time) };
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

fn clean_file(path: &str) -> String {
    let page = fs::read(path).expect("a page that can be read");
    // A page that a peer breaks on has no text; the others go on.
    std::panic::catch_unwind(|| clean(&page)).unwrap_or_default()
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let mut out = std::io::stdout();
    for path in std::io::stdin().lines() {
        let begin = cpu_seconds();
        let text = clean_file(&path.expect("the path of a page"));
        let cpu = cpu_seconds() - begin;
        writeln!(out, "{}", serde_json::json!({"text": text, "cpu": cpu})).unwrap();
        out.flush().unwrap();
    }
}
