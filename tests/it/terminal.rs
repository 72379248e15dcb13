//! The terminal is left as it was found, whatever ends the program. Run with a toy program in a real pseudo-terminal:
//! this test binary starts itself again as the child.

use std::env;
use std::process::Command;

use partnerbook::keymap::{Code, Key};
use partnerbook::tui::input::Event;
use partnerbook::tui::runtime::{self, JobId, Program};
use partnerbook::tui::session::{self, Outcome, Setup};
use ratatui::Frame;
use rustix::process::{Pid, Signal, kill_process};

use crate::pty::{Control, Pty, died_of};

/// Set for the child only.
const CHILD: &str = "PARTNERBOOK_TEST_TOY";

/// Not a test: what the child runs. Answers to `q` quit, `p` panic, `w` panic in a worker, Ctrl-z stop.
#[test]
#[ignore = "the program that the other tests start"]
fn toy() {
    if env::var_os(CHILD).is_none() {
        return;
    }
    let outcome = session::run(&mut Toy::default(), Setup::default(), |event| event).unwrap();
    match outcome {
        Outcome::Quit => println!("toy: quit"),
        Outcome::Panicked(note) => panic!("toy: {note}"),
    }
}

/// Shows its process, how often it was told something, and the last thing.
#[derive(Default)]
struct Toy {
    told: u32,
    last: Option<Event>,
}

impl Program for Toy {
    type Msg = Event;

    fn update(&mut self, event: Event) -> Vec<runtime::Command<Event>> {
        self.told += 1;
        let commands = match event {
            Event::Key(key) => command(key).into_iter().collect(),
            Event::Paste(_) | Event::Mouse(_) | Event::Resize(..) | Event::Focus(_) => Vec::new(),
        };
        self.last = Some(event);
        commands
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        let size = (frame.area().width, frame.area().height);
        let words = format!("toy {} {size:?}\n{:?}", std::process::id(), self.last);
        frame.render_widget(words, frame.area());
    }
}

fn command(key: Key) -> Option<runtime::Command<Event>> {
    match (key.ctrl, key.code) {
        (false, Code::Char('q')) => Some(runtime::Command::Quit),
        (false, Code::Char('p')) => panic!("planted in the loop"),
        (false, Code::Char('w')) => {
            Some(runtime::Command::Run(JobId(1), Box::new(|_| panic!("planted in a worker"))))
        }
        (true, Code::Char('z')) => Some(runtime::Command::Stop),
        _ => None,
    }
}

fn child() -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["terminal::toy", "--exact", "--ignored", "--nocapture"]);
    command.env(CHILD, "1").env("TERM", "xterm-256color").env("RUST_BACKTRACE", "0");
    command
}

fn started(control: Control) -> Pty {
    let pty = Pty::start(&child(), control, 80, 24);
    pty.wait_text("(80, 24)");
    pty
}

#[test]
fn inside_the_modes_are_on() {
    let pty = started(Control::Controlling);
    pty.wait("all modes", |screen| {
        screen.alternate_screen()
            && screen.bracketed_paste()
            && screen.hide_cursor()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion
    });
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn quitting_restores_the_terminal() {
    let pty = started(Control::Controlling);
    pty.send("q");
    assert!(pty.wait_exit().success());
    pty.wait_text("toy: quit");
    pty.assert_restored();
}

#[test]
fn a_panic_restores_the_terminal_and_is_told() {
    for (key, note) in [("p", "planted in the loop"), ("w", "planted in a worker")] {
        let pty = started(Control::Controlling);
        pty.send(key);
        assert_eq!(pty.wait_exit().code(), Some(101));
        pty.wait_text(note);
        pty.assert_restored();
    }
}

#[test]
fn a_deadly_signal_restores_the_terminal_and_kills() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let pty = started(Control::Controlling);
        pty.signal(signal);
        let status = pty.wait_exit();
        assert!(died_of(status, signal), "{signal:?}: {status:?}");
        pty.assert_restored();
    }
}

#[test]
fn a_closed_terminal_ends_the_program() {
    let status = started(Control::Controlling).hang_up();
    assert!(died_of(status, Signal::HUP) || status.code() == Some(129), "{status:?}");
    let status = started(Control::Detached).hang_up();
    assert_eq!(status.code(), Some(129), "no signal comes to a program that the terminal does not control");
}

#[test]
fn a_resize_is_drawn_down_to_one_cell() {
    let pty = started(Control::Controlling);
    pty.resize(100, 30);
    pty.wait_text("(100, 30)");
    pty.resize(1, 1);
    pty.resize(60, 20);
    pty.wait_text("(60, 20)");
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn a_paste_is_no_key() {
    let pty = started(Control::Controlling);
    pty.send("\x1b[200~q\u{1b}[31mq\x1b[201~");
    pty.wait_text(r#"Paste("q\u{1b}[31mq")"#);
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn the_mouse_is_heard() {
    let pty = started(Control::Controlling);
    pty.send("\x1b[<0;8;4M");
    pty.wait_text("Mouse { deed: Click, column: 7, row: 3 }");
    pty.send("q");
    assert!(pty.wait_exit().success());
}

/// A shell with job control, in which the toy has been started and has drawn its screen.
fn in_a_shell() -> Pty {
    let mut shell = Command::new("sh");
    shell.arg("-i").env("PS1", "prompt> ").env("TERM", "xterm-256color").env_remove("ENV");
    let pty = Pty::start(&shell, Control::Controlling, 80, 24);
    pty.wait_text("prompt> ");
    let args: Vec<_> = child().get_args().map(|arg| arg.to_str().unwrap().to_owned()).collect();
    pty.send(&format!(
        "{CHILD}=1 RUST_BACKTRACE=0 '{}' {}\r",
        env::current_exe().unwrap().display(),
        args.join(" ")
    ));
    pty.wait_text("(80, 24)");
    pty
}

fn is_at_prompt(screen: &vt100::Screen) -> bool {
    !screen.alternate_screen() && screen.contents().trim_end().ends_with("prompt>")
}

fn stopped_and_continued(pty: &Pty) {
    pty.wait("the shell", is_at_prompt);
    pty.settle();
    pty.assert_restored();
    pty.send("fg\r");
    pty.wait("the toy", |screen| screen.alternate_screen() && screen.contents().contains("(80, 24)"));
    pty.send("q");
    pty.wait("the shell again", is_at_prompt);
    pty.send("exit\r");
    assert!(pty.wait_exit().success());
    pty.assert_restored();
}

#[test]
fn ctrl_z_and_back() {
    let pty = in_a_shell();
    pty.send("\x1a");
    stopped_and_continued(&pty);
}

#[test]
fn a_stop_signal_and_back() {
    let pty = in_a_shell();
    let contents = pty.contents();
    let id = contents.split_whitespace().skip_while(|word| *word != "toy").nth(1).unwrap();
    kill_process(Pid::from_raw(id.parse().unwrap()).unwrap(), Signal::TSTP).unwrap();
    stopped_and_continued(&pty);
}

#[test]
fn ctrl_z_does_nothing_where_nobody_could_continue() {
    let pty = started(Control::Controlling);
    pty.send("\x1a");
    pty.wait_text("Char('z')");
    pty.send("q");
    assert!(pty.wait_exit().success());
}
