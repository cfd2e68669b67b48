//! Whether the commands that Discord has are those that we would register.

use serde_json::{Value, json};

/// Whether what Discord has is what we would register. Discord adds fields of its own, and leaves
/// out some that have their usual value; neither is a difference.
pub fn is_registered(theirs: &[Value], ours: &[Value]) -> bool {
    let same = |a: &Value, b: &Value| a["name"] == b["name"] && command_kind(a) == command_kind(b);
    theirs.len() == ours.len()
        && ours.iter().all(|our| {
            theirs
                .iter()
                .any(|their| same(our, their) && covers(their, our))
        })
}

fn command_kind(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(1)
}

/// Whether everything that `our` says stands in `their` too.
fn covers(their: &Value, our: &Value) -> bool {
    match (their, our) {
        (Value::Object(their), Value::Object(our)) => our.iter().all(|(field, our)| {
            let their = their.get(field);
            // Of languages, one that we do not speak any more would stay.
            if field.ends_with("_localizations") {
                return their == Some(our);
            }
            their.map_or(is_usual(our), |their| covers(their, our))
        }),
        // Lists agree item by item: the order of options is part of a command.
        (Value::Array(their), Value::Array(our)) => {
            their.len() == our.len() && their.iter().zip(our).all(|(their, our)| covers(their, our))
        }
        // Discord may give back null where we gave the usual value.
        (their, our) => their == our || their.is_null() && is_usual(our),
    }
}

fn is_usual(value: &Value) -> bool {
    *value == json!(false) || *value == json!([])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reply::commands::{command_table, names};

    #[test]
    fn what_discord_adds_or_leaves_out_is_no_change() {
        let ours = command_table();
        let mut theirs = ours.clone();

        for command in &mut theirs {
            command["id"] = json!("1");
            command["nsfw"] = json!(false);
            if command["default_member_permissions"].is_null() {
                command["default_member_permissions"] = json!(null);
            }
            if command["options"] == json!([]) {
                command["options"] = json!(null);
            }
        }

        theirs.reverse();
        assert!(is_registered(&theirs, &ours));
    }

    #[test]
    fn any_change_of_ours_is_one() {
        let ours = command_table();
        let changes: [(&str, Value); 8] = [
            ("/description", json!("Another")),
            ("/options/0/max_length", json!(1)),
            ("/options/1/autocomplete", json!(false)),
            ("/contexts", json!([0])),
            ("/name", json!("another")),
            ("/description_localizations/de", json!("Anders")),
            ("/description_localizations/nl", json!("Anders")),
            ("/options/0/name_localizations", json!(null)),
        ];

        for (place, value) in changes {
            let mut theirs = ours.clone();
            let (of, field) = place.rsplit_once('/').unwrap();
            theirs[0].pointer_mut(of).unwrap()[field] = value;
            assert!(!is_registered(&theirs, &ours), "{place}");
        }

        assert!(!is_registered(&ours[1..], &ours) && !is_registered(&[], &ours));

        // Whoever may manage texts is part of a command, too.
        let mut theirs = ours.clone();
        let texts = theirs.iter_mut().find(|c| c["name"] == names::TEXTS);
        texts.unwrap()["default_member_permissions"] = json!(null);
        assert!(!is_registered(&theirs, &ours));

        assert_eq!(
            ours.iter()
                .map(|c| c["name"].as_str().unwrap())
                .collect::<Vec<_>>(),
            names::ALL
        );
    }
}
