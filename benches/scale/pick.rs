//! Pickers and bulk: what a key costs that opens one, narrows it, or does one thing on a thousand rows. What a worker
//! does meanwhile is told apart.

use crate::measure::print;
use crate::screen::Window;

/// All of it.
pub fn all(window: &mut Window) {
    for (what, open, narrow) in [
        ("a reseller to invite", "1 g g j r p", "c l o u d"),
        ("a customer to ask", "2 g g j r c 1", "b r a n d t"),
        ("a partner that asks", "3 g g j r c 1", "c l o u d"),
        ("a support contact", "4 g g j r s 1", "c l o u d"),
        ("any record", "g f", "b u s i n e s s Space b r"),
    ] {
        window.long.clear();
        print(&format!("open: {what}"), &last(window.keys(open)));
        print("  key that narrows it", &window.keys(narrow));
        print("  cursor down", &window.keys("Down Down Down Down"));
        print("  work beside it", &window.long);
        window.keys("Esc Esc");
    }
    bulk(window);
}

fn bulk(window: &mut Window) {
    window.long.clear();
    window.keys(&format!("1 g g 2 g g 3 g g 4 g g j v {} v", "PageDown ".repeat(30)));
    println!("    {} marked rows", window.app.pane().marks.len());
    print("operations of the marked rows", &last(window.keys("r r")));
    window.keys("Esc");
    print("open: a support contact for all", &last(window.keys("r s 1")));
    print("  choose it, judged beside", &window.keys("Enter"));
    print("  work beside it", &window.long);
    window.keys("Esc Esc Esc");
    window.long.clear();
    print("remove the marked rows, judged beside", &window.keys("x"));
    print("  work beside it", &window.long);
    print("  do it", &window.keys("r"));
    print("  undo", &window.keys("u"));
}

fn last(mut times: Vec<std::time::Duration>) -> Vec<std::time::Duration> {
    times.split_off(times.len().saturating_sub(1))
}
