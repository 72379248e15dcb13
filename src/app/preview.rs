//! The preview of an import: what each file brings, before anything is touched.

use super::App;
use super::job::{FileResult, Imported};
use super::notice::Notice;
use super::overlay::{Overlay, Turn};
use super::prompt::{Prompt, Wanted};
use crate::action::Action;
use crate::exchange::Need;
use crate::model::Transaction;

/// A preview of what files would change.
#[derive(Clone, Debug)]
pub struct Preview {
    /// What there is to say, safe to show.
    pub lines: Vec<String>,
    /// The first line on screen.
    pub offset: usize,
    /// The one step that does it all.
    pub step: Transaction,
    /// What must be told first, and the files that ask.
    needs: Option<(Need, super::job::Importing)>,
}

impl Preview {
    /// The preview of what was read.
    pub fn new(app: &App, imported: Imported) -> Self {
        let lines = imported
            .files
            .iter()
            .flat_map(|(name, result)| app.lang.import_file(name, result_of(result)))
            .collect();
        let need = imported.files.iter().find_map(|(_, result)| match result {
            FileResult::Needs(needs) => needs.first().copied(),
            FileResult::Read(_) | FileResult::Refused(_) | FileResult::Unreadable(_) => None,
        });
        Self { lines, offset: 0, step: imported.step, needs: need.map(|need| (need, imported.importing)) }
    }

    /// What must be told before these files can be imported.
    pub fn need(&self) -> Option<Need> {
        self.needs.as_ref().map(|(need, _)| *need)
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        match action {
            Action::Accept => self.accept(app),
            Action::SheetSafe | Action::Leave | Action::Cancel => Turn::Close,
            _ => {
                self.scroll(action);
                Turn::Stay
            }
        }
    }

    fn scroll(&mut self, action: Action) {
        let last = self.lines.len().saturating_sub(1);
        self.offset = match action {
            Action::RowDown => self.offset + 1,
            Action::RowUp => self.offset.saturating_sub(1),
            Action::PageDown => self.offset + 10,
            Action::PageUp => self.offset.saturating_sub(10),
            _ => self.offset,
        }
        .min(last);
    }

    fn accept(&mut self, app: &mut App) -> Turn {
        if let Some((need, importing)) = self.needs.take() {
            let words = app.lang.files();
            let title = match need {
                Need::Us => words.whose_export,
                Need::Customer => words.which_customer,
            };
            return Turn::Swap(Box::new(Overlay::Prompt(Prompt::new(
                Wanted::Told(need, Box::new(importing)),
                title,
            ))));
        }
        if self.step.is_empty() {
            app.say(Notice::done(app.lang.files().nothing_new, &[]));
            return Turn::Close;
        }
        app.commit(self.step.clone()).map_or(Turn::Stay, |()| Turn::Main)
    }
}

fn result_of(result: &FileResult) -> Result<&crate::exchange::Report, crate::i18n::NotImported<'_>> {
    use crate::i18n::NotImported;
    match result {
        FileResult::Read(report) => Ok(report),
        FileResult::Refused(refusal) => Err(NotImported::Refused(refusal)),
        FileResult::Unreadable(why) => Err(NotImported::Unreadable(why)),
        FileResult::Needs(needs) => Err(NotImported::Needs(needs)),
    }
}
