//! Discord's "Invalid Form Body" (50035): what is wrong with a request body, and where.
//!
//! A check walks a body and reports every problem it finds to a [`Form`]; the form then renders
//! the nested `errors` tree that Discord sends. Lengths are counted in UTF-16 units, because that
//! is the strictest reading of Discord's limits: a text that fits so always fits.

use serde_json::{Value, json};

/// One thing wrong with a body: a dotted path, Discord's code for it and a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub path: String,
    pub code: &'static str,
    pub message: String,
}

/// Collects the problems of one request body.
#[derive(Debug, Default)]
pub struct Form {
    pub problems: Vec<Problem>,
}

/// How long Discord thinks a text is.
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Form {
    /// Notes a problem; `path` is dotted and may start with a dot.
    pub fn reject(&mut self, path: &str, code: &'static str, message: impl Into<String>) {
        let path = path.trim_start_matches('.').to_owned();
        let message = message.into();
        self.problems.push(Problem {
            path,
            code,
            message,
        });
    }

    /// An optional text (absent and null are fine) of at most `max` units.
    pub fn text_up_to(&mut self, path: &str, value: &Value, max: usize) {
        match value {
            Value::Null => {}
            Value::String(text) if units(text) <= max => {}
            Value::String(_) => self.reject(
                path,
                "BASE_TYPE_MAX_LENGTH",
                format!("Must be {max} or fewer in length."),
            ),
            _ => self.reject(
                path,
                "STRING_TYPE_CONVERT",
                "Could not interpret as string.",
            ),
        }
    }

    /// A text that must be there, with 1 to `max` units.
    pub fn text_required(&mut self, path: &str, value: &Value, max: usize) {
        match value {
            Value::Null => self.reject(path, "BASE_TYPE_REQUIRED", "This field is required"),
            // Discord trims before it counts, so blank text is no text.
            Value::String(text) if text.trim().is_empty() => {
                self.reject(path, "BASE_TYPE_REQUIRED", "This field is required");
            }
            Value::String(text) if units(text) > max => self.reject(
                path,
                "BASE_TYPE_BAD_LENGTH",
                format!("Must be between 1 and {max} in length."),
            ),
            Value::String(_) => {}
            _ => self.reject(
                path,
                "STRING_TYPE_CONVERT",
                "Could not interpret as string.",
            ),
        }
    }

    /// A list of `min` to `max` items; returns the items. Absent and null count as empty.
    pub fn list<'a>(
        &mut self,
        path: &str,
        value: &'a Value,
        min: usize,
        max: usize,
    ) -> &'a [Value] {
        let items = value.as_array().map_or(&[][..], Vec::as_slice);
        if !(min..=max).contains(&items.len()) {
            let message = format!("Must be between {min} and {max} in length.");
            self.reject(path, "BASE_TYPE_BAD_LENGTH", message);
        }
        items
    }

    /// An optional number within bounds.
    pub fn number(&mut self, path: &str, value: &Value, min: u64, max: u64) {
        let outside = value.as_u64().is_none_or(|n| n < min || n > max);
        if !value.is_null() && outside {
            let message = format!("int value should be between {min} and {max}.");
            self.reject(path, "NUMBER_TYPE_MIN", message);
        }
    }
}

/// Discord's nested `errors` object: `{"embeds":{"0":{"title":{"_errors":[...]}}}}`.
pub fn tree(problems: &[Problem]) -> Value {
    let mut root = json!({});
    for problem in problems {
        let mut node = &mut root;
        for step in problem.path.split('.').filter(|step| !step.is_empty()) {
            node = &mut node[step];
        }
        let error = json!({"code": problem.code, "message": problem.message});
        match node["_errors"].as_array_mut() {
            Some(errors) => errors.push(error),
            None => node["_errors"] = json!([error]),
        }
    }
    root
}
