//! Questions that are open, with their time limits.

use super::job::{Failure, JobId};
use super::message::Message;
use super::people::{Answer, People, Question, Refusal};
use std::collections::HashMap;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

/// Open questions of a run. They are withdrawn when this is dropped.
pub(super) struct Questions<'a> {
    people: Option<&'a dyn People>,
    inbox: Sender<Message>,
    open: HashMap<JobId, Open>,
}

struct Open {
    task: String,
    limit: Option<Duration>,
    deadline: Option<Instant>,
}

impl<'a> Questions<'a> {
    pub(super) fn new(people: Option<&'a dyn People>, inbox: Sender<Message>) -> Self {
        Self {
            people,
            inbox,
            open: HashMap::new(),
        }
    }

    /// Asks a question. Its answer comes as a message.
    pub(super) fn ask(&mut self, job: JobId, question: Question, limit: Option<Duration>) {
        // A limit past all time is none.
        let deadline = limit.and_then(|limit| Instant::now().checked_add(limit));
        let task = question.task.clone();
        self.open.insert(
            job,
            Open {
                task,
                limit,
                deadline,
            },
        );
        let inbox = self.inbox.clone();
        let answer = Answer::new(move |answer| {
            // The run may have ended.
            let _ = inbox.send(Message::Answered { job, answer });
        });
        // It may be answered at once: the question must be known by then.
        match self.people {
            Some(people) => people.ask(question, answer),
            None => answer.give(Err(Refusal::Nobody)),
        }
    }

    /// Notes that a question is answered. Returns whether anybody waits for the answer.
    pub(super) fn answered(&mut self, job: JobId) -> bool {
        self.open.remove(&job).is_some()
    }

    /// Withdraws a question, if the job is one.
    pub(super) fn withdraw(&mut self, job: JobId) -> bool {
        let Some(open) = self.open.remove(&job) else {
            return false;
        };
        if let Some(people) = self.people {
            people.withdraw(&open.task);
        }
        true
    }

    /// End of the next time limit.
    pub(super) fn deadline(&self) -> Option<Instant> {
        self.open.values().filter_map(|open| open.deadline).min()
    }

    /// Withdraws a question whose time has passed.
    pub(super) fn time_out(&mut self) -> Option<(JobId, Failure)> {
        let now = Instant::now();
        let mut open = self.open.iter();
        let is_late = |open: &Open| open.deadline.is_some_and(|deadline| deadline <= now);
        let (job, open) = open.find(|(_, open)| is_late(open))?;
        let limit = open.limit.expect("only a limit makes a deadline");
        let job = *job;
        self.withdraw(job);
        Some((job, Failure::TimedOut(limit)))
    }
}

impl Drop for Questions<'_> {
    fn drop(&mut self) {
        let open: Vec<JobId> = self.open.keys().copied().collect();
        for job in open {
            self.withdraw(job);
        }
    }
}
