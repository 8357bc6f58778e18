//! What the learners can be asked of a picture that the reader draws.

use pendrop_kit::{
    job::{Job, JobSpec, decode, encode},
    locale::Language,
    sketch::Sketch,
};
use pendrop_science::vision::{Learner, SIDE, Shape, TrainingSpec};

use super::{
    StructureVsScaleOutcome,
    answers::{Ask, Judgement},
    contest::Role,
    job::LearnerJob,
    text::{name, shape},
};

impl Sketch for StructureVsScaleOutcome {
    fn side(&self) -> usize {
        SIDE
    }

    fn judges(&self, language: Language) -> Vec<&'static str> {
        Role::ALL.map(|role| name(role, language)).to_vec()
    }

    fn things(&self, language: Language) -> Vec<&'static str> {
        Shape::ALL.map(|of| shape(of, language)).to_vec()
    }

    fn judge(&self, job: &JobSpec) -> Option<usize> {
        let spec: TrainingSpec = (job.kind.name == LearnerJob::NAME).then(|| decode(&job.spec)).flatten()?;
        let role = match spec.learner {
            Learner::HandMade => Role::Hand,
            Learner::Convolutional => Role::Cnn,
            Learner::Plain { .. } => Role::Mlp,
        };
        Role::ALL.iter().position(|other| *other == role)
    }

    fn question(&self, cells: &[u8]) -> Vec<u8> {
        encode(&Ask::Classify(cells.to_vec()))
    }

    fn verdict(&self, answer: &[u8]) -> Option<Vec<f64>> {
        let Judgement { probabilities, .. } = decode::<Option<Judgement>>(answer)??;
        Some(probabilities.map(f64::from).to_vec())
    }
}

#[cfg(test)]
mod tests {
    use pendrop_kit::{corpus::Corpus, figure::Figure, job::Results, locale::LANGUAGES, query, tables::Tables};
    use pendrop_science::vision::{PIXELS, SHAPES};

    use crate::structure_vs_scale::StructureVsScale;

    #[test]
    fn each_learner_is_asked_in_its_own_job_and_answers_with_a_share_for_each_shape() {
        let figure: &dyn Figure = &StructureVsScale;
        let asked = [("noise", "0.2"), ("compute", "1e7"), ("seeds", "2")];
        let values = query::parse(figure.parameters(), "", asked.into_iter()).values;
        let outcome = figure.outcome(&values, &Tables::default(), &Results::none());
        let sketch = outcome.sketch().expect("it can be drawn for");
        let jobs = figure.jobs(&values, &Corpus::default());
        assert_eq!(jobs.iter().map(|job| sketch.judge(job)).collect::<Vec<_>>(), [0, 1, 2, 0, 1, 2].map(Some));
        for (language, _) in LANGUAGES {
            assert_eq!((sketch.judges(*language).len(), sketch.things(*language).len()), (3, SHAPES));
        }
        let question = sketch.question(&[128; PIXELS]);
        for job in &jobs[..3] {
            let answer = job.start().expect("a job of its kind").answer(&question).expect("it answers");
            let shares = sketch.verdict(&answer).expect("an answer");
            assert!(shares.len() == SHAPES && (shares.iter().sum::<f64>() - 1.0).abs() < 1e-5);
        }
        assert_eq!(sketch.verdict(&[]), None);
    }
}
