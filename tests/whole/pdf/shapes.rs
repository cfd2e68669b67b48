//! What a page draws as a shape and a reader takes for a sign: the bullets of lists that browsers
//! print.

use super::{Sheet, advance, check, show, spell, text};

/// A filled circle of 4 points whose middle is here.
fn draw_dot(x: f64, y: f64) -> String {
    let (near, far) = (2.0, 1.1);
    let at = |dx: f64, dy: f64| format!("{:.2} {:.2} ", x + dx, y + dy);
    let quarter = |a: (f64, f64), b: (f64, f64), end: (f64, f64)| {
        at(a.0, a.1) + &at(b.0, b.1) + &at(end.0, end.1) + "c "
    };
    at(near, 0.0)
        + "m "
        + &quarter((near, far), (far, near), (0.0, near))
        + &quarter((-far, near), (-near, far), (-near, 0.0))
        + &quarter((-near, -far), (-far, -near), (0.0, -near))
        + &quarter((far, -near), (near, -far), (near, 0.0))
        + "f\n"
}

#[test]
fn items_whose_bullets_are_shapes_are_items() {
    let items = [
        "Download the file from the page of it",
        "Put it into a folder of your own house",
        "Run it, and follow what it says to you",
    ];
    let content: String = (0..)
        .zip(items)
        .map(|(n, item)| {
            let y = 500.0 - 16.0 * f64::from(n);
            draw_dot(50.0, y + 3.5) + &show(60.0, y, 11.0, item)
        })
        .collect();
    check(
        content,
        "• Download the file from the page of it\n\n• Put it into a folder of your own house\n\n\
         • Run it, and follow what it says to you",
    );

    // A square, and a ring around nothing.
    let squares = "48 502 4 4 re f\n".to_owned() + &show(60.0, 500.0, 11.0, "Oil is dear");
    check(squares, "• Oil is dear");
    let ring =
        draw_dot(50.0, 487.5).replace("f\n", "S\n") + &show(60.0, 484.0, 11.0, "So is bread");
    check(ring, "• So is bread");
}

#[test]
fn bullets_stand_to_the_right_of_what_is_read_from_there() {
    let items = [
        "שמן לנורה של המגדלור",
        "פתיל חדש מברגן",
        "לחם ומים לשבוע אחד",
    ];
    let content: String = (0..)
        .zip(items)
        .map(|(n, item)| {
            let y = 500.0 - 16.0 * f64::from(n);
            let drawn: String = item.chars().rev().collect();
            let left = 300.0 - advance(item, 11.0);
            draw_dot(310.0, y + 3.5) + &spell(left, y, 11.0, &drawn)
        })
        .collect();
    check(
        content,
        "• שמן לנורה של המגדלור\n\n• פתיל חדש מברגן\n\n• לחם ומים לשבוע אחד",
    );
}

#[test]
fn shapes_elsewhere_are_no_bullets() {
    let line = show(60.0, 500.0, 11.0, "Oil is dear");
    for shape in [
        draw_dot(50.0, 520.0),            // above the line
        draw_dot(200.0, 503.5),           // behind it
        draw_dot(10.0, 503.5),            // far before it
        "40 502 18 4 re f\n".to_owned(),  // a stroke
        "40 496 16 16 re S\n".to_owned(), // a box
    ] {
        assert_eq!(text(&Sheet::of(shape + &line).file()), "Oil is dear");
    }
    let plot: String = (0..600).map(|n| draw_dot(50.0, f64::from(n))).collect();
    assert_eq!(text(&Sheet::of(plot + &line).file()), "Oil is dear");
}

#[test]
fn code_keeps_its_lines_and_their_indents() {
    // Capitals alone are wider than all other signs.
    let widths = "[32 64 500 65 90 700 91 126 500]";
    let set = |lines: &[(f64, f64, &str)]| {
        let content = lines.iter().map(|(x, y, line)| show(*x, *y, 10.0, line));
        let sheet = Sheet {
            widths,
            ..Sheet::of(content.collect())
        };
        text(&sheet.file())
    };

    let around =
        "The Keeper Turns The Lamp On As Soon As The Sun Is Below The Sea And The Clock Is Wound.";
    let lines = [
        (40.0, 500.0, around),
        (50.0, 470.0, "def light(volts):"),
        (70.0, 458.0, "if volts > 24:"),
        (90.0, 446.0, "return none"),
        (70.0, 434.0, "return volts * 2"),
        // None of its letters is narrow elsewhere.
        (50.0, 410.0, "a = 24"),
        (50.0, 398.0, "b = 25"),
        (40.0, 368.0, around),
    ];
    assert_eq!(
        set(&lines),
        format!(
            "{around}\n\ndef light(volts):\n    if volts > 24:\n        return none\n    return volts * 2\n\na = 24\nb = 25\n\n{around}"
        )
    );

    let first = show(40.0, 500.0, 10.0, around) + &show(50.0, 40.0, 10.0, "if volts > 24:");
    let second = show(70.0, 560.0, 10.0, "a = 24") + &show(40.0, 500.0, 10.0, around);
    let sheet = Sheet {
        widths,
        pages: vec![first, second],
        ..Sheet::of(String::new())
    };
    assert_eq!(
        text(&sheet.file()),
        format!("{around}\n\nif volts > 24:\n    a = 24\n\n{around}")
    );

    // All of it is typed on a machine: it flows.
    let typed = set(&[
        (40.0, 500.0, "the keeper turned the lamp on as soon as"),
        (40.0, 488.0, "the sun was below the sea, and then he"),
        (40.0, 476.0, "wound the clock of it for the night to be."),
    ]);
    assert!(
        typed.contains("as soon as the sun was below the sea, and then he wound"),
        "{typed}"
    );
}
