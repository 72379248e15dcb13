//! A table that outgrows its file: in one save it becomes a folder, in the next ones single files of that folder change.

use rustix::io::Errno;

use super::super::sim::{Chance, Plan, Sim};
use super::{Client, Effort, Figures, PlanAt, fault_of, folder};

/// A table with more records than this becomes a folder here.
const FEW: usize = 3;

/// The life of a book that grows, with a plan from where its table becomes a folder.
fn growing(plan: Plan) -> (Sim, Client) {
    let sim = Sim::new(folder().parent().unwrap());
    let mut client = Client::new(&sim);
    client.disk.shard_above = FEW;
    client.import(7);
    sim.plan(plan);
    client.save();
    client.set(1, "in a file of its own");
    client.set(9, "new");
    client.save();
    client.set(2, "last");
    (sim, client)
}

/// The power goes off at a call, or a call fails and the power goes off after that. There are many calls: some are
/// tried, others each time that more is tried.
pub(super) fn troubles(effort: Effort, figures: &mut Figures) {
    let plans: [(_, PlanAt); 3] = [
        ("crash while a table becomes a folder", Plan::CrashAt),
        ("error while a table becomes a folder", |at| Plan::ErrorAt(at, Errno::IO)),
        ("full while a table becomes a folder", |at| Plan::ErrorFrom(at, Errno::NOSPC)),
    ];
    let calls = growing(Plan::Fine).0.calls();
    let step = (calls / effort.shards).max(1);
    for at in (1..=calls).step_by(usize::try_from(step).unwrap()) {
        for (what, plan) in plans {
            if effort.is_done(figures) {
                return;
            }
            let (sim, client) = growing(plan(at));
            let found = sim.after_crash(&mut Chance(at));
            figures.judge(what, || format!("at {at}"), fault_of(&found, &client));
        }
    }
}
