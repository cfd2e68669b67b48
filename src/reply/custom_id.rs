//! A [`State`] and the [`Action`] of a button -> the at most 100 characters of its `custom_id`, and back.
//!
//! A version, a letter for the action, and the state as bytes in base 64. Whatever else arrives (an id of
//! an older version, of another bot, damaged) decodes to `None`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::reply::state::{Action, Fingerprint, Kind, Match, State, View, Within};

/// Changes when the layout below does; ids of other versions are answered with a sentence.
const VERSION: char = '1';
/// Longest `custom_id` that Discord takes.
pub const MAX_CHARS: usize = 100;
/// Bytes that fit after version and action.
const MAX_BYTES: usize = (MAX_CHARS - 2) * 3 / 4;

/// Set in the byte of the kind when the only texts to look in follow.
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
        // Matches are often of one document, and there is room for its fingerprint only once.
        let mut documents: Vec<Fingerprint> = Vec::new();
        let matched = self.matches.iter().map(|m| m.document);
        for fingerprint in matched.chain([self.view.document]) {
            if !documents.contains(&fingerprint) {
                documents.push(fingerprint);
            }
        }
        let number = |f: Fingerprint| documents.iter().position(|d| *d == f).unwrap_or(0) as u8;

        let mut out = self.asker.to_le_bytes().to_vec();
        out.push(self.kind as u8 | if self.within.is_some() { LIMITED } else { 0 });
        out.extend(self.within.iter().flat_map(|within| within.0));
        out.extend([
            self.confidence,
            self.current,
            documents.len() as u8,
            self.matches.len() as u8,
        ]);

        documents.iter().for_each(|f| out.extend(f.0));

        for one in &self.matches {
            out.push(number(one.document));
            push_number(&mut out, one.passage);
            out.extend([one.sentence, one.sentences]);
        }

        out.push(number(self.view.document));
        push_number(&mut out, self.view.first);
        out.push(self.view.count);

        // The lowest bit says whether more pages follow, so that it costs no byte.
        let page = u32::from(self.view.page) << 1 | u32::from(self.view.more);
        push_number(&mut out, page);
        out
    }
}

impl Action {
    fn letter(self) -> char {
        match self {
            Action::Earlier => 'e',
            Action::Later => 'l',
            Action::Next => 'n',
            Action::Wider => 'w',
            Action::Post => 'p',
            Action::Delete => 'd',
            Action::AskAgain => 'a',
            // One digit is enough: fewer than ten matches are ever offered.
            Action::Open(number) => char::from(b'0' + number.min(9)),
        }
    }

    fn of(letter: char) -> Option<Action> {
        Some(match letter {
            'e' => Action::Earlier,
            'l' => Action::Later,
            'n' => Action::Next,
            'w' => Action::Wider,
            'p' => Action::Post,
            'd' => Action::Delete,
            'a' => Action::AskAgain,
            '0'..='9' => Action::Open(letter as u8 - b'0'),
            _ => return None,
        })
    }
}

/// Seven bits a byte, lowest first.
fn push_number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// What is still to be read.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, tail) = self.0.split_first_chunk::<N>()?;
        self.0 = tail;
        Some(*head)
    }

    fn byte(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    fn number(&mut self) -> Option<u32> {
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

    fn state(&mut self) -> Option<State> {
        let asker = u64::from_le_bytes(self.array()?);
        let [kind] = self.array()?;

        let within = if kind & LIMITED == 0 {
            None
        } else {
            Some(Within(self.array()?))
        };

        let [confidence, current, documents, matches] = self.array()?;
        let documents = (0..documents)
            .map(|_| self.array().map(Fingerprint))
            .collect::<Option<Vec<_>>>()?;
        let matches = (0..matches)
            .map(|_| self.one_match(&documents))
            .collect::<Option<Vec<_>>>()?;
        let view = self.view(&documents)?;

        Some(State {
            asker,
            kind: Kind::of(kind & !LIMITED)?,
            within,
            confidence,
            matches,
            current,
            view,
        })
    }

    fn one_match(&mut self, documents: &[Fingerprint]) -> Option<Match> {
        let document = *documents.get(usize::from(self.byte()?))?;
        let passage = self.number()?;
        let [sentence, sentences] = self.array()?;
        Some(Match {
            document,
            passage,
            sentence,
            sentences,
        })
    }

    fn view(&mut self, documents: &[Fingerprint]) -> Option<View> {
        let document = *documents.get(usize::from(self.byte()?))?;
        let first = self.number()?;
        let count = self.byte()?;
        let page = self.number()?;

        Some(View {
            document,
            first,
            count,
            page: (page >> 1).try_into().ok()?,
            more: page & 1 != 0,
        })
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

    fn fingerprint() -> impl Strategy<Value = Fingerprint> {
        any::<[u8; 5]>().prop_map(Fingerprint)
    }

    prop_compose! {
        fn a_match()(document in fingerprint(), passage: u32, sentence: u8, sentences: u8) -> Match {
            Match { document, passage, sentence, sentences }
        }
    }

    prop_compose! {
        fn state()(
            asker: u64, kind in 0u8..5,
            within in prop::option::of(any::<[u8; 3]>().prop_map(Within)),
            confidence: u8, current: u8,
            matches in prop::collection::vec(a_match(), 0..8),
            document in fingerprint(), first: u32, count: u8, page: u16, more: bool,
        ) -> State {
            let view = View { document, first, count, page, more };
            State { asker, kind: Kind::of(kind).unwrap(), within, confidence, matches, current, view }
        }
    }

    const ACTIONS: [Action; 8] = [
        Action::Earlier,
        Action::Later,
        Action::Next,
        Action::Wider,
        Action::Post,
        Action::Delete,
        Action::AskAgain,
        Action::Open(9),
    ];

    proptest! {
        #[test]
        fn what_is_encoded_comes_back(state in state(), action in prop::sample::select(&ACTIONS[..])) {
            let state = state.fitted();
            let id = state.encode(action);
            prop_assert!(id.chars().count() <= MAX_CHARS, "{id}");
            prop_assert_eq!(State::decode(&id), Some((action, state)));
        }

        #[test]
        fn anything_can_be_decoded_without_harm(id in "\\PC{0,120}", tail in "[A-Za-z0-9_-]{0,98}") {
            State::decode(&id);
            State::decode(&format!("1e{tail}"));
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
            document: Fingerprint([n; 5]),
            passage: 16_000,
            sentence: 1,
            sentences: 2,
        };
        let view = View {
            document: Fingerprint([0; 5]),
            first: 16_000,
            count: 9,
            page: 3,
            more: true,
        };
        let state = State {
            asker: u64::MAX,
            matches: (0..5).map(one).collect(),
            view,
            ..State::default()
        };

        assert_eq!(state.clone().fitted(), state);
    }
}
