//! A list of jobs on the cores there are. Knows threads only.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

/// Does `each` for every job, on at most so many threads; hands every result with the place of its job to `done`, on this
/// thread, in the order in which they are ready. When `done` breaks, no further job is begun.
pub fn in_parallel<J: Sync, R: Send>(
    threads: usize,
    jobs: &[J],
    each: impl Fn(&J) -> R + Sync,
    mut done: impl FnMut(usize, R) -> ControlFlow<()>,
) {
    let threads = threads.min(jobs.len());
    if threads <= 1 {
        // One thread would only take turns with this one.
        for (at, job) in jobs.iter().enumerate() {
            if done(at, each(job)).is_break() {
                return;
            }
        }
        return;
    }
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        // A short queue: who reads faster than the results are taken waits, instead of filling the memory.
        let (ready, results) = sync_channel(threads * 2);
        for _ in 0..threads {
            let (ready, next, each) = (ready.clone(), &next, &each);
            scope.spawn(move || {
                while let Some((at, job)) = take(jobs, next) {
                    if ready.send((at, each(job))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(ready);
        for (at, result) in results {
            if done(at, result).is_break() {
                return;
            }
        }
    });
}

fn take<'a, J>(jobs: &'a [J], next: &AtomicUsize) -> Option<(usize, &'a J)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    jobs.get(at).map(|job| (at, job))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_job_is_done_once() {
        let jobs: Vec<usize> = (0..1000).collect();
        let mut results = vec![0; jobs.len()];
        in_parallel(
            2,
            &jobs,
            |job| job * 2,
            |at, result| {
                results[at] += result;
                ControlFlow::Continue(())
            },
        );
        assert!(results.iter().enumerate().all(|(at, result)| *result == at * 2));
    }

    #[test]
    fn a_break_ends_the_work() {
        let jobs: Vec<usize> = (0..100_000).collect();
        let begun = AtomicUsize::new(0);
        in_parallel(2, &jobs, |_| begun.fetch_add(1, Ordering::Relaxed), |_, _| ControlFlow::Break(()));
        assert!(begun.into_inner() < jobs.len());
    }
}
