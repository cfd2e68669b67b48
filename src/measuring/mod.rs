//! What whoever changes Pullquote measures and fits with; a program for operators is built without
//! it.
//!
//! `eval` -> `fit` -> `bench`: how good the answers are, the weights that make them so, and how
//! fast they come.

pub mod bench;
pub mod eval;
pub mod fit;
