"""The weights of a reader -> `reader.onnx`, as the program carries it: weights in 8 bits, a scale for each output."""

import argparse
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from model import Reader, Row, batch

INPUTS = ["input_ids", "token_type_ids", "attention_mask"]
OUTPUTS = ["start_logits", "end_logits", "relevance", "answerable"]


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("weights", help="what train.py wrote; 'untrained' for a reader that knows nothing")
    arguments.add_argument("out", type=Path)
    options = arguments.parse_args()

    reader = Reader.pretrained()
    if options.weights != "untrained":
        reader.load_state_dict(torch.load(options.weights))
    reader.eval()

    example = batch([Row("Who built the tower?", "There it stands.", "The tower was built by Trennick.")] * 2)
    with tempfile.TemporaryDirectory() as folder:
        full = str(Path(folder) / "full.onnx")
        torch.onnx.export(
            reader,
            tuple(tensor.int() for tensor in example),
            full,
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes={name: {0: "rows", 1: "tokens"} for name in INPUTS},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(full, str(options.out), weight_type=QuantType.QInt8, per_channel=True)

    print(options.out, options.out.stat().st_size, "bytes,", len(onnx.load(options.out).graph.node), "nodes")


if __name__ == "__main__":
    main()
