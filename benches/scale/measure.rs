//! Taking times and telling them.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// The result of some work, and how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// How long some work took, so many times.
pub fn repeat<T>(times: usize, mut work: impl FnMut() -> T) -> Vec<Duration> {
    let mut run = || {
        let (result, took) = timed(&mut work);
        drop(black_box(result));
        took
    };
    (0..times).map(|_| run()).collect()
}

/// One line: median, worst, how many.
pub fn print(what: &str, times: &[Duration]) {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let (Some(median), Some(worst)) = (sorted.get(sorted.len() / 2), sorted.last()) else { return };
    println!("{what:<40} {median:>12.3?} {worst:>12.3?}  of {}", sorted.len());
}

/// Resident memory in kilobytes, where the system tells.
pub fn memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
