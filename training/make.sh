#!/usr/bin/env bash
# From data to ../model/reader.onnx. See README.md for what DATA holds.
#
#   training/make.sh DATA STORIES PULLQUOTE [MINUTES]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=$1 stories=$2 pullquote=$3 minutes=${4:-85}
work=${WORK:-$here/../target/training}
mkdir -p "$work"

if [ ! -x "$work/python/bin/python" ]; then
    python3 -m venv "$work/python"
    "$work/python/bin/pip" install --quiet --requirement "$here/requirements.txt"
fi
python=$work/python/bin/python

"$python" "$here/prepare.py" "$data" "$stories" "$work/sets"
for set in articles short novels stories; do
    "$python" "$here/passages.py" "$pullquote" "$work/sets/train/$set" "$work/$set.jsonl"
done

# How often a set is seen in an epoch: the few novels twice, the many stories and articles in part.
"$python" "$here/train.py" "$work/articles.jsonl=0.7" "$work/short.jsonl=1.5" "$work/novels.jsonl=2" \
    "$work/stories.jsonl=0.4" --out "$work/reader.pt" --minutes "$minutes"
"$python" "$here/export.py" "$work/reader.pt" "$here/../model/reader.onnx"

# The models that stand on the reader: on texts that it has not seen. Then build the program again.
echo "Now build the program with the new reader, and fit what stands on it:"
echo "  cargo build --release && pullquote fit --sets $work/sets/fit/{short,articles,novels,stories} -o src/rank/weights.tsv"
