//! Keys to actions: the keymap file, its checks, and look-ups both ways.
