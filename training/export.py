"""The weights of a reader -> `reader.rten`, as the program carries it: weights in 8 bits, a scale for each output.

RTen's own form of an ONNX file is read where it lies, without a copy. With OUT ending in `.onnx` it stays ONNX, which
`pullquote --reader` takes, too.
"""

import argparse
import subprocess
import sys
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

    example = batch([Row("Who built the tower?", "Towers.", "There it stands.", "The tower was built by Trennick.")] * 2)
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
        small = str(options.out) if options.out.suffix == ".onnx" else str(Path(folder) / "small.onnx")
        quantize_dynamic(full, small, weight_type=QuantType.QInt8, per_channel=True)
        if options.out.suffix != ".onnx":
            subprocess.run([Path(sys.executable).with_name("rten-convert"), small, options.out], check=True)

        print(options.out, options.out.stat().st_size, "bytes,", len(onnx.load(small).graph.node), "nodes")


if __name__ == "__main__":
    main()
