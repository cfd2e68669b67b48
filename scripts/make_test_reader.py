"""Makes `tests/whole/fixtures/reader/`: a reader as Hugging Face's tools export them, small enough for the repository.

It knows a few words and has learned nothing: the answer to every question is the word "lantern", or "Laterne", and
where there is none there is no answer. Needs onnx, numpy and tokenizers.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

FOLDER = Path(__file__).parent.parent / "tests/whole/fixtures/reader"
WORDS = "[PAD] [UNK] [CLS] [SEP] lantern laterne the keeper carried a who . ?".split()
ANSWERS = ("lantern", "laterne")


def tokenizer():
    vocabulary = {word: at for at, word in enumerate(WORDS)}
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return made


def network():
    """Logits by word: 6 for an answer, 2 for [CLS], which stands for no answer, else -4."""
    logits = np.full((len(WORDS), 1), -4.0, dtype=np.float32)
    logits[[WORDS.index(word) for word in ANSWERS]] = 6.0
    logits[WORDS.index("[CLS]")] = 2.0

    nodes = [
        helper.make_node("Gather", ["logits", "input_ids"], ["found"]),
        helper.make_node("Squeeze", ["found", "last"], ["looked_up"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["looked_up", "mask"], ["start_logits"]),
        helper.make_node("Identity", ["start_logits"], ["end_logits"]),
    ]
    form = ["batch", "sequence"]
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, form) for name in ("input_ids", "attention_mask")]
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, form) for name in ("start_logits", "end_logits")]
    constants = [
        numpy_helper.from_array(logits, "logits"),
        numpy_helper.from_array(np.array([-1], dtype=np.int64), "last"),
    ]
    graph = helper.make_graph(nodes, "reader", inputs, outputs, constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = network()
    onnx.checker.check_model(made)
    onnx.save(made, FOLDER / "model.onnx")
    tokenizer().save(str(FOLDER / "tokenizer.json"))


if __name__ == "__main__":
    main()
