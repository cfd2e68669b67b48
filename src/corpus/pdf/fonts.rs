//! What the letters of a font mean where the library cannot tell.
//!
//! A font may bring a list of what its letters mean that holds an empty entry, which makes the
//! library give up all of it; weasyprint writes such lists. And a Chinese, Japanese or Korean font
//! may bring no list, since its numbering is a public one. The library does not say of which font a
//! glyph is, only that font's name: two fonts of the same name are left alone, for one must not be
//! read with the list of the other.

use std::collections::{HashMap, HashSet};

use hayro_interpret::hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};
use hayro_interpret::hayro_syntax::object::{
    Array, Dict, Name, Object, ObjectIdentifier, Stream, String as PdfString,
};
use hayro_interpret::hayro_syntax::page::Resources;

/// Letters before the name of a font of which a part is in the file: `ABCDEF+Name`.
const TAG: usize = 6;
/// Largest number of a letter.
const MOST_LETTERS: f32 = 65_535.0;
/// Bytes of a letter's number.
const CODE_BYTES: [u8; 4] = [1, 2, 3, 4];

/// Fonts by name; `None` stands for two of the same name.
#[derive(Debug, Default)]
pub struct Fonts {
    known: HashMap<String, Option<Meaning>>,
    seen: HashSet<ObjectIdentifier>,
}

#[derive(Debug)]
struct Meaning {
    /// From the codes in the page to the numbers that `unicode` knows, where these differ.
    encoding: Option<CMap>,
    unicode: CMap,
}

impl Fonts {
    /// Adds the fonts of a page, and of the drawings on it. Returns whether all are sound.
    pub fn add(&mut self, resources: &Resources) -> bool {
        let drawings = resources.x_objects.keys().filter_map(|name| {
            let drawing = resources.x_objects.get::<Stream>(&name)?;
            let resources = drawing.dict().get::<Dict>("Resources")?;
            resources.get::<Dict>("Font")
        });

        let mut is_sound = true;
        for fonts in std::iter::once(resources.fonts.clone()).chain(drawings) {
            is_sound &= fonts.keys().all(|name| {
                let font = fonts.get::<Dict>(&name);
                font.is_none_or(|font| has_sound_widths(&font))
            });
            self.add_all(&fonts);
        }
        is_sound
    }

    /// What a letter of a font means.
    pub fn text(&self, font: &str, code: u32) -> Option<String> {
        let meaning = self.known.get(font)?.as_ref()?;
        let number = match &meaning.encoding {
            Some(encoding) => CODE_BYTES
                .iter()
                .find_map(|bytes| encoding.lookup_cid_code(code, *bytes))?,
            None => code,
        };

        Some(match meaning.unicode.lookup_bf_string(number)? {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        })
    }

    fn add_all(&mut self, fonts: &Dict) {
        for name in fonts.keys() {
            let Some(font) = fonts.get::<Dict>(&name) else {
                continue;
            };
            let is_new = font.obj_id().is_none_or(|id| self.seen.insert(id));
            let Some(name) = font.get::<Name>("BaseFont").filter(|_| is_new) else {
                continue;
            };

            if let Some(meaning) = Meaning::of(&font) {
                let is_first = !self.known.contains_key(strip_subset_tag(name.as_str()));
                let entry = self.known.entry(strip_subset_tag(name.as_str()).to_owned());
                *entry.or_default() = Some(meaning).filter(|_| is_first);
            }
        }
    }
}

impl Meaning {
    /// `None` where the library knows, or nobody does.
    fn of(font: &Dict) -> Option<Meaning> {
        let Some(list) = font.get::<Stream>("ToUnicode") else {
            return Meaning::public(font);
        };

        let list = list.decoded_data().ok()?;
        if CMap::parse(&list, load_embedded).is_some() {
            return None;
        }
        Some(Meaning {
            encoding: None,
            unicode: CMap::parse(&mend_empty_mappings(&list), load_embedded)?,
        })
    }

    /// By the public numbering that a font says it has.
    fn public(font: &Dict) -> Option<Meaning> {
        let inner = font
            .get::<Array>("DescendantFonts")?
            .iter::<Dict>()
            .next()?;
        let numbering = inner.get::<Dict>("CIDSystemInfo")?;
        let family = CidFamily::from_registry_ordering(
            numbering.get::<PdfString>("Registry")?.as_bytes(),
            numbering.get::<PdfString>("Ordering")?.as_bytes(),
        );

        let encoding = font.get::<Name>("Encoding")?;
        let encoding = match CMapName::from_bytes(encoding.as_ref()) {
            CMapName::IdentityH | CMapName::IdentityV => None,
            name => Some(CMap::parse(load_embedded(name)?, load_embedded)?),
        };
        Some(Meaning {
            encoding,
            unicode: CMap::parse(load_embedded(family.ucs2_cmap()?)?, load_embedded)?,
        })
    }
}

/// Whether no width is for more letters than there can be: the library would note it for each of
/// them.
fn has_sound_widths(font: &Dict) -> bool {
    let inner = font.get::<Array>("DescendantFonts");
    let inner = inner.and_then(|fonts| fonts.iter::<Dict>().next());
    let Some(inner) = inner else {
        return true;
    };

    ["W", "W2"].iter().all(|key| {
        let widths = inner.get::<Array>(key);
        let mut numbers = widths.iter().flat_map(Array::iter::<Object>);
        numbers.all(|number| {
            number
                .into_f32()
                .is_none_or(|number| number <= MOST_LETTERS)
        })
    })
}

/// A list in which `<code> <>` says that the letter means nothing in a way that the library reads.
fn mend_empty_mappings(list: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(list.len());
    for byte in list {
        if *byte == b'>' && whole.last() == Some(&b'<') {
            whole.extend(b"0000");
        }
        whole.push(*byte);
    }

    whole
}

fn strip_subset_tag(name: &str) -> &str {
    match name.split_once('+') {
        Some((tag, name)) if tag.len() == TAG => name,
        _ => name,
    }
}
