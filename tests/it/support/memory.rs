//! A disk in memory: no waiting, nothing outside is touched.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use partnerbook::store::StoreError;
use partnerbook::store::lock::Lock;
use partnerbook::store::volume::{About, Handle, Kind, Volume};

/// A disk. Its clones are the same disk.
#[derive(Clone, Debug, Default)]
pub struct Memory(Arc<Mutex<State>>);

#[derive(Clone, Debug, Default)]
struct State {
    names: BTreeMap<PathBuf, Node>,
    files: Vec<Vec<u8>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    Folder,
    File(usize),
}

impl Memory {
    /// An empty disk.
    pub fn new() -> Self {
        let memory = Self::default();
        memory.state().names.insert("/".into(), Node::Folder);
        memory
    }

    /// Makes the folders above a path.
    pub fn put_folders(&self, path: &Path) {
        let above = path.ancestors().skip(1).map(|folder| (folder.to_owned(), Node::Folder));
        self.state().names.extend(above);
    }

    /// A copy that goes its own way.
    pub fn copy(&self) -> Self {
        Self(Arc::new(Mutex::new(self.state().clone())))
    }

    /// Puts a file there from outside.
    pub fn put(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state();
        state.files.push(bytes.to_vec());
        let node = Node::File(state.files.len() - 1);
        state.names.insert(path.to_owned(), node);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }
}

impl State {
    fn node(&self, path: &Path) -> io::Result<Node> {
        self.names.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn about(&self, node: Node) -> About {
        let (kind, bytes, inode) = match node {
            Node::Folder => (Kind::Folder, 0, 1),
            Node::File(n) => (Kind::File, self.files[n].len() as u64, 2 + n as u64),
        };
        About { kind, bytes, changed: None, inode }
    }
}

impl Volume for Memory {
    fn about(&self, path: &Path) -> io::Result<About> {
        let state = self.state();
        state.node(path).map(|node| state.about(node))
    }

    fn is_folder(&self, path: &Path) -> io::Result<bool> {
        Ok(self.state().node(path)? == Node::Folder)
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        self.state().node(path).map(|_| path.to_owned())
    }

    fn read(&self, path: &Path, _limit: u64) -> io::Result<(About, Vec<u8>)> {
        let state = self.state();
        let node = state.node(path)?;
        let bytes = if let Node::File(n) = node { state.files[n].clone() } else { Vec::new() };
        Ok((state.about(node), bytes))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let state = self.state();
        state.node(folder)?;
        Ok(state.names.keys().filter(|path| path.parent() == Some(folder)).cloned().collect())
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        if self.state().names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.put(path, b"");
        self.append(path)
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        match self.state().node(path)? {
            Node::File(n) => Ok(Box::new(Open(self.clone(), n))),
            Node::Folder => Err(io::ErrorKind::IsADirectory.into()),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        let node = state.node(from)?;
        state.names.remove(from);
        state.names.insert(to.to_owned(), node);
        Ok(())
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        let node = state.node(from)?;
        if state.names.contains_key(to) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        state.names.insert(to.to_owned(), node);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.node(path)?;
        state.names.remove(path);
        Ok(())
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.state().names.retain(|path, _| !path.starts_with(folder));
        Ok(())
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.state().names.insert(folder.to_owned(), Node::Folder);
        Ok(())
    }

    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }

    fn lock(&self, _folder: &Path) -> Result<Lock, StoreError> {
        Ok(Lock::Unsupported)
    }

    fn threads(&self) -> usize {
        1
    }
}

/// A file that is open for writing.
#[derive(Debug)]
struct Open(Memory, usize);

impl Handle for Open {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.state().files[self.1].extend_from_slice(bytes);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn is_at(&self, path: &Path) -> io::Result<bool> {
        Ok(self.0.state().node(path).is_ok_and(|node| node == Node::File(self.1)))
    }
}
