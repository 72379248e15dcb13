//! Names of everything the program can do; knows nobody.
