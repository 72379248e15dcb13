//! The settings and the remembered answers: read, or told what is wrong without harm.

use std::path::Path;

use partnerbook::config::Settings;

use super::tables::told;

/// Reads the bytes as settings.
pub fn run(data: &[u8]) {
    if let Err(error) = Settings::parse(Path::new("settings.ron"), data.to_vec()) {
        told(&error);
    }
}
