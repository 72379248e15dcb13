//! A disk for the sweep: what was not synced is gone after a crash, or torn, or full of zeros; names of a folder that was
//! not synced come and go one by one; any call can fail, once or from then on, and a failed sync loses what it was for.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use super::error::StoreError;
use super::lock::Lock;
use super::volume::{About, Handle, Kind, Volume};
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

impl Volume for Sim {
    fn about(&self, path: &Path) -> io::Result<About> {
        let mut state = self.state();
        state.call(false)?;
        let node = state.node(path)?;
        Ok(state.about(node))
    }

    fn is_folder(&self, path: &Path) -> io::Result<bool> {
        let mut state = self.state();
        state.call(false)?;
        Ok(state.node(path)? == Node::Folder)
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        self.is_folder(path).map(|_| path.to_owned())
    }

    fn read(&self, path: &Path, _limit: u64) -> io::Result<(About, Vec<u8>)> {
        let mut state = self.state();
        state.call(false)?;
        let node = state.node(path)?;
        let bytes = match node {
            Node::File(n) => state.files[n].now.clone(),
            Node::Folder => Vec::new(),
        };
        Ok((state.about(node), bytes))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut state = self.state();
        state.call(false)?;
        state.node(folder)?;
        Ok(state.names.keys().filter(|path| path.parent() == Some(folder)).cloned().collect())
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        let mut state = self.state();
        state.call(true)?;
        if state.names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        state.files.push(Content::default());
        let n = state.files.len() - 1;
        state.change(Renaming { gone: None, new: Some((path.to_owned(), Node::File(n))) });
        Ok(Box::new(Opened(self.clone(), n)))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        let mut state = self.state();
        state.call(true)?;
        match state.node(path)? {
            Node::File(n) => Ok(Box::new(Opened(self.clone(), n))),
            Node::Folder => Err(io::ErrorKind::IsADirectory.into()),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(true)?;
        let node = state.node(from)?;
        state.change(Renaming { gone: Some(from.to_owned()), new: Some((to.to_owned(), node)) });
        Ok(())
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(true)?;
        let node = state.node(from)?;
        if state.names.contains_key(to) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        state.change(Renaming { gone: None, new: Some((to.to_owned(), node)) });
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(true)?;
        state.node(path)?;
        state.change(Renaming { gone: Some(path.to_owned()), new: None });
        Ok(())
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(true)?;
        let inside: Vec<PathBuf> =
            state.names.keys().filter(|path| path.starts_with(folder)).cloned().collect();
        inside.into_iter().rev().for_each(|path| state.change(Renaming { gone: Some(path), new: None }));
        Ok(())
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(true)?;
        state.change(Renaming { gone: None, new: Some((folder.to_owned(), Node::Folder)) });
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(true)?;
        let pending = std::mem::take(&mut state.pending);
        let (done, rest): (Vec<Renaming>, Vec<Renaming>) =
            pending.into_iter().partition(|renaming| renaming.folders().any(|of| of == folder));
        done.into_iter().for_each(|renaming| renaming.apply(&mut state.durable));
        state.pending = rest;
        Ok(())
    }

    fn lock(&self, _folder: &Path) -> Result<Lock, StoreError> {
        // One program at a time is what the sweep is about.
        Ok(Lock::Unsupported)
    }

    fn threads(&self) -> usize {
        1
    }
}

/// A file that is open for writing.
#[derive(Debug)]
struct Opened(Sim, usize);

impl Handle for Opened {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.0.state();
        let called = state.call(true);
        // A full disk takes what still fits.
        let taken = if called.is_ok() { bytes } else { &bytes[..bytes.len() / 2] };
        if !state.is_dead {
            state.files[self.1].now.extend_from_slice(taken);
        }
        called
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut state = self.0.state();
        let called = state.call(true);
        let content = &mut state.files[self.1];
        match &called {
            Ok(()) if !content.is_lost => content.synced = content.now.len(),
            Ok(()) => {}
            Err(_) => content.is_lost = true,
        }
        called
    }

    fn is_at(&self, path: &Path) -> io::Result<bool> {
        let mut state = self.0.state();
        state.call(false)?;
        Ok(state.node(path).is_ok_and(|node| node == Node::File(self.1)))
    }
}
