//! The state machine: messages in, effects out.
