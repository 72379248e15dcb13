//! What ends, lapses or is deleted when, over all customers and channels.
