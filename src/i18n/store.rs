//! Why the disk refuses. (Words to come.)

use super::Lang;
use crate::store::StoreError;

impl Lang {
    /// Why reading or saving a book failed, and what to do.
    pub fn store_error(self, error: &StoreError) -> String {
        format!("{error:?}")
    }
}
