//! The loop with a toy program on a test screen.

use std::cell::Cell;
use std::sync::mpsc::{Receiver, channel};

use ratatui::backend::TestBackend;

use super::*;

enum Toy {
    Add(u32),
    Ask(fn() -> Command<Toy>),
}

/// Adds up what it is told and counts its frames.
#[derive(Default)]
struct Sum {
    total: u32,
    frames: Cell<u32>,
}

impl Program for Sum {
    type Msg = Toy;

    fn update(&mut self, msg: Toy) -> Vec<Command<Toy>> {
        match msg {
            Toy::Add(number) => {
                self.total += number;
                Vec::new()
            }
            Toy::Ask(command) => vec![command()],
        }
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        self.frames.set(self.frames.get() + 1);
        frame.render_widget(format!("sum {}", self.total), frame.area());
    }
}

/// A host that writes down what it is asked.
#[derive(Default)]
struct Notes(Vec<String>);

impl Host for Notes {
    fn stop(&mut self) -> io::Result<Stop> {
        self.0.push("stop".to_owned());
        Ok(Stop::Continued)
    }

    fn retake(&mut self) -> io::Result<()> {
        self.0.push("retake".to_owned());
        Ok(())
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        self.0.push(format!("copy {text}"));
        Ok(())
    }
}

struct Bench {
    sum: Sum,
    host: Notes,
    terminal: Terminal<TestBackend>,
    sender: Sender<Incoming<Toy>>,
    inbox: Receiver<Incoming<Toy>>,
}

impl Bench {
    fn new(messages: Vec<Toy>) -> Self {
        let (sender, inbox) = channel();
        let terminal = Terminal::new(TestBackend::new(12, 1)).unwrap();
        let bench = Self { sum: Sum::default(), host: Notes::default(), terminal, sender, inbox };
        for msg in messages {
            bench.send(Incoming::Message(msg));
        }
        bench
    }

    fn send(&self, incoming: Incoming<Toy>) {
        self.sender.send(incoming).unwrap();
    }

    fn run(&mut self) -> Ending {
        let runtime = Runtime::new(&mut self.sum, &mut self.terminal, &mut self.host, self.sender.clone());
        runtime.run(&self.inbox).map_err(|error| error.to_string()).unwrap()
    }
}

#[test]
fn a_burst_is_one_frame() {
    let mut bench = Bench::new((1..=100).map(Toy::Add).collect());
    // The end is sent once the burst is drawn: by a wake-up that is due at once, after everything in the queue.
    bench.send(Incoming::Message(Toy::Ask(|| Command::Wake(Duration::ZERO, Toy::Ask(|| Command::Quit)))));
    assert_eq!(bench.run(), Ending::Quit);
    assert_eq!(bench.sum.frames.get(), 2, "one at the start, one for the burst");
    bench.terminal.backend().assert_buffer_lines(["sum 5050    "]);
}

#[test]
fn nothing_is_taken_after_the_end() {
    let mut bench = Bench::new(vec![Toy::Add(1), Toy::Ask(|| Command::Quit), Toy::Add(10)]);
    assert_eq!(bench.run(), Ending::Quit);
    assert_eq!(bench.sum.total, 1);
}

#[test]
fn a_worker_tells_until_it_is_done() {
    let mut bench = Bench::new(vec![Toy::Ask(|| {
        Command::Run(
            JobId(1),
            Box::new(|worker| {
                (1..=4).for_each(|number| worker.tell(Toy::Add(number)));
                worker.tell(Toy::Ask(|| Command::Quit));
            }),
        )
    })]);
    assert_eq!(bench.run(), Ending::Quit);
    assert_eq!(bench.sum.total, 10);
}

#[test]
fn cancelled_work_hears_of_it() {
    let patient: fn() -> Command<Toy> = || {
        Command::Run(
            JobId(1),
            Box::new(|worker| {
                while !worker.is_cancelled() {
                    thread::yield_now();
                }
                worker.tell(Toy::Add(7));
                worker.tell(Toy::Ask(|| Command::Quit));
            }),
        )
    };
    let mut bench = Bench::new(vec![Toy::Ask(patient), Toy::Ask(|| Command::Cancel(JobId(1)))]);
    assert_eq!(bench.run(), Ending::Quit);
    assert_eq!(bench.sum.total, 7);
}

#[test]
fn work_of_the_same_name_replaces_the_earlier() {
    let mut bench = Bench::new(vec![
        Toy::Ask(|| {
            Command::Run(
                JobId(1),
                Box::new(|worker| {
                    while !worker.is_cancelled() {
                        thread::yield_now();
                    }
                    worker.tell(Toy::Ask(|| Command::Quit));
                }),
            )
        }),
        Toy::Ask(|| Command::Run(JobId(1), Box::new(|_| {}))),
    ]);
    assert_eq!(bench.run(), Ending::Quit);
}

#[test]
fn a_panic_in_a_worker_ends_the_loop() {
    let mut bench = Bench::new(vec![Toy::Ask(|| Command::Run(JobId(1), Box::new(|_| panic!("planted"))))]);
    assert_eq!(bench.run(), Ending::Panicked);
}

#[test]
fn stopping_repaints_and_the_word_of_it_is_no_news() {
    let mut bench = Bench::new(vec![Toy::Ask(|| Command::Stop)]);
    bench.send(Incoming::Notice(Notice::Continued));
    bench.send(Incoming::Notice(Notice::Continued));
    bench.send(Incoming::Message(Toy::Ask(|| Command::Quit)));
    bench.run();
    assert_eq!(bench.host.0, ["stop", "retake"]);
}

#[test]
fn copied_text_goes_to_the_host() {
    let mut bench =
        Bench::new(vec![Toy::Ask(|| Command::Copy("5c2f".to_owned())), Toy::Ask(|| Command::Quit)]);
    bench.run();
    assert_eq!(bench.host.0, ["copy 5c2f"]);
}

#[test]
fn a_later_wake_up_replaces_the_earlier() {
    let mut bench = Bench::new(vec![
        Toy::Ask(|| Command::Wake(Duration::ZERO, Toy::Add(1))),
        Toy::Ask(|| Command::Wake(Duration::ZERO, Toy::Ask(|| Command::Quit))),
    ]);
    assert_eq!(bench.run(), Ending::Quit);
    assert_eq!(bench.sum.total, 0);
}

#[test]
fn the_end_waits_for_work_that_must_not_be_broken_off() {
    static QUITTING: AtomicBool = AtomicBool::new(false);
    static WRITTEN: AtomicBool = AtomicBool::new(false);
    let writing: fn() -> Command<Toy> = || {
        let write = |_: &Worker<Toy>| {
            while !QUITTING.load(Ordering::SeqCst) {
                thread::yield_now();
            }
            (0..1_000).for_each(|_| thread::yield_now());
            WRITTEN.store(true, Ordering::SeqCst);
        };
        Command::RunToEnd(JobId(1), Box::new(write))
    };
    let quitting: fn() -> Command<Toy> = || {
        QUITTING.store(true, Ordering::SeqCst);
        Command::Quit
    };
    let mut bench = Bench::new(vec![Toy::Ask(writing), Toy::Ask(quitting)]);
    assert_eq!(bench.run(), Ending::Quit);
    assert!(WRITTEN.load(Ordering::SeqCst));
}
