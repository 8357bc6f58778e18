use super::*;
use crate::Show;

fn readout(language: &str, name: &str) -> Option<String> {
    let value = if language == "de" { "0,554 s" } else { "0.554 s" };
    name.starts_with("pen-drop.fall_time").then(|| value.to_owned())
}

fn table(_: &str, name: &str) -> Option<String> {
    (name == "pen-drop.objects").then(|| "<table><tr><td>pen</td></tr></table>".to_owned())
}

fn state(language: &str, target: &str) -> std::result::Result<String, String> {
    if target.contains("moon") { Err("“object” cannot be “moon”".into()) } else { Ok(format!("/{language}/figure/{target}")) }
}

fn terms() -> Terms {
    Terms { glossary: "Words".into(), notes: "Notes".into(), note: "Note".into(), back: "Back to note".into() }
}

fn run(kind: Kind, language: &str, text: &str) -> Result<Rendered> {
    let glossary =
        Glossary::from([("drag".into(), Term { id: "drag".into(), title: "drag".into(), html: "What <em>holds</em> back.".into() })]);
    let known = Known { readout: &readout, table: &table, state: &state };
    render(&Source { file: "en/x.md", language, text, first_line: 5, kind, terms: &terms(), glossary: &glossary, known })
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
    fails("[one]{.red}", "{.red} is neither {.force} nor {lang=…} nor {term=…}");
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
    fails("One.\n\n::: box\na\n:::\n", "“::: box” is neither a note nor a step nor a question nor a check");
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
    fails("[a](About)", "“About”: a link leads to https://…, to #… in the same text, or to a state of a figure");
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

#[test]
fn words_lead_to_states_of_figures_of_the_page() {
    let page = page("See [the *feather*](pen-drop?object=feather&height=2), then [the pen](pen-drop).\n\n{figure: pen-drop}\n\nOn.\n");
    let feather =
        "<a class=\"state\" data-shows=\"pen-drop\" href=\"/en/figure/pen-drop?object=feather&amp;height=2\">the <em>feather</em></a>";
    assert!(page.blocks[0].html().contains(feather), "{}", page.blocks[0].html());
    assert_eq!(page.blocks[0].states, ["pen-drop?object=feather&height=2", "pen-drop"]);
    assert!(page.blocks[1].states.is_empty());
    fails(
        "One.\n\n[a](pen-drop?object=moon)\n\n{figure: pen-drop}\n",
        "content/en/x.md:7: “pen-drop?object=moon”: “object” cannot be “moon”",
    );
    fails("One.\n\n[a](ensemble)\n\n{figure: pen-drop}\n", "content/en/x.md:7: the figure “ensemble” has no slot on this page");
    fails("::: step A\n[a](pen-drop)\n:::\n\n{figure: pen-drop}\n", "a link to a state stands in the text");
    fails("::: step A\n{show: pen-drop?object=moon}\n:::\n\n{figure: pen-drop}\n", "content/en/x.md:6: “pen-drop?object=moon”: ");
    assert!(run(Kind::About("pen-drop"), "en", "[a](pen-drop)\n").is_err());
}

#[test]
fn words_open_their_entries_in_the_glossary() {
    let page = page("The [drag]{term=drag}, and\n[more\ndrag]{term=drag}.\n");
    assert_eq!(
        page.blocks[0].html(),
        "<p>The <a class=\"term\" href=\"#term-drag\">drag</a>, and\n<a class=\"term\" href=\"#term-drag\">more\ndrag</a>.</p>\n"
    );
    assert_eq!(page.terms.iter().map(|term| term.html.as_str()).collect::<Vec<_>>(), ["What <em>holds</em> back."]);
    fails("One.\n\nThe [drag]{term=lift}.\n", "content/en/x.md:7: the glossary has no entry “lift”");
    fails("::: step A\n[drag]{term=drag}\n:::\n", "a word is explained in the text, the notes and the check questions");
    let about = run(Kind::About("pen-drop"), "en", "[drag]{term=drag}\n").unwrap();
    assert!(about.blocks[0].html().contains("href=\"#pen-drop-about-term-drag\""));
    assert!(run(Kind::Entry, "en", "[drag]{term=drag}\n").is_err());
}

#[test]
fn check_questions_say_something_to_each_answer() {
    let text = "::: check Why, & when?\n- [x] *Drag* is small.\n\n  Right: {readout: pen-drop.fall_time}.\n\n  Look: [drag]{term=drag}.\n- [ ] It is thin.\n\n  No.\n:::\n";
    let page = page(&format!("One.\n\n{text}\nTwo.\n"));
    let html = page.blocks[0].html();
    for part in [
        "<p>One.</p>\n<fieldset class=\"check\">\n<legend>Why, &amp; when?</legend>\n<div><input type=\"radio\" name=\"check-1\" id=\"check-1-1\" autocomplete=\"off\" data-right><label for=\"check-1-1\"><em>Drag</em> is small.</label><div role=\"status\"><div>\n<p>Right: <span data-readout",
        "</p>\n</div></div></div>\n<div><input type=\"radio\" name=\"check-1\" id=\"check-1-2\" autocomplete=\"off\"><label for=\"check-1-2\">It is thin.</label><div role=\"status\"><div>\n<p>No.</p>\n</div></div></div>\n</fieldset>\n<p>Two.</p>\n",
    ] {
        assert!(html.contains(part), "{html}");
    }
    assert_eq!(page.checks, [Check { right: vec![true, false], block: 0 }]);
    fails("One.\n\n::: check\n:::\n", "content/en/x.md:7: a check question has a title");
    fails("One.\n\n::: check Why?\nBecause.\n:::\n", "content/en/x.md:7: a check question is a list of");
    fails("::: check Why?\n- [x] A\n- [ ] B\n:::\n", "each with a paragraph of its own");
    fails("::: check Why?\n- [x] A\n\n  Yes.\n:::\n", "at least two answers, and one of them is right");
    fails("::: check Why?\n- [ ] A\n\n  No.\n- [ ] B\n\n  No.\n:::\n", "at least two answers, and one of them is right");
    fails("::: check Why?\n- [x] A\n\n  Yes[^a].\n- [ ] B\n\n  No.\n:::\n\n[^a]: N\n", "footnotes are called from");
    fails("::: check Why?\n- [x] A\n\n  Yes.\n", "what opens here is never closed");
    fails("- [x] done\n", "answers to tick stand in ::: check");
}

#[test]
fn headings_are_listed_with_their_words() {
    let page = page("## On [gravity]{.force} & `air` {#on}\n\n### Aside\n\nOne.\n\n## Next\n");
    let headings: Vec<_> = page.headings.iter().map(|heading| (heading.id.as_str(), heading.title.as_str())).collect();
    assert_eq!(headings, [("on", "On gravity & air"), ("next", "Next")]);
}
