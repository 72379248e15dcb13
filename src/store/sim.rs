//! A disk for the sweep: what was not synced is gone after a crash, or torn, or full of zeros; names of a folder that was
//! not synced come and go one by one; any call can fail, once or from then on, and a failed sync loses what it was for.

mod calls;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use super::volume::{About, Kind};
use rustix::io::Errno;

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plan {
    /// Nothing.
    Fine,
    /// The power goes off at this call, counted from 1: it is not done, and none after it.
    CrashAt(u64),
    /// This call fails.
    ErrorAt(u64, Errno),
    /// So many calls fail, from this one on.
    ErrorsAt(u64, u64, Errno),
    /// This call fails, and every one after it that writes.
    ErrorFrom(u64, Errno),
}

/// A disk. Its clones are the same disk.
#[derive(Debug, Clone)]
pub(super) struct Sim(Arc<Mutex<State>>);

#[derive(Debug, Clone)]
struct State {
    files: Vec<Content>,
    /// What every program sees.
    names: BTreeMap<PathBuf, Node>,
    /// What is there after a crash.
    durable: BTreeMap<PathBuf, Node>,
    /// Changes of names that no sync has made durable yet.
    pending: Vec<Renaming>,
    calls: u64,
    plan: Plan,
    is_dead: bool,
}

#[derive(Debug, Clone, Default)]
struct Content {
    now: Vec<u8>,
    /// How much of it the disk has for sure.
    synced: usize,
    /// A sync failed: the system forgot which pages it still had to write, and later syncs say nothing of them.
    is_lost: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    Folder,
    File(usize),
}

/// A name that comes or goes.
#[derive(Debug, Clone)]
struct Renaming {
    gone: Option<PathBuf>,
    new: Option<(PathBuf, Node)>,
}

/// A small generator: the same seed gives the same crash.
#[derive(Debug, Clone)]
pub(super) struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n.max(1)
    }
}

impl Sim {
    /// An empty disk with this folder.
    pub fn new(folder: &Path) -> Self {
        let folders = folder.ancestors().map(|path| (path.to_owned(), Node::Folder));
        let names: BTreeMap<PathBuf, Node> = folders.collect();
        let durable = names.clone();
        let state = State {
            files: Vec::new(),
            names,
            durable,
            pending: Vec::new(),
            calls: 0,
            plan: Plan::Fine,
            is_dead: false,
        };
        Self(Arc::new(Mutex::new(state)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// From now on this goes wrong; calls are counted anew.
    pub fn plan(&self, plan: Plan) {
        let mut state = self.state();
        (state.plan, state.calls) = (plan, 0);
    }

    /// How many calls there were since the plan was made.
    pub fn calls(&self) -> u64 {
        self.state().calls
    }

    /// Whether the power is off.
    pub fn is_dead(&self) -> bool {
        self.state().is_dead
    }

    /// The disk as it is found when the power is back.
    pub fn after_crash(&self, chance: &mut Chance) -> Self {
        let mut state = self.state().clone();
        for renaming in std::mem::take(&mut state.pending) {
            if chance.below(2) == 0 {
                renaming.apply(&mut state.durable);
            }
        }
        // What stands in a folder that is not there is not there.
        let is_there = |path: &Path, names: &BTreeMap<PathBuf, Node>| {
            path.ancestors().skip(1).all(|above| names.contains_key(above))
        };
        let names = state.durable.clone();
        state.durable.retain(|path, _| is_there(path, &names));
        for content in &mut state.files {
            content.now = torn(content, chance);
            content.synced = content.now.len();
            content.is_lost = false;
        }
        state.names = state.durable.clone();
        (state.plan, state.calls, state.is_dead) = (Plan::Fine, 0, false);
        Self(Arc::new(Mutex::new(state)))
    }

    /// A copy that goes its own way.
    pub fn copy(&self) -> Self {
        Self(Arc::new(Mutex::new(self.state().clone())))
    }

    /// Changes a file from outside, and the disk has it.
    pub fn write_outside(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state();
        let content = Content { now: bytes.to_vec(), synced: bytes.len(), is_lost: false };
        state.files.push(content);
        let node = Node::File(state.files.len() - 1);
        state.names.insert(path.to_owned(), node);
        state.durable.insert(path.to_owned(), node);
    }

    /// The content of a file.
    pub fn content(&self, path: &Path) -> Option<Vec<u8>> {
        let state = self.state();
        match state.names.get(path)? {
            Node::File(n) => Some(state.files[*n].now.clone()),
            Node::Folder => None,
        }
    }
}

/// What is left of a file whose end was not synced: some of it, with zeros or rubbish where the disk had no time.
fn torn(content: &Content, chance: &mut Chance) -> Vec<u8> {
    let unsynced = content.now.len() - content.synced;
    let mut left = content.now[..content.synced].to_vec();
    let kept = usize::try_from(chance.below(unsynced as u64 + 1)).unwrap();
    let kept = if content.is_lost { 0 } else { kept };
    left.extend(&content.now[content.synced..content.synced + kept]);
    let rest = unsynced - kept;
    match chance.below(4) {
        0 => left.extend(std::iter::repeat_n(0, rest)),
        1 => left.extend((0..rest).map(|_| u8::try_from(chance.below(256)).unwrap())),
        2 if !content.is_lost => return content.now.clone(),
        _ => {}
    }
    left
}

impl Renaming {
    fn apply(self, names: &mut BTreeMap<PathBuf, Node>) {
        let moved = self.gone.as_ref().and_then(|gone| names.remove(gone));
        if let Some((path, node)) = self.new {
            if let (Some(Node::Folder), Some(gone)) = (moved, &self.gone) {
                move_below(names, gone, &path);
            }
            names.insert(path, node);
        }
    }

    /// The folders whose names it changes.
    fn folders(&self) -> impl Iterator<Item = &Path> {
        let new = self.new.as_ref().map(|(path, _)| path);
        self.gone.iter().chain(new).filter_map(|path| path.parent())
    }
}

fn move_below(names: &mut BTreeMap<PathBuf, Node>, from: &Path, to: &Path) {
    let below: Vec<PathBuf> = names.keys().filter(|path| path.starts_with(from)).cloned().collect();
    for path in below {
        if let (Some(node), Ok(rest)) = (names.remove(&path), path.strip_prefix(from)) {
            names.insert(to.join(rest), node);
        }
    }
}

impl State {
    /// Counts a call, and fails it when that is planned.
    fn call(&mut self, writes: bool) -> io::Result<()> {
        if self.is_dead {
            return Err(io::Error::other("the power is off"));
        }
        self.calls += 1;
        match self.plan {
            Plan::CrashAt(at) if self.calls >= at => {
                self.is_dead = true;
                Err(io::Error::other("the power goes off"))
            }
            Plan::ErrorAt(at, errno) if self.calls == at => Err(errno.into()),
            Plan::ErrorsAt(at, n, errno) if (at..at + n).contains(&self.calls) => Err(errno.into()),
            Plan::ErrorFrom(at, errno) if self.calls >= at && (writes || self.calls == at) => {
                Err(errno.into())
            }
            Plan::Fine | Plan::CrashAt(_) | Plan::ErrorAt(..) | Plan::ErrorsAt(..) | Plan::ErrorFrom(..) => {
                Ok(())
            }
        }
    }

    fn node(&self, path: &Path) -> io::Result<Node> {
        self.names.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn change(&mut self, renaming: Renaming) {
        renaming.clone().apply(&mut self.names);
        self.pending.push(renaming);
    }

    fn about(&self, node: Node) -> About {
        let (kind, bytes, inode) = match node {
            Node::Folder => (Kind::Folder, 0, 0),
            Node::File(n) => (Kind::File, self.files[n].now.len() as u64, n as u64 + 1),
        };
        About { kind, bytes, changed: None, inode }
    }
}
