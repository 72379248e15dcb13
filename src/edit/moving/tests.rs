//! What becomes of a move, on an everyday network with a second provider.
