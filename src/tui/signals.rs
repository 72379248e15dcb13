//! What the system says to the program: end, stop, continue, the terminal is gone. Served by threads of their own,
//! because the thread that draws may be stuck in a terminal that answers no more.

#[cfg(unix)]
pub use unix::{Line, can_stop, serve, stop};

#[cfg(not(unix))]
pub use elsewhere::{Line, can_stop, serve, stop};

/// What the loop has to do itself, since it owns the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Give the terminal back and stop.
    Stop,
    /// The program runs again; the screen is not ours until it is drawn anew.
    Continued,
}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io::{self, IsTerminal};
    use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
    use std::process;
    use std::sync::Arc;
    use std::thread;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level;

    use super::Notice;
    use crate::tui::{pending, terminal};

    /// A terminal that takes no more bytes may delay the end by this much.
    const LEAVE_LIMIT: Duration = Duration::from_millis(300);
    /// The exit code of a program that lost its terminal, as shells write it: 128 and SIGHUP.
    const HUNG_UP: i32 = 129;

    /// Starts the thread that serves signals: those that end the program end it here, the others go to `notify`; that the
    /// window has another size goes to `resized`.
    ///
    /// # Errors
    /// When the handlers or the thread cannot be had.
    pub fn serve(
        notify: impl Fn(Notice) + Send + 'static,
        resized: impl Fn() + Send + 'static,
    ) -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
        let serving = move || {
            for signal in signals.forever() {
                match signal {
                    SIGTSTP => notify(Notice::Stop),
                    SIGCONT => notify(Notice::Continued),
                    SIGWINCH => resized(),
                    deadly => end(deadly),
                }
            }
        };
        thread::Builder::new().name("signals".to_owned()).spawn(serving).map(drop)
    }

    /// Ends the program as the signal would have, with the terminal given back and what was done on the disk.
    fn end(signal: i32) {
        terminal::leave_within(LEAVE_LIMIT);
        pending::wait(pending::LIMIT);
        low_level::emulate_default_handler(signal).ok();
        process::exit(128 + signal);
    }

    /// The terminal that keys come from. Found out at the start: once the terminal is gone, it is no terminal any more.
    #[derive(Clone, Debug)]
    pub struct Line(Arc<OwnedFd>);

    impl AsFd for Line {
        fn as_fd(&self) -> BorrowedFd<'_> {
            self.0.as_fd()
        }
    }

    impl Line {
        /// Finds the terminal.
        ///
        /// # Errors
        /// When there is none.
        pub fn new() -> io::Result<Self> {
            let stdin = io::stdin();
            if stdin.is_terminal() {
                return Ok(Self(Arc::new(stdin.as_fd().try_clone_to_owned()?)));
            }
            Ok(Self(Arc::new(File::open("/dev/tty")?.into())))
        }

        /// Starts the thread that ends the program when its terminal goes away without a signal (crossterm would
        /// read on for ever, at full speed).
        ///
        /// # Errors
        /// When there is no thread.
        pub fn watch(&self) -> io::Result<()> {
            let line = Arc::clone(&self.0);
            let watching = move || end_on_hang_up(line.as_fd(), None).ok();
            thread::Builder::new().name("watchdog".to_owned()).spawn(watching).map(drop)
        }

        /// Ends the program if its terminal is gone: for one that fails to draw before the watchdog hears of it.
        pub fn end_if_gone(&self) {
            let now = Timespec { tv_sec: 0, tv_nsec: 0 };
            end_on_hang_up(self.0.as_fd(), Some(&now)).ok();
        }
    }

    /// Where the system cannot poll terminals, this ends and nobody watches.
    fn end_on_hang_up(terminal: BorrowedFd<'_>, limit: Option<&Timespec>) -> rustix::io::Result<()> {
        let mut watched = [PollFd::new(&terminal, PollFlags::empty())];
        rustix::io::retry_on_intr(|| poll(&mut watched, limit))?;
        if watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) {
            pending::wait(pending::LIMIT);
            process::exit(HUNG_UP);
        }
        Ok(())
    }

    /// Tells whether somebody could continue the program: not when it leads its session, as in a terminal window
    /// that runs nothing else.
    pub fn can_stop() -> bool {
        rustix::process::getsid(None) != Ok(rustix::process::getpid())
    }

    /// Stops the program until it is continued.
    ///
    /// # Errors
    /// When the signal cannot be sent.
    pub fn stop() -> io::Result<()> {
        low_level::raise(SIGSTOP)
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::io;

    use super::Notice;

    /// Signals are a matter of Unix; here the console ends the program itself.
    ///
    /// # Errors
    /// None.
    pub fn serve(
        _notify: impl Fn(Notice) + Send + 'static,
        _resized: impl Fn() + Send + 'static,
    ) -> io::Result<()> {
        Ok(())
    }

    /// A closed console ends its programs.
    #[derive(Clone, Debug)]
    pub struct Line;

    impl Line {
        /// Needs nothing.
        ///
        /// # Errors
        /// None.
        pub fn new() -> io::Result<Self> {
            Ok(Self)
        }

        /// Watches nothing.
        ///
        /// # Errors
        /// None.
        pub fn watch(&self) -> io::Result<()> {
            Ok(())
        }

        /// Does nothing.
        pub fn end_if_gone(&self) {}
    }

    /// There is nothing to stop into.
    pub fn can_stop() -> bool {
        false
    }

    /// Never called.
    ///
    /// # Errors
    /// None.
    pub fn stop() -> io::Result<()> {
        Ok(())
    }
}
