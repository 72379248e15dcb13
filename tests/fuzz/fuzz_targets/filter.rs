#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| partnerbook_fuzz::targets::filter::run(data));
