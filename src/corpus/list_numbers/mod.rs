//! A number and the name of a format -> the number as Word prints it: `(3, "lowerRoman")` -> `iii`.
//!
//! Most formats are a line of `formats.tsv`: signs, and one of a few ways to use them. What is not
//! there, or too large for a format, is written in digits, as Word does it.

mod english;

const TABLE: &str = include_str!("formats.tsv");
/// How often Word writes a letter at most: `aaa` is 53.
const MOST_REPEATED: usize = 30;
/// Word counts no further; a larger number would make a long row of signs.
const MOST: u32 = 32_767;

/// A number as Word prints it in this format; with `none`, nothing.
pub fn render_number(number: u32, format: &str) -> String {
    let in_table = || {
        let mut fields = TABLE.lines().map(|line| line.split('\t'));
        let mut fields = fields.find_map(|mut line| (line.next()? == format).then_some(line))?;
        let system = fields.next()?;
        let signs = fields.next()?;
        render_in_system(number, system, signs, fields.next().unwrap_or_default())
    };

    let written = match format {
        "none" => Some(String::new()),
        "decimalZero" => Some(format!("{number:02}")),
        "numberInDash" => Some(format!("- {number} -")),
        "hex" => Some(format!("{number:X}")),
        "ordinal" => Some(english::to_ordinal(number)),
        "cardinalText" => Some(english::to_cardinal_words(number)),
        "ordinalText" => Some(english::to_ordinal_words(number)),
        _ if number <= MOST => in_table(),
        _ => None,
    };
    written.unwrap_or_else(|| number.to_string())
}

/// `None` for a number that the system cannot write.
fn render_in_system(number: u32, system: &str, signs: &str, besides: &str) -> Option<String> {
    // Only digits have a sign for nothing.
    let before = || number.checked_sub(1).map(|before| before as usize);

    match system {
        "digits" => Some(render_digits(number, signs)),
        "units" => render_units(number, signs, besides),
        "sum" if number == 0 || besides.parse().is_ok_and(|most: u32| number > most) => None,
        "sum" => render_sum(number, signs),
        "listed" => signs.split(' ').nth(before()?).map(str::to_owned),
        "cycle" => nth_sign(signs, before()? % signs.chars().count()),
        "repeated" => {
            let count = signs.chars().count();
            let times = before()? / count + 1;
            (times <= MOST_REPEATED)
                .then(|| nth_sign(signs, before()? % count).map(|s| s.repeat(times)))?
        }
        _ => None,
    }
}

fn nth_sign(signs: &str, at: usize) -> Option<String> {
    signs.chars().nth(at).map(String::from)
}

fn render_digits(number: u32, signs: &str) -> String {
    let digit = |c: char| nth_sign(signs, c.to_digit(10)? as usize);
    number.to_string().chars().filter_map(digit).collect()
}

/// Always the largest sign that is not too much: the Hebrew table has 15 to 19, so that 16 is not
/// made of 15.
fn render_sum(number: u32, signs: &str) -> Option<String> {
    let mut left = number;
    let mut written = String::new();
    for pair in signs.split(' ') {
        let (sign, value) = pair.split_once('=')?;
        let value: u32 = value.parse().ok()?;
        while left >= value {
            left -= value;
            written.push_str(sign);
        }
    }

    Some(written)
}

/// Digits and the units of ten, hundred and thousand, as in `二百三十`.
fn render_units(number: u32, signs: &str, besides: &str) -> Option<String> {
    let (digits, units) = signs.split_once(' ')?;
    let mut besides: Vec<&str> = besides.split(' ').collect();
    let most: u32 = besides.pop()?.parse().ok()?;
    let says = |word| besides.contains(&word);

    if number == 0 || number > most {
        return Some(render_digits(number, digits));
    }

    let mut written = String::new();
    let mut left_out = false;
    for power in (0..4_u32).rev() {
        let digit = number / 10_u32.pow(power) % 10;
        if digit == 0 {
            left_out = true;
            continue;
        }

        if says("zero") && left_out && !written.is_empty() {
            written += &nth_sign(digits, 0)?;
        }
        left_out = false;

        let says_one = match power {
            0 => true,
            1 if written.is_empty() => says("ten"),
            _ => says("one"),
        };
        if digit > 1 || says_one {
            written += &nth_sign(digits, digit as usize)?;
        }
        if let Some(unit) = power.checked_sub(1) {
            written += &nth_sign(units, unit as usize)?;
        }
    }

    Some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: &[(&str, &str)] = &[
        ("decimal", "0=0 7=7 1234=1234"),
        ("decimalZero", "1=01 10=10 100=100"),
        ("lowerLetter", "1=a 26=z 27=aa 53=aaa 0=0 900=900"),
        ("upperLetter", "3=C 28=BB"),
        ("lowerRoman", "4=iv 1999=mcmxcix 0=0"),
        ("upperRoman", "9=IX 40=XL 2024=MMXXIV 40000=40000"),
        ("ordinal", "1=1st 2=2nd 3=3rd 11=11th 112=112th 21=21st"),
        ("cardinalText", "1=One 21=Twenty-one 0=Zero"),
        (
            "ordinalText",
            "1=First 12=Twelfth 20=Twentieth 35=Thirty-fifth",
        ),
        ("hex", "10=A 255=FF"),
        ("chicago", "1=* 4=§ 6=††"),
        ("decimalEnclosedCircle", "1=① 20=⑳ 50=㊿ 51=51"),
        ("decimalFullWidth", "12=１２"),
        ("ideographDigital", "10=一〇 205=二〇五"),
        ("chineseCounting", "3=三 10=十 11=十一 20=二十 100=一○○"),
        (
            "chineseCountingThousand",
            "101=一百零一 110=一百一十 1005=一千零五 1234=一千二百三十四",
        ),
        ("japaneseCounting", "10=十 101=百一 1234=千二百三十四"),
        ("japaneseLegal", "10=壱拾 23=弐拾参"),
        ("ideographTraditional", "1=甲 10=癸 11=11"),
        ("ideographZodiac", "12=亥 13=13"),
        ("ideographZodiacTraditional", "1=甲子 13=丙子 60=癸亥 61=61"),
        ("ideographLegalTraditional", "10=壹拾 21=貳拾壹"),
        ("koreanCounting", "11=십일 100=백"),
        ("koreanLegal", "11=열하나 29=스물아홉"),
        ("ganada", "1=가 15=가"),
        ("irohaFullWidth", "2=ロ 48=ン 49=イ"),
        ("russianLower", "1=а 30=аа"),
        ("hebrew1", "15=טו 16=טז 17=יז 26=כו 115=קטו"),
        ("thaiNumbers", "10=๑๐"),
        ("none", "1="),
        ("of a later version", "4=4"),
    ];

    #[test]
    fn a_number_is_written_as_its_format_demands() {
        for (format, cases) in CASES {
            for (number, expected) in cases.split(' ').filter_map(|case| case.split_once('=')) {
                let written = render_number(number.parse().unwrap(), format);
                assert_eq!(written, expected, "{number} {format}");
            }
        }
        assert_eq!(render_number(1, "numberInDash"), "- 1 -");
    }

    #[test]
    fn every_line_of_the_table_is_used() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let format = line.split('\t').next().unwrap();
            for number in [1, 2, 9] {
                let written = render_number(number, format);
                assert!(
                    !written.is_empty() && written != number.to_string(),
                    "{line}"
                );
            }
        }
    }
}
