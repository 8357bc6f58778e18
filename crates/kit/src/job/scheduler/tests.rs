use std::collections::BTreeMap;

use super::*;
use crate::job::{
    Job, JobKind,
    count::{Count, worked_ms},
    decode, encode,
    executor::{Executor, Moment},
};

fn count(limit: u32) -> JobSpec {
    JobSpec::answering::<Count>(&limit)
}

/// A page with workers that are not there, on clocks that move 1 ms at a step.
struct FakePage {
    scheduler: Scheduler,
    workers: BTreeMap<WorkerId, Executor>,
    page: Executor,
    refuse: bool,
    spawned: Vec<WorkerId>,
    ended: Vec<WorkerId>,
    watched: Vec<WorkerId>,
    /// Where each job was started last, and how often.
    places: BTreeMap<JobId, (Place, u32)>,
    /// Each job's last count, and whether it is done; nothing for one that has failed.
    events: BTreeMap<JobId, Vec<Option<(u32, bool)>>>,
    answers: BTreeMap<QuestionId, Option<u32>>,
}

impl FakePage {
    fn new(limit: usize) -> Self {
        Self {
            scheduler: Scheduler::new(limit),
            workers: BTreeMap::new(),
            page: Executor::default(),
            refuse: false,
            spawned: Vec::new(),
            ended: Vec::new(),
            watched: Vec::new(),
            places: BTreeMap::new(),
            events: BTreeMap::new(),
            answers: BTreeMap::new(),
        }
    }

    fn submit(&mut self, spec: JobSpec) -> JobId {
        let job = self.scheduler.submit(spec);
        self.act();
        job
    }

    fn ask(&mut self, job: JobId) -> QuestionId {
        let question = self.scheduler.ask(job, encode(&1000_u32), None);
        self.act();
        question
    }

    fn cancel(&mut self, job: JobId) {
        self.scheduler.cancel(job);
        self.act();
    }

    /// The worker has been loaded.
    fn load(&mut self, worker: WorkerId) {
        self.scheduler.report(Place::Worker(worker), Report::Ready);
        self.act();
    }

    fn fail(&mut self, worker: WorkerId) {
        self.scheduler.worker_failed(worker);
        self.act();
    }

    fn time_out(&mut self, worker: WorkerId) {
        self.scheduler.load_timed_out(worker);
        self.act();
    }

    /// Does what the scheduler wants.
    fn act(&mut self) {
        loop {
            let actions = self.scheduler.take_actions();
            if actions.is_empty() {
                return;
            }
            for action in actions {
                self.take(action);
            }
        }
    }

    fn take(&mut self, action: Action) {
        match action {
            Action::Spawn(worker) => {
                self.spawned.push(worker);
                if self.refuse {
                    self.scheduler.worker_failed(worker);
                } else {
                    self.workers.insert(worker, Executor::default());
                }
            }
            Action::WatchLoading(worker) => self.watched.push(worker),
            Action::Terminate(worker) => {
                self.workers.remove(&worker);
                self.ended.push(worker);
            }
            Action::Start { place, job, spec, paused } => {
                let starts = self.places.get(&job).map_or(0, |(_, starts)| *starts);
                self.places.insert(job, (place, starts + 1));
                self.command(
                    place,
                    Command::Start { job, kind: spec.kind.name.to_owned(), spec: spec.spec.to_vec(), text: String::new(), paused },
                );
            }
            Action::Send(place, command) => self.command(place, command),
            Action::Deliver(job, JobEvent::Partial { done, bytes, .. }) => {
                let count = decode(&bytes).expect("a count");
                self.events.entry(job).or_default().push(Some((count, done)));
            }
            Action::Deliver(job, JobEvent::Failed) => self.events.entry(job).or_default().push(None),
            Action::Answer(question, body) => {
                let before = self.answers.insert(question, body.and_then(|body| decode(&body)));
                assert_eq!(before, None, "a question is answered once");
            }
        }
    }

    fn executor(&mut self, place: Place) -> &mut Executor {
        match place {
            Place::Page => &mut self.page,
            Place::Worker(worker) => self.workers.get_mut(&worker).expect("a worker that has not ended"),
        }
    }

    fn command(&mut self, place: Place, command: Command) {
        let kind = |name: &str| (name == Count::NAME).then(JobKind::answering::<Count>);
        let moment = Moment { now_ms: worked_ms(), epoch_ms: worked_ms() };
        let mut reports = Vec::new();
        self.executor(place).handle(command, &kind, moment, &mut |report| reports.push(report));
        for report in reports {
            self.scheduler.report(place, report);
        }
    }

    /// A slice of 60 ms for the page and for each worker.
    fn slice(&mut self) {
        let places: Vec<_> = self.workers.keys().map(|worker| Place::Worker(*worker)).chain([Place::Page]).collect();
        for place in places {
            let mut reports = Vec::new();
            self.executor(place).run_slice(60.0, &worked_ms, &mut |report| reports.push(report));
            for report in reports {
                self.scheduler.report(place, report);
            }
        }
        self.act();
    }

    fn run(&mut self, slices: usize) {
        (0..slices).for_each(|_| self.slice());
    }

    fn place_of(&self, job: JobId) -> Place {
        self.places[&job].0
    }

    fn last(&self, job: JobId) -> Option<(u32, bool)> {
        self.events.get(&job).and_then(|events| *events.last()?)
    }

    fn has_failed(&self, job: JobId) -> bool {
        self.events.get(&job).and_then(|events| events.last()) == Some(&None)
    }
}

#[test]
fn six_jobs_share_two_workers() {
    let mut page = FakePage::new(2);
    let jobs: Vec<_> = (0..6).map(|_| page.submit(count(300))).collect();
    let [one, two] = page.spawned[..] else { panic!("{:?}", page.spawned) };
    page.load(one);
    page.load(two);
    for worker in [one, two] {
        assert_eq!(jobs.iter().filter(|job| page.place_of(**job) == Place::Worker(worker)).count(), 3);
    }
    page.run(6);
    let counts: Vec<_> = jobs.iter().filter_map(|job| page.last(*job)).collect();
    assert_eq!(counts.len(), 6, "all of them advance");
    assert!(counts.iter().all(|(count, done)| *count > 20 && !done));
    page.run(30);
    assert!(jobs.iter().all(|job| page.last(*job) == Some((300, true))));
    // The workers stay warm.
    assert!(page.ended.is_empty());
    let next = page.submit(count(10));
    assert_eq!((page.spawned.len(), page.place_of(next)), (2, Place::Worker(one)));
}

#[test]
fn workers_are_spawned_only_when_all_are_busy() {
    let mut page = FakePage::new(4);
    let job = page.submit(count(10));
    page.load(page.spawned[0]);
    page.run(1);
    assert_eq!(page.last(job), Some((10, true)));
    page.submit(count(1000));
    assert_eq!(page.spawned.len(), 1);
    page.submit(count(1000));
    assert_eq!(page.spawned.len(), 2);
}

#[test]
fn a_worker_that_dies_leaves_its_jobs_to_another() {
    let mut page = FakePage::new(1);
    let jobs = [page.submit(count(500)), page.submit(count(500))];
    page.load(page.spawned[0]);
    page.run(4);
    assert!(jobs.iter().all(|job| page.last(*job).is_some_and(|(count, _)| count > 0)));
    let question = page.ask(jobs[0]);
    page.fail(page.spawned[0]);
    assert_eq!((page.ended.clone(), page.spawned.len()), (vec![page.spawned[0]], 2));
    page.load(page.spawned[1]);
    page.run(30);
    assert!(jobs.iter().all(|job| page.last(*job) == Some((500, true)) && page.places[job].1 == 2));
    // What was asked is asked anew.
    assert!(page.answers[&question].is_some_and(|answer| (1000..=1500).contains(&answer)));
}

#[test]
fn where_one_worker_dies_and_another_is_there_no_job_goes_to_the_page() {
    let mut page = FakePage::new(2);
    let jobs = [page.submit(count(500)), page.submit(count(500))];
    let [one, two] = page.spawned[..] else { panic!("{:?}", page.spawned) };
    page.load(one);
    page.load(two);
    page.fail(one);
    // Every job may have a worker of its own again, but that one cannot be loaded.
    let three = page.spawned[2];
    page.fail(three);
    assert_eq!(page.place_of(jobs[0]), Place::Worker(two));
    page.run(20);
    assert!(jobs.iter().all(|job| page.last(*job) == Some((500, true))));
    assert_eq!(page.spawned.len(), 3);
}

#[test]
fn a_worker_that_never_loads_leaves_its_jobs_to_the_page() {
    let mut page = FakePage::new(2);
    let jobs: Vec<_> = (0..3).map(|_| page.submit(count(100))).collect();
    let [one, two] = page.spawned[..] else { panic!("{:?}", page.spawned) };
    assert_eq!(page.watched, [one, two]);
    page.time_out(one);
    assert!(page.places.is_empty(), "the other one may still come");
    page.time_out(two);
    assert!(jobs.iter().all(|job| page.place_of(*job) == Place::Page));
    let question = page.ask(jobs[0]);
    page.run(10);
    assert!(jobs.iter().all(|job| page.last(*job) == Some((100, true))));
    assert!(page.answers[&question].is_some());
    // None is tried a second time, and none that comes late is listened to.
    let next = page.submit(count(10));
    assert_eq!((page.spawned.len(), page.place_of(next)), (2, Place::Page));
    page.load(one);
    assert_eq!(page.places[&jobs[0]].1, 1);
}

#[test]
fn a_refused_worker_leaves_its_jobs_to_the_page_at_once() {
    for (limit, refuse) in [(2, true), (0, false)] {
        let mut page = FakePage::new(limit);
        page.refuse = refuse;
        let job = page.submit(count(100));
        assert_eq!(page.place_of(job), Place::Page);
        page.run(3);
        assert_eq!(page.last(job), Some((100, true)));
        page.cancel(job);
        assert_eq!(page.page.next_wake(0.0), None);
    }
}

#[test]
fn workers_that_share_few_cores_get_more_time_to_load() {
    let mut page = FakePage::new(2);
    let jobs = [page.submit(count(10)), page.submit(count(10))];
    let [one, two] = page.spawned[..] else { panic!("{:?}", page.spawned) };
    page.load(one);
    page.time_out(one);
    page.time_out(two);
    assert_eq!((page.watched.clone(), page.ended.len()), (vec![one, two, two], 0));
    page.time_out(two);
    assert_eq!((page.ended.clone(), page.place_of(jobs[1])), (vec![two], Place::Worker(one)));
}

#[test]
fn a_job_cancelled_while_its_worker_loads_never_starts() {
    let mut page = FakePage::new(1);
    let jobs = [page.submit(count(10)), page.submit(count(10))];
    page.ask(jobs[0]);
    page.cancel(jobs[0]);
    assert!(page.scheduler.job(jobs[0]).is_none());
    page.load(page.spawned[0]);
    page.run(2);
    assert!(!page.places.contains_key(&jobs[0]) && !page.events.contains_key(&jobs[0]));
    assert_eq!(page.last(jobs[1]), Some((10, true)));
    assert!(page.answers.is_empty());
}

#[test]
fn what_is_stale_is_dropped() {
    let mut page = FakePage::new(2);
    let job = page.submit(count(1000));
    let worker = Place::Worker(page.spawned[0]);
    page.load(page.spawned[0]);
    let question = page.ask(job);
    let progress = |job| Report::Progress { job, progress: 0.5, done: false, partial: encode(&5_u32), seconds: 0.0 };
    let answer = |job| Report::Answer { job, question, body: None };
    for stale in [progress(job), answer(job), Report::Rejected(job)] {
        page.scheduler.report(Place::Page, stale);
    }
    page.scheduler.report(worker, progress(99));
    page.cancel(job);
    for stale in [progress(job), answer(job), Report::Rejected(job)] {
        page.scheduler.report(worker, stale);
    }
    page.act();
    assert!(page.events.is_empty() && page.answers.is_empty());
}

#[test]
fn a_paused_job_stays_paused_when_its_worker_dies() {
    let mut page = FakePage::new(1);
    let job = page.submit(count(500));
    page.load(page.spawned[0]);
    page.run(2);
    page.scheduler.pause(job);
    page.act();
    let held = page.events[&job].len();
    page.fail(page.spawned[0]);
    // The next one cannot be loaded.
    page.fail(page.spawned[1]);
    assert_eq!(page.place_of(job), Place::Page);
    page.run(5);
    assert_eq!(page.events[&job].len(), held);
    let question = page.ask(job);
    page.run(1);
    assert_eq!(page.answers[&question], Some(1000), "it has begun anew, and rests");
    page.scheduler.resume(job);
    page.act();
    page.run(10);
    assert_eq!(page.last(job), Some((500, true)));
}

#[test]
fn a_pause_while_the_worker_loads_is_a_pause() {
    let mut page = FakePage::new(1);
    let job = page.submit(count(10));
    page.scheduler.pause(job);
    page.load(page.spawned[0]);
    page.run(3);
    assert!(!page.events.contains_key(&job));
    page.scheduler.resume(job);
    page.act();
    page.run(1);
    assert_eq!(page.last(job), Some((10, true)));
}

#[test]
fn a_finished_job_whose_worker_died_starts_anew_only_to_answer() {
    let mut page = FakePage::new(1);
    let job = page.submit(count(100));
    page.load(page.spawned[0]);
    page.run(3);
    let heard = page.events[&job].len();
    page.fail(page.spawned[0]);
    assert_eq!(page.spawned.len(), 1, "nothing is to be done");
    // Whoever paused it meanwhile still gets the answer.
    page.scheduler.pause(job);
    let question = page.ask(job);
    page.load(page.spawned[1]);
    page.run(1);
    assert!(page.answers.is_empty(), "it has not come to its end again");
    page.run(2);
    assert_eq!(page.answers[&question], Some(1100));
    assert_eq!(page.events[&job].len(), heard);
}

#[test]
fn a_job_under_which_worker_after_worker_dies_fails() {
    let mut page = FakePage::new(1);
    let job = page.submit(count(10_000));
    let mut deaths = 0;
    while !page.has_failed(job) {
        let worker = *page.spawned.last().expect("a worker");
        page.load(worker);
        page.run(1);
        page.fail(worker);
        deaths += 1;
    }
    assert_eq!(deaths, MAX_DEATHS);
    assert!(page.scheduler.job(job).is_none());
    let question = page.ask(job);
    assert_eq!(page.answers[&question], None);
}

#[test]
fn a_rejected_job_fails_and_answers_nothing() {
    let mut page = FakePage::new(1);
    let job = page.submit(JobSpec::of_kind(JobKind::remote("unknown"), &()));
    let question = page.ask(job);
    page.load(page.spawned[0]);
    assert!(page.has_failed(job));
    assert_eq!(page.answers[&question], None);
    page.run(1);
}

#[test]
fn an_exclusive_job_has_a_worker_of_its_own_which_ends_with_it() {
    let mut page = FakePage::new(1);
    let shared = page.submit(count(1000));
    let exclusive: Vec<_> = (0..3).map(|_| page.submit(count(10).exclusive())).collect();
    assert_eq!(page.spawned.len(), 4);
    for worker in page.spawned.clone() {
        page.load(worker);
    }
    let other = page.submit(count(10));
    assert_eq!(page.place_of(other), page.place_of(shared));
    let places: Vec<_> = exclusive.iter().map(|job| page.place_of(*job)).collect();
    assert_eq!(places, [1, 2, 3].map(|index| Place::Worker(page.spawned[index])));
    page.run(1);
    page.cancel(exclusive[1]);
    assert_eq!(page.ended, [page.spawned[2]]);
    page.submit(count(10));
    assert_eq!(page.spawned.len(), 4);
}

#[test]
fn an_exclusive_job_fails_where_it_can_have_no_worker() {
    let mut page = FakePage::new(2);
    page.refuse = true;
    let refused = page.submit(count(10).exclusive());
    assert!(page.has_failed(refused));
    page.refuse = false;
    // Others may still have one.
    let shared = page.submit(count(10));
    let jobs: Vec<_> = (0..=MAX_EXCLUSIVE).map(|_| page.submit(count(10).exclusive())).collect();
    assert!(page.has_failed(jobs[MAX_EXCLUSIVE]) && !page.has_failed(jobs[MAX_EXCLUSIVE - 1]));
    let (dies, slow) = (page.spawned[2], page.spawned[3]);
    page.load(dies);
    page.fail(dies);
    page.time_out(slow);
    page.time_out(slow);
    assert!(page.has_failed(jobs[0]) && page.has_failed(jobs[1]));
    assert!(page.places.get(&shared).is_none_or(|(place, _)| *place != Place::Page));
}
