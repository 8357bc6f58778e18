//! `search-vs-knowledge`: Connect Four at equal computing, between a player who knows only the rules and one who is told what good
//! players know: from how much computing on the ignorant one wins.

mod clocked;
mod duel;
mod jobs;
mod outcome;
pub mod parameters;
mod picture;
mod play;
mod prediction;
mod question;
mod text;

crate::own_strings!("search_vs_knowledge");

use pendrop_kit::{
    challenge::Challenge,
    corpus::Corpus,
    figure::{Heights, Inputs, Model},
    job::{JobKind, JobSpec},
    label,
    locale::Folder,
    question::Question,
    runs::{Compare, Comparison},
};
use pendrop_science::connect4::DuelSpec;

use duel::NoCrossing;
pub use duel::SearchVsKnowledgeOutcome;
pub use jobs::{GameJob, PlayerJob, PointJob, ShownGame, ShownMove};
use parameters::{SearchVsKnowledgeParameters, TIME};

/// The figure.
pub struct SearchVsKnowledge;

/// What is recorded: each opponent at the start, the guided players and the advised one up to where their ways part, and with each
/// budget on the way there the game that is shown, so that the slider finds all that there is.
const RECORDED: &[&str] = &[
    "",
    "opponent=rules-only",
    "opponent=soft",
    "keep_moves=3",
    "compute=524288",
    "opponent=soft&compute=524288",
    "keep_moves=3&compute=524288",
    "compute=32",
    "compute=64",
    "compute=128",
    "compute=256",
    "compute=512",
    "compute=1024",
    "compute=2048",
    "compute=4096",
    "compute=8192",
    "compute=16384",
    "compute=65536",
    "compute=131072",
    "compute=262144",
];

/// What the challenge asks for: so many units, and so many games that it is no chance.
const CHALLENGE_UNITS: f64 = 32_768.0;
const CHALLENGE_GAMES: f64 = 60.0;

impl Model for SearchVsKnowledge {
    type Parameters = SearchVsKnowledgeParameters;
    type Outcome = SearchVsKnowledgeOutcome;

    const ID: &'static str = "search-vs-knowledge";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/science/src/connect4.rs";
    const HEIGHTS: Heights = Heights { narrow: 480.0, wide: 480.0 };
    const QUESTION: Option<&'static Question> = Some(&question::QUESTION);
    const JOBS: &'static [JobKind] = &[JobKind::of::<GameJob>(), JobKind::of::<PointJob>(), JobKind::answering::<PlayerJob>()];
    const RECORDING: Option<&'static [u8]> = Some(include_bytes!("recording.bin"));
    const RECORDED: &'static [&'static str] = RECORDED;
    const COMPARE: Option<Compare<SearchVsKnowledgeOutcome>> = Some(Comparison::of);
    const CHALLENGE: Option<Challenge<SearchVsKnowledgeParameters, SearchVsKnowledgeOutcome>> = Some(Challenge {
        name: "never-half",
        label: label!(challenge),
        met: |parameters, outcome| {
            let enough = parameters.compute >= CHALLENGE_UNITS && parameters.games >= CHALLENGE_GAMES;
            enough && outcome.crossover() == Err(NoCrossing::NeverAhead)
        },
    });

    fn jobs(parameters: &SearchVsKnowledgeParameters, _: &Corpus) -> Vec<JobSpec> {
        jobs::all(&DuelSpec::from(parameters))
    }

    fn solve(parameters: SearchVsKnowledgeParameters, inputs: Inputs) -> SearchVsKnowledgeOutcome {
        let spec = DuelSpec::from(&parameters);
        let (game, statistics, clocked) = jobs::found(&spec, inputs.results);
        let (recorded, over_time) = (inputs.recorded.map(str::to_owned), parameters.axis == TIME);
        SearchVsKnowledgeOutcome { opponent: spec.opponent, spec, statistics, game, reader: None, recorded, clocked, over_time }
    }
}
