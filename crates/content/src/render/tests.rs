use super::*;
use crate::Show;

fn readout(language: &str, name: &str) -> Option<String> {
    let value = if language == "de" { "0,554 s" } else { "0.554 s" };
    name.starts_with("pen-drop.fall_time").then(|| value.to_owned())
}

fn table(_: &str, name: &str) -> Option<String> {
    (name == "pen-drop.objects").then(|| "<table><tr><td>pen</td></tr></table>".to_owned())
}

fn terms() -> Terms {
    Terms { notes: "Notes".into(), note: "Note".into(), back: "Back to note".into() }
}

fn run(kind: Kind, language: &str, text: &str) -> Result<Rendered> {
    render(&Source { file: "en/x.md", language, text, first_line: 5, kind, terms: &terms(), readout: &readout, table: &table })
}

fn page(text: &str) -> Rendered {
    run(Kind::Page, "en", text).unwrap()
}

fn blocks(rendered: &Rendered) -> Vec<String> {
    rendered.blocks.iter().map(Block::html).collect()
}

fn block(text: &str) -> String {
    blocks(&page(text)).join("|")
}

fn fails(text: &str, message: &str) {
    let error = run(Kind::Page, "en", text).expect_err(text).to_string();
    assert!(error.contains(message), "{text}\n{error}");
}

#[test]
fn figure_slots_part_the_text_into_blocks() {
    let page = page("One.\n\n{figure: pen-drop}\n\nTwo.\n\n{figure: ensemble}\n");
    assert_eq!(page.figures, ["pen-drop", "ensemble"]);
    assert_eq!(blocks(&page), ["<p>One.</p>\n", "<p>Two.</p>\n", ""]);
    fails("One\n{figure: pen-drop}\n", "content/en/x.md:6: {figure: …} stands alone between blank lines");
    fails("- a\n\n  {figure: pen-drop}\n", "stands alone");
    fails("{figure: pen-drop}\n\n{figure: pen-drop}\n", "content/en/x.md:7: the figure “pen-drop” already has a slot");
    fails("{figure: Pen Drop}\n", "cannot be a figure’s id");
    fails("::: note\n{figure: pen-drop}\n:::\n", "a note follows");
    fails("One.\n\n::: note\n{figure: pen-drop}\n:::\n", "a figure slot stands in the text of a page");
    let error = run(Kind::About("pen-drop"), "en", "{figure: pen-drop}\n").unwrap_err();
    assert!(error.to_string().contains("a figure slot stands in the text of a page"));
}

#[test]
fn readouts_are_filled_in_the_language_of_the_page() {
    assert_eq!(
        block("It takes {readout: pen-drop.fall_time}."),
        "<p>It takes <span data-readout=\"pen-drop.fall_time\">0.554 s</span>.</p>\n"
    );
    let german = run(Kind::Page, "de", "{readout: pen-drop.fall_time?object=feather&height=2}").unwrap();
    assert_eq!(german.blocks[0].html(), "<p><span data-readout=\"pen-drop.fall_time?object=feather&amp;height=2\">0,554 s</span></p>\n");
    assert_eq!(block("`{readout: x}`"), "<p><code>{readout: x}</code></p>\n");
    fails("One\n\nIt takes {readout: pen-drop.colour}.", "content/en/x.md:7: no readout is called “pen-drop.colour”");
    fails("It takes {readuot: pen-drop.fall_time}.", "{readuot: pen-drop.fall_time} is not known here");
    fails("It takes {readout: pen-drop.fall_time.", "a brace without its partner");
    fails("It takes }.", "a brace without its partner");
}

#[test]
fn tables_are_filled() {
    assert_eq!(block("{table: pen-drop.objects}"), "<table><tr><td>pen</td></tr></table>\n");
    fails("{table: pen-drop.moons}", "no table is called “pen-drop.moons”");
    fails("See {table: pen-drop.objects}", "{table: …} stands alone");
    assert!(block("| a | b |\n|---|--:|\n| 1 | 2 |\n").contains("<th style=\"text-align: right\">b</th>"));
}

#[test]
fn the_dominant_force_and_other_languages_are_spans() {
    assert_eq!(block("Only [one force]{.force} counts."), "<p>Only <span class=\"force\">one force</span> counts.</p>\n");
    assert_eq!(block("Only [one\nforce]{.force}."), "<p>Only <span class=\"force\">one\nforce</span>.</p>\n");
    assert_eq!(block("[Der Titel]{lang=de}"), "<p><span lang=\"de\">Der Titel</span></p>\n");
    fails("[one]{.red}", "{.red} is neither {.force} nor {lang=…}");
    fails("[*one* force]{.force}", "takes plain words");
}

#[test]
fn notes_stand_after_their_paragraph() {
    let note = "<p>One.</p>\n<aside class=\"note\" role=\"note\">\n<p>Beside <em>it</em>.</p>\n<p>And more.</p>\n</aside>\n<p>Two.</p>\n";
    assert_eq!(block("One.\n\n::: note\nBeside *it*.\n\nAnd more.\n:::\n\nTwo.\n"), note);
    fails("One.\n\n::: note\na\n:::\n\n::: note\nb\n:::\n", "content/en/x.md:11: a note follows the one paragraph");
    fails("One.\n\n::: note\na\n", "content/en/x.md:7: what opens here is never closed");
    fails("One.\n\n:::\n", "::: closes nothing here");
    fails("One.\n\n::: note\na\n::: note\n", "do not stand inside one another");
    fails("One.\n\n::: note Title\na\n:::\n", "a note has no title");
    fails("One.\n\n::: box\na\n:::\n", "“::: box” is neither a note nor a step nor a question");
    fails("- one\n\n  ::: note\n", "outside of lists");
    assert!(block("```\n::: note\n```\n").contains("::: note"));
}

#[test]
fn steps_are_taken_out_of_the_text() {
    let text = "One.\n\n::: step The feather\n{show: pen-drop?object=feather}\n\nAsk *first*.\n:::\n\n{figure: pen-drop}\n\n::: step The end\n:::\n";
    let page = page(text);
    assert_eq!(blocks(&page), ["<p>One.</p>\n", ""]);
    let show = Some(Show { figure: "pen-drop".into(), state: "object=feather".into() });
    assert_eq!(page.steps[0], Step { title: "The feather".into(), show, notes: "<p>Ask <em>first</em>.</p>\n".into(), block: 0 });
    assert_eq!(page.steps[1], Step { title: "The end".into(), show: None, notes: String::new(), block: 1 });
    fails("::: step\n:::\n", "a step has a title");
    fails("::: step A\n{show: pen-drop}\n:::\n", "a step shows “pen-drop”, which has no slot on this page");
    fails("::: step A\n{show: pen drop}\n:::\n", "is not a figure and its state");
    fails("::: step A\nText.\n\n{show: pen-drop}\n:::\n", "{show: …} is the first paragraph of a step");
    fails("{show: pen-drop}\n", "{show: …} is the first paragraph of a step");
    fails("::: step A\nText[^a].\n:::\n\n[^a]: B\n", "footnotes are called from the text");
    fails("::: step A\n## B\n:::\n", "headings do not stand in");
}

#[test]
fn footnotes_link_there_and_back() {
    let page = page("One[^b] two[^a] three[^b].\n\n{figure: pen-drop}\n\nEnd.\n\n[^a]: Note a.\n\n[^b]: Note *b*.\n");
    assert!(page.blocks[0].html().starts_with(
        "<p>One<sup class=\"footnote\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\" aria-label=\"Note 1\">1</a></sup> two"
    ));
    assert_eq!(page.blocks[1].html(), "<p>End.</p>\n");
    let [first, second] = page.footnotes.as_slice() else { panic!("{:?}", page.footnotes) };
    assert!(first.html.contains("href=\"#fnref-1-2\" class=\"back\" role=\"doc-backlink\" aria-label=\"Back to note 1 (2)\""));
    assert!((first.number, first.id.as_str()) == (1, "fn-1") && first.html.starts_with("<p>Note <em>b</em>."));
    assert_eq!((second.number, second.id.as_str()), (2, "fn-2"));
    assert_eq!(
        second.html,
        "<p>Note a. <a href=\"#fnref-2\" class=\"back\" role=\"doc-backlink\" aria-label=\"Back to note 2\">↩\u{fe0e}</a></p>"
    );
    let about = run(Kind::About("pen-drop"), "en", "One[^a].\n\n[^a]: Note.\n").unwrap();
    assert!(about.blocks[0].html().contains("id=\"pen-drop-about-fnref-1\"") && about.footnotes[0].id == "pen-drop-about-fn-1");
    fails("One[^a].\n", "a footnote is called here that is not defined");
    fails("One.\n\n[^a]: Note.\n", "the footnote “a” is never called");
    fails("One[^a].\n\n[^a]: Note[^b].\n\n[^b]: Other.\n", "footnotes are called from the text");
}

#[test]
fn blocks_know_the_footnotes_that_they_call() {
    let page =
        page("One[^b].\n\n::: note\nBeside[^a].\n:::\n\n{figure: pen-drop}\n\nTwo[^b] three[^c].\n\n[^a]: A.\n\n[^b]: B.\n\n[^c]: C.\n");
    assert_eq!(page.blocks[0].calls, [1, 2]);
    assert_eq!(page.blocks[1].calls, [1, 3]);
    assert_eq!(page.footnotes.iter().map(|footnote| footnote.number).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn blocks_are_parted_at_their_first_heading() {
    let text = "One.\n\n### Aside\n\n::: step A\nText.\n:::\n\n## Next\n\nTwo.\n\n## Last\n\n{figure: pen-drop}\n\nThree.\n";
    let page = page(text);
    assert_eq!(page.blocks[0].before_heading, "<p>One.</p>\n<h3 id=\"aside\">Aside</h3>\n");
    assert_eq!(page.blocks[0].from_heading, "<h2 id=\"next\">Next</h2>\n<p>Two.</p>\n<h2 id=\"last\">Last</h2>\n");
    assert_eq!((page.blocks[1].before_heading.as_str(), page.blocks[1].from_heading.as_str()), ("<p>Three.</p>\n", ""));
}

#[test]
fn equations_become_mathml() {
    assert!(block("Speed $v = g t$ grows.").starts_with("<p>Speed <math><mi>v</mi>"));
    assert!(block("$$\nh = \\tfrac12 g t^2\n$$\n").starts_with("<div class=\"equation\"><math display=\"block\"><mi>h</mi>"));
    assert!(block("Up {readout: pen-drop.fall_time} and $\\frac{a}{b}$.").contains("<mfrac>"));
    fails("One.\n\n$$\\left( a$$\n", "content/en/x.md:7: the equation \\left( a cannot be read");
    fails("Here $\\nosuch$.", "cannot be read");
    fails("Here $$a$$ it is.", "stands alone between blank lines");
}

#[test]
fn headings_have_ids() {
    assert_eq!(
        block("## What’s left out\n\n### Über {#over}\n"),
        "<h2 id=\"whats-left-out\">What’s left out</h2>\n<h3 id=\"over\">Über</h3>\n"
    );
    assert_eq!(block("## A\n\n## A\n"), "<h2 id=\"a\">A</h2>\n<h2 id=\"a-2\">A</h2>\n");
    let about = run(Kind::About("pen-drop"), "en", "### A\n\nSee [above](#a).\n").unwrap();
    assert_eq!(about.blocks[0].html(), "<h3 id=\"pen-drop-about-a\">A</h3>\n<p>See <a href=\"#pen-drop-about-a\">above</a>.</p>\n");
    fails("# A\n", "headings begin at h2 here");
    fails("## A {#b}\n\n## B {#b}\n", "“b” is taken");
    fails("## A {.force}\n", "takes an id and nothing else");
    assert!(run(Kind::About("pen-drop"), "en", "## A\n").is_err());
}

#[test]
fn links_lead_out_safely_or_to_an_id() {
    assert_eq!(block("[a](https://a.example/?b&c)"), "<p><a href=\"https://a.example/?b&amp;c\" rel=\"noopener\">a</a></p>\n");
    assert_eq!(block("<https://a.example/>"), "<p><a href=\"https://a.example/\" rel=\"noopener\">https://a.example/</a></p>\n");
    fails("[a](about)", "“about”: a link leads to https://… or to #…");
    fails("[a](javascript:b)", "a link leads to https://…");
    fails("[a](#b)", "nothing here has the id “b”");
    assert!(block("[a](#figure-pen-drop)\n\n{figure: pen-drop}\n").contains("<a href=\"#figure-pen-drop\">"));
    fails("[a](#figure-pen-drop)", "nothing here has the id “figure-pen-drop”");
    fails("<a@b.example>", "is not a link here");
}

#[test]
fn what_markdown_could_smuggle_in_is_refused() {
    fails("One.\n\n<div>b</div>\n", "content/en/x.md:7: raw HTML is not allowed");
    fails("One <b>two</b>.\n", "raw HTML is not allowed");
    fails("<!-- note -->\n", "raw HTML is not allowed");
    fails("![a](https://a.example/b.png)", "pictures come from figures");
    fails("He said \"a\".", "straight quotes");
    fails("It's so.", "straight quotes");
}

#[test]
fn a_question_stands_before_its_figure() {
    let page = page("One.\n\n::: question When does it land?\nIt falls *far*.\n:::\n\n{figure: pen-drop}\n\nTwo.\n\n{figure: other}\n");
    let question = Question { title: "When does it land?".into(), text: "<p>It falls <em>far</em>.</p>\n".into() };
    assert_eq!(page.questions, [Some(question), None]);
    assert_eq!(page.blocks[0].html(), "<p>One.</p>\n");
    fails("::: question When?\nA.\n:::\n\nBetween.\n\n{figure: pen-drop}\n", "a question is followed by its figure at once");
    fails("::: question When?\nA.\n:::\n", "a question is followed by its figure at once");
    fails("::: question\nA.\n:::\n", "a question has a title");
    fails("::: question A\n::: note\n", "do not stand inside one another");
}
