//! Driver of a run: it hands inputs to the machine and carries out the effects.

use super::error::Error;
use super::event::{Event, Observer};
use super::job::{Failure, JobId};
use super::machine::Machine;
use super::machine::effect::{Effect, Input};
use super::message::Message;
use super::options::Options;
use super::process::control::Room;
use super::questions::Questions;
use super::report::Report;
use super::workers::Workers;
use super::workers::setup::Setup;
use pipewright_ir::json::Json;
use std::collections::HashMap;
use std::io;
use std::panic::resume_unwind;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, Scope};
use std::time::Instant;

/// Events of one input. The room of the log that they show is given back when they were seen.
struct Batch {
    events: Vec<Event>,
    _room: Option<Room>,
}

/// Bytes of the driver's stack: an expression of a thousand `else if` is evaluated level by level.
const STACK: usize = 64 << 20;

/// Runs a machine to its end. The observer works on this thread, the driver on another one: an observer that waits, for a terminal that nobody reads, keeps neither time limits nor a stop from working.
pub(super) fn run(
    machine: Machine<'_>,
    inputs: HashMap<String, Json>,
    setup: &Setup<'_>,
    options: &Options,
    observer: &mut dyn Observer,
) -> Result<Report, Error> {
    thread::scope(|scope| {
        // Owned here, so that the driver gives up when the observer panics.
        let (send, batches) = mpsc::channel();
        let drive = move || Driver::new(scope, machine, setup, options, send).run(inputs);
        let thread = thread::Builder::new().stack_size(STACK);
        let driver = thread.spawn_scoped(scope, drive);
        let driver = driver.map_err(Error::Thread)?;
        for batch in batches {
            for event in &batch.events {
                observer.observe(event);
            }
        }
        driver.join().unwrap_or_else(|panic| resume_unwind(panic))
    })
}

struct Driver<'scope, 'env> {
    machine: Machine<'env>,
    workers: Workers<'scope, 'env>,
    questions: Questions<'env>,
    options: &'env Options,
    send: Sender<Message>,
    inbox: Receiver<Message>,
    observer: Sender<Batch>,
    started: Instant,
}

impl<'scope, 'env> Driver<'scope, 'env> {
    fn new(
        scope: &'scope Scope<'scope, 'env>,
        machine: Machine<'env>,
        setup: &'env Setup<'env>,
        options: &'env Options,
        observer: Sender<Batch>,
    ) -> Self {
        let (send, inbox) = mpsc::channel();
        Self {
            machine,
            workers: Workers::new(scope, setup, send.clone()),
            questions: Questions::new(options.people.as_deref(), send.clone()),
            options,
            send,
            inbox,
            observer,
            started: Instant::now(),
        }
    }

    fn run(mut self, inputs: HashMap<String, Json>) -> Result<Report, Error> {
        let (stop, send) = (&self.options.stop, self.send.clone());
        let _listening = stop.listen(move |stops| {
            // The run may have ended.
            let _ = send.send(Message::Stop(stops));
        });
        // Whoever has stopped it before nobody listened is heard here; twice is not too often.
        let stops = stop.level();
        if stops > 0 {
            self.handle(Input::Stop(stops), None)?;
        }
        let effects = self.machine.start(self.started.elapsed(), inputs);
        self.carry_out(effects, None)?;
        while !self.machine.has_ended() {
            let Some(message) = self.receive() else {
                if let Some((job, failure)) = self.questions.time_out() {
                    self.ended(job, failure)?;
                }
                continue;
            };
            match message {
                Message::Log { job, lines, room } => {
                    self.handle(Input::Log { job, lines }, Some(room))?;
                }
                Message::Ended { job, outcome } => {
                    self.workers.ended(job);
                    self.handle(Input::Ended { job, outcome }, None)?;
                }
                Message::Answered { job, answer } => {
                    if self.questions.answered(job) {
                        let outcome = answer.map_err(Failure::Refused).into();
                        self.handle(Input::Ended { job, outcome }, None)?;
                    }
                }
                Message::Stop(stops) => self.handle(Input::Stop(stops), None)?,
            }
        }
        let Self {
            machine, started, ..
        } = self;
        Ok(machine.report(started.elapsed()))
    }

    /// The next message; none if the time of a question passes before.
    fn receive(&self) -> Option<Message> {
        let received = match self.questions.deadline() {
            None => self
                .inbox
                .recv()
                .map_err(|_| RecvTimeoutError::Disconnected),
            Some(deadline) => {
                let left = deadline.saturating_duration_since(Instant::now());
                self.inbox.recv_timeout(left)
            }
        };
        match received {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => unreachable!("the driver can send to itself"),
        }
    }

    fn ended(&mut self, job: JobId, failure: Failure) -> Result<(), Error> {
        let outcome = Err(failure).into();
        self.handle(Input::Ended { job, outcome }, None)
    }

    fn handle(&mut self, input: Input, room: Option<Room>) -> Result<(), Error> {
        let effects = self.machine.handle(self.started.elapsed(), input);
        self.carry_out(effects, room)
    }

    /// Carries out effects. `room` is given back when the observer has seen the events among them.
    fn carry_out(&mut self, effects: Vec<Effect>, room: Option<Room>) -> Result<(), Error> {
        let mut events = vec![];
        for effect in effects {
            match effect {
                Effect::Emit(event) => events.push(event),
                Effect::Start(job) => self.workers.start(job).map_err(Error::Thread)?,
                Effect::Ask {
                    job,
                    question,
                    limit,
                } => {
                    // What is printed of the task stands before the question.
                    self.hand_over(std::mem::take(&mut events), None)?;
                    self.questions.ask(job, question, limit);
                }
                Effect::Cancel(job) if self.questions.withdraw(job) => {
                    let outcome = Err(Failure::Stopped).into();
                    let ended = self.send.send(Message::Ended { job, outcome });
                    ended.expect("the driver can send to itself");
                }
                Effect::Cancel(job) => self.workers.cancel(job),
            }
        }
        // Processes that start meanwhile need no observer.
        self.hand_over(events, room)
    }

    fn hand_over(&self, events: Vec<Event>, room: Option<Room>) -> Result<(), Error> {
        if events.is_empty() {
            return Ok(());
        }
        let batch = Batch {
            events,
            _room: room,
        };
        let sent = self.observer.send(batch);
        sent.map_err(|_| Error::Thread(io::Error::other("the observer has panicked")))
    }
}
