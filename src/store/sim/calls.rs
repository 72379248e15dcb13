//! The calls that a program makes to the disk, each counted and failed when that is planned.

use std::io;
use std::path::{Path, PathBuf};

use super::super::error::StoreError;
use super::super::lock::Lock;
use super::super::volume::{About, Handle, Volume};
use super::{Content, Node, Renaming, Sim};

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
