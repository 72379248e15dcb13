//! "Fix and choose": the steps that a refused step lacks are added, until the rules would let it pass.

use super::steps::{after, make_partners};
use super::{Does, Fix, fixes};
use crate::edit::ops::{Impossible, Slot, Verdict, together};
use crate::edit::{Book, Rejection};
use crate::model::{Key, Transaction};
use crate::rules::Finding;

/// One step may bring the next one's want to light (partnership, relationship, privileges), but not for ever.
const ROUNDS: usize = 6;

/// The step with all steps it lacks, as one; itself when it lacks none. The book is as it was afterwards.
///
/// # Errors
/// What still refuses it; nothing when it was built on another state of the book.
pub fn fix_and_retry(book: &mut Book, step: Transaction) -> Result<Transaction, Vec<Finding>> {
    let mut whole = step;
    for _ in 0..ROUNDS {
        let broken = match book.would(&whole) {
            Ok(_) => return Ok(whole),
            Err(Rejection::Broken(broken)) => broken,
            Err(Rejection::Stale(_) | Rejection::Nothing) => return Err(Vec::new()),
        };
        match mended(book, &whole, &broken) {
            Some(mended) if mended != whole => whole = mended,
            Some(_) | None => return Err(broken),
        }
    }
    match book.would(&whole) {
        Ok(_) => Ok(whole),
        Err(Rejection::Broken(broken)) => Err(broken),
        Err(Rejection::Stale(_) | Rejection::Nothing) => Err(Vec::new()),
    }
}

/// The step with the first fix of each finding that is a step; nothing when a finding has none.
fn mended(book: &Book, whole: &Transaction, broken: &[Finding]) -> Option<Transaction> {
    let mut mended = whole.clone();
    for finding in broken {
        // A fix for the finding before may have mended this one too: then its fix changes nothing new.
        let model = after(book.model(), &mended);
        let step = fixes(&model, book.today(), finding).into_iter().find_map(supply)?;
        mended = together(mended, step);
    }
    Some(mended)
}

fn supply(fix: Fix) -> Option<Transaction> {
    match fix.does {
        Does::Step(step) if fix.kind.supplies() => Some(step),
        Does::Step(_) | Does::Choose(_) | Does::EditField(..) | Does::Accept(_) | Does::Paper(_) => None,
    }
}

/// What picking a candidate comes to with all steps it lacks, as one.
///
/// # Errors
/// Why it cannot be: what still refuses it, or why the step leads nowhere.
pub fn fix_and_choose(book: &mut Book, slot: &Slot, candidate: Key) -> Result<Transaction, Verdict> {
    let step = match slot.transaction(book.model(), book.today(), candidate) {
        Ok(Some(step)) => step,
        Ok(None) => return Err(Verdict::Later),
        Err(Impossible::NotPartners { provider, reseller }) => {
            let lacking = make_partners(book.model(), book.today(), provider, reseller);
            let lacking = lacking.ok_or(Verdict::Impossible(Impossible::Gone(candidate)))?;
            let partners = after(book.model(), &lacking);
            match slot.transaction(&partners, book.today(), candidate) {
                Ok(Some(step)) => Transaction { verb: step.verb, ..together(lacking, step) },
                Ok(None) => return Err(Verdict::Later),
                Err(impossible) => return Err(Verdict::Impossible(impossible)),
            }
        }
        Err(impossible) => return Err(Verdict::Impossible(impossible)),
    };
    let allowed = fix_and_retry(book, step).map_err(Verdict::Barred)?;
    Ok(without_warnings(book, allowed))
}

/// The step with what its new warnings ask for too, as far as a step supplies it: a support contact without
/// privileges is allowed, but nobody who asks for the fix wants one.
fn without_warnings(book: &mut Book, step: Transaction) -> Transaction {
    let mut whole = step;
    for _ in 0..ROUNDS {
        let Ok(receipt) = book.would(&whole) else { return whole };
        let (model, today) = (after(book.model(), &whole), book.today());
        let better = receipt.appeared.iter().find_map(|finding| {
            let step = fixes(&model, today, finding).into_iter().find_map(supply)?;
            let better = together(whole.clone(), step);
            (better != whole && book.would(&better).is_ok()).then_some(better)
        });
        let Some(better) = better else { return whole };
        whole = better;
    }
    whole
}
