//! Markdown: what only its writer is to see, and what only looks so.

use crate::markdown::paragraphs;

/// The paragraphs of each note, with single spaces.
fn check(cases: &[(&str, &[&str])]) {
    for (source, expected) in cases {
        let found: Vec<String> = paragraphs(source)
            .iter()
            .map(|p| {
                p.split(' ')
                    .filter(|p| !p.is_empty())
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        assert_eq!(found, *expected, "{source}");
    }
}

#[test]
fn a_private_comment_is_never_read_however_it_is_written() {
    let comments = [
        "{::comment}SECRET{:/comment}",
        "{::comment}SECRET {:/nomarkdown} SECRET{:/}",
        "{% comment %}SECRET{% endcomment %}",
        "{%comment%}SECRET{%endcomment%}",
        "{%- comment -%}SECRET{%-endcomment-%}",
        "{% comment a note %}SECRET{% endcomment %}",
        "{% comment \"SECRET\" %}SECRET{% endcomment %}",
        "{{- /* SECRET */ -}}",
        "{{/* SECRET */}}",
        "{{</* SECRET */>}}",
        "{{< comment >}}SECRET{{</comment>}}",
        "{# SECRET #}",
        "{#- SECRET -#}",
        "{{!-- SECRET {{a}} --}}",
        "{{! SECRET }}",
        "<%-- SECRET --%>",
        "<%# SECRET %>",
        "\\begin{comment}SECRET\\end{comment}",
        "[SECRET]{.content-hidden}",
        "[SECRET *SECRET*]{.hidden when-format=\"html\"}",
    ];
    for comment in comments {
        let source = format!("Seen {comment} here.\n\n{comment}\n\nThe end.");
        let found = paragraphs(&source).join("|").replace("  ", " ");
        assert_eq!(found, "Seen here.|The end.", "{comment}");
    }

    let blocks = [
        "{::comment}\n\nSECRET\n\n- SECRET\n{:/comment}",
        "{% comment %}\n# SECRET\n\n```\nSECRET\n```\n{% endcomment %}",
        "::: {.content-hidden}\nSECRET\n\n::: {.note}\nSECRET\n:::\n\nSECRET\n:::",
        ":::: {.content-hidden when-format=\"pdf\"}\nSECRET\n::::",
        "> ::: {.hidden}\n> SECRET\n> :::",
        "[//]: # (SECRET)",
        "Seen.\n[//]: # \"SECRET\"",
        "[comment]: <> (SECRET)",
    ];
    for block in blocks {
        let found = paragraphs(&format!("Seen.\n\n{block}\n\nThe end.")).join("|");
        assert!(
            !found.contains("SECRET") && found.starts_with("Seen.") && found.ends_with("The end."),
            "{block}: {found}"
        );
    }
    // Not closed: to the end.
    for open in ["{::comment}", "{%comment%}", "{# ", "::: {.content-hidden}"] {
        let found = paragraphs(&format!("Seen.\n\n{open}\nSECRET\n\nSECRET"));
        assert_eq!(found, ["Seen."], "{open}");
    }

    let shown: &[(&str, &[&str])] = &[
        ("`{::comment}` and {% comments %}", &["{::comment} and"]),
        (
            "## Tower {#tower}\n\nIt is {#1} or {# 1.",
            &["It is {#1} or {# 1."],
        ),
        (
            "    ::: {.hidden}\n    code\n\nSeen.",
            &["::: {.hidden}\ncode", "Seen."],
        ),
        (
            "{{< figure src=\"x\" caption=\"The lamp.\" >}}",
            &["The lamp."],
        ),
    ];
    for (source, expected) in shown {
        let found: Vec<String> = paragraphs(source)
            .iter()
            .map(|p| p.trim().to_owned())
            .collect();
        assert_eq!(found, *expected, "{source}");
    }
}

#[test]
fn a_comment_may_begin_right_behind_a_word() {
    check(&[
        (
            "Seen%% SECRET %%text and word %%SECRET%%.",
            &["Seentext and word ."],
        ),
        (
            "Anna%%SECRET%% said so. Then Nils%% SECRET\n\nSECRET%% here.",
            &["Anna said so. Then Nils here."],
        ),
        ("See it (below)%%SECRET%% here.", &["See it (below) here."]),
        ("灯台%%SECRET%%は岩の上。", &["灯台は岩の上。"]),
        (
            "*Anna*%%SECRET%% and %%SECRET%%%%SECRET%% Nils.",
            &["Anna and Nils."],
        ),
        ("In 1893%% SECRET %% it burnt.", &["In 1893 it burnt."]),
        ("In 1893%%SECRET 12%% it burnt.", &["In 1893 it burnt."]),
        ("Of 12%%SECRET%% lamps.", &["Of 12 lamps."]),
        ("Of 12%% SECRET\n\nSECRET %% lamps.", &["Of 12 lamps."]),
        ("Of 12%% SECRET\n\nSECRET 13%% lamps.", &["Of 12 lamps."]),
        // What is no comment does not end one, and where nobody can tell, less is read.
        (
            "It is 100%% sure, 50%% not. %% SECRET %% Seen.",
            &["It is 100%% sure, 50%% not. Seen."],
        ),
        ("It is 100%% sure. %% SECRET %% Seen.", &["It is 100 Seen."]),
        ("It is 100%% sure.", &["It is 100%% sure."]),
    ]);
}

#[test]
fn a_comment_in_a_box_is_never_read() {
    let boxes = [
        "=== \"Winter\"\n\n    Seen. SECRETS\n\n    SECRETS",
        "===! \"Winter\"\n    Seen.\n\n    SECRETS\n",
        "??? tip\n    Seen.\n\n    SECRETS\n\n    !!! note\n\n        Seen. SECRETS\n\n        SECRETS",
        "!!! note\n\n\tSeen.\n\n\tSECRETS",
        "1. one\n\n    !!! note\n\n        Seen. SECRETS\n\n        SECRETS\n\n    Seen. SECRETS",
        "> !!! note\n>\n>     Seen. SECRETS\n>\n>     SECRETS",
        "Lamp\n:   A light.\n\n    !!! note\n\n        Seen. SECRETS",
        "!!! note\n\n    - Seen.\n\n        SECRETS\n\n        Seen. SECRETS",
        "[^1]: Seen.\n\n    SECRETS\n\nSeen.[^1]",
    ];
    let secrets = [
        "%% SECRET %%",
        "{>> SECRET <<}",
        "{# SECRET #}",
        "<!-- SECRET -->",
        "{% comment %}SECRET{% endcomment %}",
    ];
    for (boxed, secret) in boxes.iter().flat_map(|b| secrets.map(|s| (b, s))) {
        let source = boxed.replace("SECRETS", secret);
        let found = paragraphs(&source).join("|");
        assert!(!found.contains("SECRET"), "{source}: {found}");
        assert_eq!(
            found.matches("Seen.").count(),
            source.matches("Seen.").count(),
            "{source}: {found}"
        );
        assert!(!found.contains(['!', '=', '?']), "{source}: {found}");
    }
    check(&[
        (
            "!!! note\n\n    ```sh\n    run # <!-- code -->\n    ```\n\nNext.",
            &["run # <!-- code -->", "Next."],
        ),
        (
            "    !!! note\n        %% code %%\n\nNext.",
            &["!!! note\n %% code %%", "Next."],
        ),
        (
            "- one\n\n    !!! note \"Mind\"\n\n        It bites.\n\n    Still.\n\nNext.",
            &["• one", "Mind", "It bites.", "Still.", "Next."],
        ),
    ]);
}

#[test]
fn what_has_been_deleted_is_not_read_and_what_has_been_added_is() {
    check(&[
        (
            "It {--SECRET--}burns {++bright++} at {~~SECRET~>night~~}, {==she said==}{>>SECRET<<}.",
            &["It burns bright at night, she said."],
        ),
        (
            "It{--\n\nSECRET\n\n--} burns.\n\n{++New.\n\nNewer.++}",
            &["It burns.", "New.", "Newer."],
        ),
        (
            "It {++burns {--SECRET--}{~~SECRET~>still~~}++} now.",
            &["It burns still now."],
        ),
        ("{--SECRET `code`--}\n\nSeen.", &["Seen."]),
        ("- {--SECRET--}\n- Seen.", &["• Seen."]),
        ("`{--code--}` stays.", &["{--code--} stays."]),
        (
            "{-- open\n\nSeen. {++Added++}",
            &["{-- open", "Seen. Added"],
        ),
        (
            "++灯台灯台灯台灯台灯台灯台灯台灯台灯台灯台灯台灯台灯台灯台",
            &["++灯台灯台灯台灯台灯台灯台灯台灯台灯台灯台灯台灯台灯台灯台"],
        ),
        (
            "A {~~word~~} and {--} and {~~x",
            &["A {word} and {--} and {~~x"],
        ),
        (
            "=== \"T\"\n\n    Seen {--SECRET--}here.",
            &["T", "Seen here."],
        ),
    ]);
}

#[test]
fn calls_embeds_and_keys_are_read_as_they_are_shown() {
    check(&[
        (
            "Hello {{ page.author }}. {{- \"x\" -}} {{{ raw }}}Seen.",
            &["Hello . Seen."],
        ),
        (
            "[the map]({{ site.baseurl }}/x) ![i]({{ \"/a.png\" | relative_url }}) [b]({{site.url}})",
            &["the map b"],
        ),
        (
            "| a {{ x | y }} | b |\n|---|---|\n| c | d |",
            &["a b", "c d"],
        ),
        ("Use `{{ x }}` and {{ open.", &["Use {{ x }} and {{ open."]),
        ("{{ one\n\ntwo }}", &["{{ one", "two }}"]),
        (
            "Then $\\frac{{a}}{{b}}$, $x^{{2}}$ and {{c1::Paris}}.",
            &["Then $\\frac{{a}}{{b}}$, $x^{{2}}$ and {{c1::Paris}}."],
        ),
        (
            "One.\n\n--8<-- \"a.md\"\n\nTwo.\n\n--8<--\na.md\nb.md\n--8<--\n\n{!c.md!}\n\nThree.",
            &["One.", "Two.", "Three."],
        ),
        ("```\n--8<-- \"a.md\"\n```", &["--8<-- \"a.md\""]),
        (
            "Press ++ctrl+alt+del++ or ++arrow-up++, not C++ or D++ or a++b++.",
            &["Press Ctrl+Alt+Del or Arrow Up, not C++ or D++ or a++b++."],
        ),
    ]);
}

#[test]
fn names_to_be_replaced_are_read_in_a_text_that_is_no_template() {
    check(&[
        (
            "Dear {{first_name}},\n\nyour {{ count }} kettles come to {{street}}.",
            &[
                "Dear {{first_name}},",
                "your {{ count }} kettles come to {{street}}.",
            ],
        ),
        (
            "{{toc}}\n\nIt boils {{ page.x }}at {{{ raw }}}once.",
            &["It boils at once."],
        ),
        (
            "---\nlayout: post\n---\nIt boils {{ often }}at once.",
            &["It boils at once."],
        ),
        (
            "It boils {{ often }}at once.\n\n{% include kettle %}",
            &["It boils at once."],
        ),
    ]);
}

#[test]
fn what_templates_show_as_it_is_written_is_read_so() {
    check(&[
        (
            "Write {% raw %}{{ name }}{% endraw %} and `{% raw %}{% if x %}{% endraw %}`, not {{ name }}.",
            &["Write {{ name }} and {% if x %}, not ."],
        ),
        (
            "{%- verbatim -%}\n<p>{{ title }}</p>\n{%- endverbatim -%}",
            &["{{ title }}"],
        ),
        (
            "Use `{% raw %}` and `{% endraw %}` around it.",
            &["Use {% raw %} and {% endraw %} around it."],
        ),
        (
            "{% raw %}A {{ lamp }} that is never closed.",
            &["A that is never closed."],
        ),
        (
            "{% raw %}It {{ burns }}.<!-- SECRET -->{% endraw %}",
            &["It {{ burns }}."],
        ),
        (
            "{% highlight ruby %}\ndef lamp\n  light\nend\n{% endhighlight %}\n\nIt burns.",
            &["def lamp\n light\nend", "It burns."],
        ),
        (
            "Call {{< highlight go >}}light(){{< /highlight >}} then.\n\n{{< highlight go >}}x{{< /highlight >}}",
            &["Call light() then.", "x"],
        ),
        (
            "- Light it:\n\n  {{< highlight go >}}\n  a := 1\n  b := 2\n  {{< /highlight >}}\n\n- Sleep.",
            &["• Light it:", "a := 1\nb := 2", "• Sleep."],
        ),
        (
            "{% include figure.html src=\"a.png\" caption=\"The tower.\" %}\n\n{% include note.html content='Mind the step.' %}\n\n{% include foot.html %}",
            &["The tower.", "Mind the step."],
        ),
    ]);
}
