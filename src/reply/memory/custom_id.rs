//! A [`State`] and the [`Action`] of a button -> the at most 100 characters of its `custom_id`, and
//! back.
//!
//! A version, a letter for the action, and the state as bytes in base 64. Whatever else arrives (an
//! id of an older version, of another bot, damaged) decodes to `None`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::reply::memory::state::{Action, Face, Kind, Match, OnShow, Print, State, Within, Words};
use crate::servers::Home;

/// Changes when the layout below does; ids of other versions are answered with a sentence.
const VERSION: char = '2';
/// Longest `custom_id` that Discord takes.
pub const MAX_CHARS: usize = 100;
/// Bytes that fit after version and action.
const MAX_BYTES: usize = (MAX_CHARS - 2) * 3 / 4;

/// The byte of the kind: three bits for it, then these, and two for the face.
const KIND: u8 = 0x07;
/// The number of no kind: reading, and the words that are quoted follow.
const CHECKED: u8 = 5;
/// Another: an answer, and the words that answer follow.
const PLACED: u8 = 6;
const FACE: u8 = 3;
const PERHAPS: u8 = 0x20;
/// Set when it is of the library of a server's own.
const OWN: u8 = 0x40;
/// Set when the only texts to look in follow.
const LIMITED: u8 = 0x80;

impl State {
    /// The `custom_id` of the button that does `action` with this state.
    pub fn encode(&self, action: Action) -> String {
        let bytes = self.bytes();
        debug_assert!(bytes.len() <= MAX_BYTES, "the caller uses State::fitted");
        format!(
            "{VERSION}{}{}",
            action.letter(),
            URL_SAFE_NO_PAD.encode(bytes)
        )
    }

    /// Reads a `custom_id`; `None` for anything that [`State::encode`] does not write.
    pub fn decode(custom_id: &str) -> Option<(Action, State)> {
        let mut chars = custom_id.strip_prefix(VERSION)?.chars();
        let action = Action::of(chars.next()?)?;
        let bytes = URL_SAFE_NO_PAD.decode(chars.as_str()).ok()?;
        let mut reader = Reader(&bytes);
        let state = reader.state()?;

        // Bytes left over mean that it is none of ours.
        reader.0.is_empty().then_some((action, state))
    }

    /// The state with as many matches, best first, as its buttons can hold.
    pub fn fitted(mut self) -> State {
        while self.bytes().len() > MAX_BYTES && self.matches.pop().is_some() {}
        self
    }

    fn bytes(&self) -> Vec<u8> {
        // Matches are often of one document, and there is room for its name only once.
        let mut documents: Vec<Within> = Vec::new();
        let matched = self.matches.iter().map(|m| m.document);
        for document in matched.chain([self.view.document]) {
            if !documents.contains(&document) {
                documents.push(document);
            }
        }
        let number = |d: Within| documents.iter().position(|o| *o == d).unwrap_or(0) as u8;

        let mut out = self.asker.to_le_bytes().to_vec();
        let perhaps = if self.perhaps { PERHAPS } else { 0 };
        let limited = if self.within.is_some() { LIMITED } else { 0 };
        let own = match self.home {
            Home::Own => OWN,
            Home::Shared => 0,
        };
        let (kind, words) = match (self.words, self.answer) {
            (Some(words), _) => (CHECKED, Some(words)),
            (None, Some(words)) => (PLACED, Some(words)),
            (None, None) => (self.kind as u8, None),
        };
        out.push(kind | (self.face as u8) << FACE | perhaps | own | limited);
        out.extend(self.within.iter().flat_map(|within| within.0));

        // No state has more than fifteen of anything, so two numbers share a byte.
        out.push(pack_nibbles(
            documents.len() as u8,
            self.matches.len() as u8,
        ));
        for document in &documents {
            out.extend(document.0);
        }
        for one in &self.matches {
            out.push(pack_nibbles(number(one.document), one.sentences));
            push_varint(&mut out, one.passage);
            out.extend(one.print.0);
        }

        out.push(pack_nibbles(number(self.view.document), self.view.count));
        push_varint(&mut out, self.view.first);
        out.extend(self.view.print.0);

        // The lowest bit says whether more pages follow, so that it costs no byte.
        let page = u32::from(self.view.page) << 1 | u32::from(self.view.more);
        push_varint(&mut out, page << 4 | u32::from(self.current.min(15)));
        if let Some(words) = words {
            push_varint(&mut out, words.from);
            push_varint(&mut out, words.length);
        }
        out
    }
}

impl Action {
    /// The letters of all actions but those with a number.
    const LETTERS: [(char, Action); 10] = [
        ('e', Action::Earlier),
        ('l', Action::Later),
        ('w', Action::Wider),
        ('c', Action::Context),
        ('o', Action::Others),
        ('f', Action::Front),
        ('s', Action::Choose),
        ('p', Action::Post),
        ('d', Action::Delete),
        ('a', Action::AskAgain),
    ];

    fn letter(self) -> char {
        match self {
            // One digit or letter is enough: fewer than ten are ever offered.
            Action::Open(number) => char::from(b'0' + number.min(9)),
            Action::Hit(number) => char::from(b'A' + number.min(9)),
            action => Action::LETTERS
                .into_iter()
                .find(|(_, other)| *other == action)
                .map_or('d', |(letter, _)| letter),
        }
    }

    fn of(letter: char) -> Option<Action> {
        match letter {
            '0'..='9' => Some(Action::Open(letter as u8 - b'0')),
            'A'..='J' => Some(Action::Hit(letter as u8 - b'A')),
            _ => Action::LETTERS
                .into_iter()
                .find(|(other, _)| *other == letter)
                .map(|(_, action)| action),
        }
    }
}

/// Two numbers below sixteen in a byte.
pub(super) fn pack_nibbles(first: u8, second: u8) -> u8 {
    first.min(15) << 4 | second.min(15)
}

/// Seven bits a byte, lowest first.
pub(super) fn push_varint(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// What is still to be read.
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl Reader<'_> {
    pub(super) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, tail) = self.0.split_first_chunk::<N>()?;
        self.0 = tail;
        Some(*head)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = 0u32;

        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f).checked_shl(shift)?;
            // The highest bit says that more bytes follow.
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }

        None
    }

    pub(super) fn two(&mut self) -> Option<(u8, u8)> {
        let byte = self.byte()?;
        Some((byte >> 4, byte & 0x0f))
    }

    fn state(&mut self) -> Option<State> {
        let asker = u64::from_le_bytes(self.array()?);
        let kind = self.byte()?;
        let within = match kind & LIMITED {
            0 => None,
            _ => Some(Within(self.array()?)),
        };

        let (documents, matches) = self.two()?;
        let documents = (0..documents)
            .map(|_| self.array().map(Within))
            .collect::<Option<Vec<_>>>()?;
        let matches = (0..matches)
            .map(|_| self.one_match(&documents))
            .collect::<Option<Vec<_>>>()?;
        let (view, current) = self.view(&documents)?;
        let (words, answer, known) = match kind & KIND {
            CHECKED => (Some(self.words()?), None, Kind::Read),
            PLACED => (None, Some(self.words()?), Kind::Answer),
            number => (None, None, Kind::of(number)?),
        };

        Some(State {
            asker,
            kind: known,
            face: Face::of(kind >> FACE & 0x03)?,
            home: match kind & OWN {
                0 => Home::Shared,
                _ => Home::Own,
            },
            within,
            perhaps: kind & PERHAPS != 0,
            matches,
            current,
            view,
            words,
            answer,
        })
    }

    fn words(&mut self) -> Option<Words> {
        Some(Words {
            from: self.number()?,
            length: self.number()?,
        })
    }

    fn one_match(&mut self, documents: &[Within]) -> Option<Match> {
        let (document, sentences) = self.two()?;
        Some(Match {
            document: *documents.get(usize::from(document))?,
            passage: self.number()?,
            print: Print(self.array()?),
            sentences,
        })
    }

    /// The view, and the number of the match that was shown last.
    fn view(&mut self, documents: &[Within]) -> Option<(OnShow, u8)> {
        let (document, count) = self.two()?;
        let document = *documents.get(usize::from(document))?;
        let first = self.number()?;
        let print = Print(self.array()?);
        let page = self.number()?;

        let view = OnShow {
            document,
            first,
            print,
            count,
            page: (page >> 5).try_into().ok()?,
            more: page & 0x10 != 0,
        };
        Some((view, (page & 0x0f) as u8))
    }
}

impl Face {
    fn of(number: u8) -> Option<Face> {
        [Face::Front, Face::Others, Face::Text]
            .into_iter()
            .find(|face| *face as u8 == number)
    }
}

impl Kind {
    fn of(number: u8) -> Option<Kind> {
        [
            Kind::Answer,
            Kind::Closest,
            Kind::Read,
            Kind::Search,
            Kind::Library,
        ]
        .into_iter()
        .find(|k| *k as u8 == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        fn a_match()(document: [u8; 3], passage: u32, print: [u8; 3], sentences in 0u8..16) -> Match {
            Match { document: Within(document), passage, print: Print(print), sentences }
        }
    }

    prop_compose! {
        fn view()(
            document: [u8; 3], first: u32, print: [u8; 3], count in 0u8..16, page: u16, more: bool,
        ) -> OnShow {
            OnShow { document: Within(document), first, print: Print(print), count, page, more }
        }
    }

    prop_compose! {
        fn state()(
            asker: u64, kind in 0u8..5, face in 0u8..3, perhaps: bool, own: bool,
            within in prop::option::of(any::<[u8; 3]>().prop_map(Within)),
            matches in prop::collection::vec(a_match(), 0..8), current in 0u8..16, view in view(),
            words in prop::option::of((any::<u32>(), any::<u32>())),
        ) -> State {
            let kind = Kind::of(kind).unwrap();
            let face = Face::of(face).unwrap();
            let home = if own { Home::Own } else { Home::Shared };
            let words = words.map(|(from, length)| Words { from, length });
            let answer = words.filter(|_| kind == Kind::Answer);
            let words = words.filter(|_| kind == Kind::Read);
            State { asker, kind, face, home, within, perhaps, matches, current, view, words, answer }
        }
    }

    fn action() -> impl Strategy<Value = Action> {
        let all = Action::LETTERS.map(|(_, action)| action);
        let all = all.into_iter().chain([Action::Open(9), Action::Hit(4)]);
        prop::sample::select(all.collect::<Vec<_>>())
    }

    proptest! {
        #[test]
        fn what_is_encoded_comes_back(state in state(), action in action()) {
            let state = state.fitted();
            let id = state.encode(action);
            prop_assert!(id.chars().count() <= MAX_CHARS, "{id}");
            prop_assert_eq!(State::decode(&id), Some((action, state)));
        }

        #[test]
        fn anything_can_be_decoded_without_harm(id in "\\PC{0,120}", tail in "[A-Za-z0-9_-]{0,98}") {
            State::decode(&id);
            State::decode(&format!("{VERSION}e{tail}"));
        }

        #[test]
        fn a_damaged_id_is_never_taken_for_a_longer_one(state in state(), cut in 1usize..20) {
            let id = state.fitted().encode(Action::Later);
            prop_assert_eq!(State::decode(&id[..id.len().saturating_sub(cut)]), None);
        }
    }

    #[test]
    fn five_matches_in_five_large_documents_fit() {
        let one = |n: u8| Match {
            document: Within([n; 3]),
            passage: 16_000,
            print: Print([n; 3]),
            sentences: 2,
        };
        let view = OnShow {
            document: Within([0; 3]),
            first: 16_000,
            count: 9,
            page: 1,
            more: true,
            ..OnShow::default()
        };
        let state = State {
            asker: u64::MAX,
            within: Some(Within([9; 3])),
            matches: (0..5).map(one).collect(),
            view,
            ..State::default()
        };

        assert_eq!(state.clone().fitted(), state);
    }
}
