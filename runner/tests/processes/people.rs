//! Tasks that wait for a person.

use crate::components::component;
use crate::exits::handler;
use crate::plans::*;
use pipewright_compiler::plan::{Plan, Run, Template};
use pipewright_ir::graph::{Body, Input, Options};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_runner::engine::{
    self, Answer, Event, People, Phase, Question, Refusal, Report, Stop,
};
use std::collections::BTreeMap;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Shorter than the limits that must not matter.
const PROMPT: Duration = Duration::from_secs(20);

/// A task `ask` that waits for an integer, and a task that uses it.
fn asking(limit: Option<Duration>) -> Plan {
    let mut plan = plan();
    let mut component = component("next");
    component.body = Body::Approval;
    component.inputs = vec![Input {
        name: "message".into(),
        ty: Type::String,
        default: None,
        description: None,
    }];
    let options = Options {
        timeout: limit.and_then(|limit| limit.try_into().ok()),
        retries: Some(2),
        ..Options::default()
    };
    let template = plan.templates.alloc(Template {
        name: "ask".into(),
        option_values: vec![],
        has_display_name: false,
        lists: std::collections::BTreeMap::default(),
        operands: vec![],
        computed: vec![],
        component,
        options,
    });
    let run = Run::Template(template);
    let ask = plan.task(ROOT, "ask", run, &[("message", text("how many?"))]);
    let n = output(ask, "output", Type::Integer);
    plan.call(ROOT, "next", "next", &[("n", n)]);
    let exit = handler(&mut plan, "exit");
    plan.exit = Some(exit);
    plan
}

/// Hands questions to a test.
#[derive(Debug)]
struct Asked(Mutex<Sender<Said>>);

#[derive(Debug)]
enum Said {
    Asked(Question, Answer),
    Withdrawn(String),
}

impl People for Asked {
    fn ask(&self, question: Question, answer: Answer) {
        self.send(Said::Asked(question, answer));
    }

    fn withdraw(&self, task: &str) {
        self.send(Said::Withdrawn(task.to_owned()));
    }
}

impl Asked {
    fn send(&self, said: Said) {
        let send = self.0.lock().unwrap();
        // Nobody listens to what was withdrawn at the end.
        let _ = send.send(said);
    }
}

/// Runs a plan; `person` is handed what is said to people, on a thread of its own.
fn run_asking(
    plan: &Plan,
    stop: &Stop,
    mut person: impl FnMut(Said) + Send + 'static,
) -> (Report, Vec<String>) {
    let (send, said) = mpsc::channel();
    let person = std::thread::spawn(move || {
        let mut withdrawn = vec![];
        for said in said {
            match said {
                Said::Withdrawn(task) => withdrawn.push(task),
                asked @ Said::Asked(..) => person(asked),
            }
        }
        withdrawn
    });
    let options = engine::Options {
        people: Some(Arc::new(Asked(Mutex::new(send)))),
        stop: stop.clone(),
        ..options(2)
    };
    let started = Instant::now();
    let report = engine::run(plan, &BTreeMap::new(), &options, &mut |_: &Event| {}).unwrap();
    assert!(started.elapsed() < PROMPT);
    drop(options);
    (report, person.join().unwrap())
}

fn message_of(report: &Report) -> &str {
    let task = report.task("ask").unwrap();
    assert_eq!((task.phase, task.tries), (Phase::Failed, 0));
    task.message.as_deref().unwrap()
}

pub(crate) fn answers() {
    let (report, withdrawn) = run_asking(&asking(None), &Stop::default(), |said| {
        let Said::Asked(question, answer) = said else {
            unreachable!("only questions come here")
        };
        assert_eq!(
            (question.task.as_str(), question.message.as_str()),
            ("ask", "how many?")
        );
        assert_eq!(question.outputs.len(), 1);
        let outputs = BTreeMap::from([("output".to_owned(), Json::of(&41).unwrap())]);
        answer.give(Ok(outputs));
    });
    assert!(report.succeeded());
    assert_eq!(value(&report, "next", "output"), "42");
    assert_eq!(withdrawn, Vec::<String>::new());
}

pub(crate) fn refusals() {
    let refused = |refusal: fn(Answer)| {
        let person = move |said| {
            if let Said::Asked(_, answer) = said {
                refusal(answer);
            }
        };
        let (report, _) = run_asking(&asking(None), &Stop::default(), person);
        message_of(&report).to_owned()
    };
    let declined = refused(|answer| answer.give(Err(Refusal::Declined)));
    assert_eq!(declined, "a person declined");
    let nobody = "it waits for a person, and nobody can be asked";
    assert_eq!(refused(drop), nobody);
    let incomplete = refused(|answer| answer.give(Ok(BTreeMap::new())));
    assert_eq!(incomplete, "output `output` is missing");
    assert_eq!(message_of(&run(&asking(None))), nobody);
}

pub(crate) fn limits() {
    let kept = Arc::new(Mutex::new(vec![]));
    let keep = Arc::clone(&kept);
    let limit = Some(Duration::from_secs(1));
    let (report, withdrawn) = run_asking(&asking(limit), &Stop::default(), move |said| {
        // No answer, as long as the run may take.
        keep.lock().unwrap().push(said);
    });
    assert_eq!(message_of(&report), "timed out after 1s");
    assert_eq!(withdrawn, ["ask"]);
}

pub(crate) fn stops() {
    let (stop, kept) = (Stop::default(), Arc::new(Mutex::new(vec![])));
    let (stopping, keep) = (stop.clone(), Arc::clone(&kept));
    let limit = Some(Duration::from_secs(60));
    let (report, withdrawn) = run_asking(&asking(limit), &stop, move |said| {
        keep.lock().unwrap().push(said);
        stopping.stop();
    });
    assert_eq!(message_of(&report), "stopped");
    assert_eq!(withdrawn, ["ask"]);
    assert_eq!(value(&report, "exit/notify", "output"), r#""Failed""#);
}
