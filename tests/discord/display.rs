//! What Discord's client shows for a piece of Markdown, written from its rules and not from our
//! code.
//!
//! Bold text and the marks of ours are the only formatting that our replies use inside a text;
//! whatever else would be formatted, linked, mentioned or turned into a picture is an error here.

/// The displayed text, or what in it would not be displayed as text.
pub fn displayed(markdown: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = markdown;
    let mut at_line_start = true;
    while let Some(c) = rest.chars().next() {
        if at_line_start && let Some(found) = block(rest) {
            return Err(format!("{found} at {:?}", start(rest)));
        }
        let after = &rest[c.len_utf8()..];
        if c == '\\' {
            let escaped = after
                .chars()
                .next()
                .filter(|next| !next.is_ascii_alphanumeric() && !next.is_whitespace());
            let shown = escaped.unwrap_or('\\');
            out.push(shown);
            rest = &after[escaped.map_or(0, char::len_utf8)..];
            at_line_start = false;
            continue;
        }
        if let Some(inner) = rest.strip_prefix("**") {
            rest = inner;
            at_line_start = false;
            continue;
        }
        if let Some(found) = inline(rest, &out) {
            return Err(format!("{found} at {:?}", start(rest)));
        }
        out.push(c);
        at_line_start = c == '\n';
        rest = after;
    }
    Ok(out)
}

fn start(rest: &str) -> String {
    rest.chars().take(30).collect()
}

/// Headings, quotes, lists and small print begin a line.
fn block(line: &str) -> Option<&'static str> {
    let inner = line.trim_start_matches(' ');
    let hashes = line.chars().take_while(|c| *c == '#').count();
    let digits = inner.chars().take_while(char::is_ascii_digit).count();
    let space = |text: &str| text.starts_with([' ', '\t', '\n']);
    match () {
        () if (1..=3).contains(&hashes) && space(&line[hashes..]) => Some("a heading"),
        () if line.starts_with("-#") && space(&line[2..]) => Some("small print"),
        () if inner.starts_with("> ") || inner.starts_with(">>> ") => Some("a quote"),
        () if inner.starts_with(['-', '*', '+']) && space(&inner[1..]) => Some("a list"),
        () if digits > 0 && inner[digits..].starts_with('.') && space(&inner[digits + 1..]) => {
            Some("a numbered list")
        }
        () => None,
    }
}

fn inline(rest: &str, before: &str) -> Option<&'static str> {
    let c = rest.chars().next()?;
    let word = |text: &str| {
        text.chars()
            .take_while(|c| !c.is_whitespace() && *c != ':')
            .count()
    };
    match c {
        '*' | '_' => Some("emphasis"),
        '`' => Some("code"),
        '~' if rest.starts_with("~~") => Some("struck text"),
        '|' if rest.starts_with("||") => Some("a spoiler"),
        '<' if rest.contains('>') => Some("a mention, an emoji, a timestamp or a link"),
        '[' if rest.contains("](") => Some("a masked link"),
        '@' if rest.starts_with("@everyone") || rest.starts_with("@here") => {
            Some("a mention of everyone")
        }
        ':' if rest.starts_with("://") && before.ends_with(|c: char| c.is_ascii_alphabetic()) => {
            Some("a link")
        }
        ':' => {
            let name = word(&rest[1..]);
            let closes = rest.chars().nth(name + 1) == Some(':');
            (name > 0 && closes).then_some("an emoji by its name")
        }
        '/' if before.ends_with("discord.gg") => Some("an invitation"),
        _ => None,
    }
}
