//! Words that say how a question is asked, not what about. They are dropped from the question only:
//! the text keeps every word, so that exact phrases and pairs of words can be found.

/// Whether a folded word carries no meaning of its own in a question; contractions never do.
pub fn is_stop_word(folded: &str) -> bool {
    folded.contains('\'') || STOP_WORDS.binary_search(&folded).is_ok()
}

/// Sorted. `dont` and its like are for those who type without apostrophes.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "a", "about", "above", "actually", "after", "again", "all", "also", "am", "an", "and", "any", "anybody", "anyone",
    "anything", "are", "arent", "as", "at", "be", "because", "been", "before", "being", "both", "but", "by", "can",
    "cannot", "cant", "could", "couldnt", "did", "didnt", "do", "does", "doesnt", "doing", "dont", "during", "each",
    "else", "ever", "every", "exactly", "few", "for", "from", "had", "hadnt", "has", "hasnt", "have", "havent", "having",
    "he", "hed", "hello", "her", "here", "hers", "herself", "hes", "hey", "hi", "him", "himself", "his", "how", "hows", "i",
    "id", "if", "ill", "im", "in", "into", "is", "isnt", "it", "its", "itself", "ive", "just", "kind", "know", "let", "lets", "like",
    "many", "may", "me", "might", "more", "most", "much", "must", "my", "myself", "no", "nor", "not", "of", "off", "ok",
    "okay", "on", "once", "one", "ones", "only", "or", "other", "our", "ours", "ourselves", "out", "over", "own", "please", "pls",
    "really", "said", "same", "shall", "she", "shes", "should", "shouldnt", "so", "some", "somebody", "someone",
    "something", "sort", "such", "tell", "than", "thanks", "that", "thats", "the", "their", "theirs", "them", "themselves", "then",
    "there", "theres", "these", "they", "theyre", "theyve", "this", "those", "through", "to", "too", "under", "until", "up",
    "us", "very", "was", "wasnt", "we", "were", "werent", "weve", "what", "whats", "when", "where", "wheres", "whether",
    "which", "while", "who", "whom", "whos", "whose", "why", "will", "with", "wont", "would", "wouldnt", "yes", "you",
    "your", "youre", "yours", "yourself", "yourselves", "youve",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("who") && !is_stop_word("story"));
    }
}
