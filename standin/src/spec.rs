//! Request bodies against Discord's own OpenAPI specification, when a copy lies beside the
//! project; without it every check passes and [`Tally`] says that it was skipped.
//!
//! A validator is compiled for one operation at a time, from the schemas that the operation
//! reaches, and kept for the whole test process: compiling all 539 schemas would cost seconds.
//!
//! The specification is looser than Discord: unknown fields pass nearly everywhere, and lengths
//! count code points. It finds wrong types and missing fields; `limits.rs` and its neighbours do
//! the rest.

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Where the specification is, from this crate's folder.
const SPEC: &str = "../../shared/discord/openapi.json";

/// The parsed specification and the validators compiled so far.
struct Spec {
    paths: Value,
    schemas: Value,
    compiled: Mutex<HashMap<String, Arc<Validator>>>,
}

/// How the bodies of one stand-in fared, by operation (and callback type).
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub valid: BTreeMap<String, usize>,
    /// Operation and error.
    pub invalid: Vec<(String, String)>,
}

impl Tally {
    /// One line an operation, or the line that says that nothing was checked.
    pub fn report(&self) -> String {
        if spec().is_none() {
            return format!("skipped: {SPEC} is not there");
        }
        let valid = self
            .valid
            .iter()
            .map(|(kind, n)| format!("{n:4} valid  {kind}\n"));
        let invalid = self
            .invalid
            .iter()
            .map(|(kind, error)| format!("INVALID  {kind}: {error}\n"));
        valid.chain(invalid).collect()
    }
}

/// Whether the specification is there to check against.
pub fn is_there() -> bool {
    spec().is_some()
}

fn spec() -> Option<&'static Spec> {
    static SPEC_ONCE: OnceLock<Option<Spec>> = OnceLock::new();
    SPEC_ONCE.get_or_init(load).as_ref()
}

fn load() -> Option<Spec> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SPEC);
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("skipped: {SPEC} is not there");
        return None;
    };
    let mut spec: Value = serde_json::from_str(&text).expect("the specification is JSON");
    Some(Spec {
        paths: spec["paths"].take(),
        schemas: spec["components"]["schemas"].take(),
        compiled: Mutex::default(),
    })
}

/// Checks one body and counts it; returns the error of an invalid one.
pub fn check(tally: &mut Tally, method: &str, path: &str, body: &Value) -> Option<String> {
    let spec = spec()?;
    let (operation, schema) = spec.operation(method, path)?;
    let kind = match body["type"].as_u64() {
        Some(n) if operation.ends_with("/callback") => format!("{operation} type {n}"),
        _ => operation.clone(),
    };
    let validator = spec.validator(&operation, schema);
    let body = adapted(path, body);
    let errors: Vec<String> = validator
        .iter_errors(&body)
        .map(|error| innermost(&error))
        .collect();
    if errors.is_empty() {
        *tally.valid.entry(kind).or_default() += 1;
        return None;
    }
    let errors = errors.join("; ");
    tally.invalid.push((kind.clone(), errors.clone()));
    Some(format!("{kind}: {errors}"))
}

impl Spec {
    /// The operation's name and the schema of its JSON body. Among the templates that fit, the
    /// one with the most literal segments wins: `@original` before `{message_id}`.
    fn operation(&self, method: &str, path: &str) -> Option<(String, &Value)> {
        let paths = self.paths.as_object()?;
        let fitting = paths
            .iter()
            .filter(|(template, _)| literal_segments(template, path).is_some());
        let (template, item) =
            fitting.max_by_key(|(template, _)| literal_segments(template, path))?;
        let operation = &item[method.to_lowercase()];
        let schema = operation.pointer("/requestBody/content/application~1json/schema")?;
        Some((format!("{method} {template}"), schema))
    }

    fn validator(&self, operation: &str, schema: &Value) -> Arc<Validator> {
        let mut compiled = self.compiled.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = compiled.entry(operation.to_owned());
        Arc::clone(entry.or_insert_with(|| Arc::new(self.compile(schema))))
    }

    /// Keeps `#/components/schemas/...` references valid by keeping that shape around the
    /// operation's schema.
    fn compile(&self, schema: &Value) -> Validator {
        let mut needed = Map::new();
        self.collect(schema, &mut needed);
        let mut root = schema.clone();
        root["components"] = json!({"schemas": needed});
        jsonschema::draft202012::options()
            .should_validate_formats(true)
            .build(&root)
            .expect("Discord's schemas compile")
    }

    fn collect(&self, schema: &Value, needed: &mut Map<String, Value>) {
        match schema {
            Value::Object(fields) => {
                if let Some(name) = fields.get("$ref").and_then(Value::as_str) {
                    self.collect_named(name.trim_start_matches("#/components/schemas/"), needed);
                }
                fields
                    .values()
                    .for_each(|field| self.collect(field, needed));
            }
            Value::Array(items) => items.iter().for_each(|item| self.collect(item, needed)),
            _ => {}
        }
    }

    fn collect_named(&self, name: &str, needed: &mut Map<String, Value>) {
        if !needed.contains_key(name) {
            needed.insert(name.to_owned(), self.schemas[name].clone());
            self.collect(&self.schemas[name], needed);
        }
    }
}

fn literal_segments(template: &str, path: &str) -> Option<usize> {
    let (template, path) = (template.trim_matches('/'), path.trim_matches('/'));
    if template.split('/').count() != path.split('/').count() {
        return None;
    }
    let pairs = || template.split('/').zip(path.split('/'));
    let fits = pairs().all(|(want, got)| want.starts_with('{') || want == got);
    fits.then(|| pairs().filter(|(want, got)| want == got).count())
}

/// The body with the two valid forms that the specification gets wrong put right; both are in
/// Discord's documentation, serenity sends them, and Discord takes them.
///
/// - `default_member_permissions` of a command is an integer in the specification and a string of
///   digits in the documentation. Only a string that is all digits becomes its number.
/// - `id` of an attachment is a string in the specification; for a file of the same request the
///   documentation has its number, `0` for `files[0]`. Only such a number becomes a string.
fn adapted(path: &str, body: &Value) -> Value {
    let mut body = body.clone();
    if path.starts_with("/applications/") {
        match &mut body {
            Value::Array(commands) => commands.iter_mut().for_each(adapt_permissions),
            command => adapt_permissions(command),
        }
        return body;
    }
    for list in ["/attachments", "/data/attachments"] {
        let list = body.pointer_mut(list).and_then(Value::as_array_mut);
        list.into_iter().flatten().for_each(adapt_attachment);
    }
    body
}

fn adapt_permissions(command: &mut Value) {
    let digits = command["default_member_permissions"].as_str();
    if let Some(number) = digits.and_then(|digits| digits.parse::<u64>().ok()) {
        command["default_member_permissions"] = json!(number);
    }
}

fn adapt_attachment(attachment: &mut Value) {
    if let Some(number) = attachment["id"].as_u64() {
        attachment["id"] = json!(number.to_string());
    }
}

/// A union's own message says only "not valid under any of the schemas": report the branch that
/// got deepest into the body instead, which is the one that was meant.
fn innermost(error: &ValidationError<'_>) -> String {
    let branches = match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            context.as_slice()
        }
        _ => &[],
    };
    let depth = |error: &&ValidationError<'_>| error.instance_path().as_str().matches('/').count();
    // A branch for another `type` says so first; its other complaints are beside the point.
    let meant = branches.iter().filter(|branch| {
        !branch
            .iter()
            .any(|error| error.instance_path().as_str().ends_with("/type"))
    });
    match meant.flatten().max_by_key(depth) {
        Some(inner) => innermost(inner),
        None => format!("{} at {}", error, error.instance_path()),
    }
}
