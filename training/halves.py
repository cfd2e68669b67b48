#!/usr/bin/env python3
"""Questions in several languages -> two halves of each, to fit to one and to measure with the other.

    halves.py LANGUAGES OUT

In LANGUAGES each language is a folder with questions.jsonl and its texts in library/. Out come OUT/TAG-1 and OUT/TAG-2 of
the same form. Every other text, by name, is in the second half, with all questions about it.
"""

import json
import shutil
import sys
from pathlib import Path


def write(source: Path, out: Path, texts: list[Path]) -> None:
    """Writes some texts of a language with their questions."""
    library = out / "library"
    library.mkdir(parents=True, exist_ok=True)
    for text in texts:
        shutil.copy(text, library)

    names = {text.name for text in texts}
    lines = (source / "questions.jsonl").read_text().splitlines(keepends=True)
    mine = [line for line in lines if json.loads(line)["document"] in names]
    (out / "questions.jsonl").write_text("".join(mine))


def main(languages: Path, out: Path) -> None:
    for source in sorted(folder for folder in languages.iterdir() if folder.is_dir()):
        texts = sorted((source / "library").iterdir())
        for half in (1, 2):
            write(source, out / f"{source.name}-{half}", texts[half - 1 :: 2])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
