"""int8 files from the fp32 graph: quantize.py --dir DIR (reads onnx/model.onnx)

model_quantized.onnx, for WebAssembly: activations are quantized on the run, matmuls are in int8.
model_w8.onnx, for WebGPU: the same int8 weights, multiplied out to fp32 once when the session is made."""
import argparse
import os

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SMALL_TABLE, SMALL_MATRIX = 600, 16
NARROW = 4      # columns of a table up to which it has a scale per column: one per row would be larger than the row


def to_int8(weights, axis):
    """Symmetric int8 along `axis` (one scale for each slice across it)."""
    scale = np.abs(weights).max(axis, keepdims=True) / 127.0
    scale[scale == 0] = 1
    return np.clip(np.round(weights / scale), -127, 127).astype(np.int8), scale.astype(np.float32)


class Rewriter:
    """Walks the nodes of a graph and replaces matmuls with constant weights and large embedding tables."""

    def __init__(self, model, dynamic):
        self.graph, self.dynamic = model.graph, dynamic
        self.constants, self.added, self.quantized = {i.name: i for i in model.graph.initializer}, {}, set()

    def constant(self, name, value):
        self.added.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def weights(self, name):
        return numpy_helper.to_array(self.constants[name]).astype(np.float32)

    def resolve_copies(self):
        """The exporter shares equal constants through Identity; give each its own name back."""
        for node in [n for n in self.graph.node if n.op_type == 'Identity' and n.input[0] in self.constants]:
            self.constants[node.output[0]] = numpy_helper.from_array(
                numpy_helper.to_array(self.constants[node.input[0]]), node.output[0])
            self.graph.node.remove(node)

    def shape(self, name):
        return list(self.constants[name].dims) if name in self.constants else []

    def run(self):
        self.resolve_copies()
        nodes = [new for node in self.graph.node for new in self.rewrite(node)]
        used = {name for node in nodes for name in node.input}
        kept = [c for name, c in {**self.constants, **self.added}.items() if name in used]
        del self.graph.node[:], self.graph.initializer[:]
        self.graph.node.extend(nodes)
        self.graph.initializer.extend(kept)

    def rewrite(self, node):
        if node.op_type in ('MatMul', 'Gemm') and len(self.shape(node.input[1])) == 2 \
                and self.shape(node.input[1])[0] > SMALL_MATRIX:
            return self.matmul(node)
        if node.op_type == 'Gather' and len(self.shape(node.input[0])) == 2 \
                and self.shape(node.input[0])[0] > SMALL_TABLE:
            return self.gather(node)
        return [node]

    def matmul(self, node):
        x, w, y = node.input[0], node.input[1], node.output[0]
        weights = self.weights(w)
        if any(a.name == 'transB' and a.i for a in node.attribute):
            weights = weights.T
        values, scale = to_int8(weights, 0)
        product = y if node.op_type == 'MatMul' else y + '_product'
        make = self.in_int8 if self.dynamic else self.in_fp32
        nodes = make(x, w, product, values, scale)
        if node.op_type == 'Gemm':
            nodes.append(helper.make_node('Add', [product, node.input[2]], [y]))
        return nodes

    def in_int8(self, x, w, y, values, scale):
        nodes = []
        if x not in self.quantized:
            self.quantized.add(x)
            nodes.append(helper.make_node('DynamicQuantizeLinear', [x], [x + '_q', x + '_scale', x + '_zero']))
        zero = self.constant(w + '_zero', np.zeros(scale.size, np.int8))
        nodes += [
            helper.make_node('MatMulInteger', [x + '_q', self.constant(w + '_q', values), x + '_zero', zero], [y + '_int']),
            helper.make_node('Cast', [y + '_int'], [y + '_float'], to=TensorProto.FLOAT),
            helper.make_node('Mul', [x + '_scale', self.constant(w + '_scale', scale.reshape(-1))], [y + '_factor']),
            helper.make_node('Mul', [y + '_float', y + '_factor'], [y])]
        return nodes

    def in_fp32(self, x, w, y, values, scale):
        return [
            helper.make_node('Cast', [self.constant(w + '_q', values)], [y + '_cast'], to=TensorProto.FLOAT),
            helper.make_node('Mul', [y + '_cast', self.constant(w + '_scale', scale)], [y + '_weights']),
            helper.make_node('MatMul', [x, y + '_weights'], [y])]

    def gather(self, node):
        table, rows, y = node.input[0], node.input[1], node.output[0]
        if self.shape(table)[1] <= NARROW:
            return self.narrow_gather(table, rows, y)
        values, scale = to_int8(self.weights(table), 1)
        return [
            helper.make_node('Gather', [self.constant(table + '_q', values), rows], [y + '_rows']),
            helper.make_node('Gather', [self.constant(table + '_scale', scale), rows], [y + '_row_scale']),
            helper.make_node('Cast', [y + '_rows'], [y + '_row_float'], to=TensorProto.FLOAT),
            helper.make_node('Mul', [y + '_row_float', y + '_row_scale'], [y])]

    def narrow_gather(self, table, rows, y):
        values, scale = to_int8(self.weights(table), 0)
        return [
            helper.make_node('Gather', [self.constant(table + '_q', values), rows], [y + '_rows']),
            helper.make_node('Cast', [y + '_rows'], [y + '_row_float'], to=TensorProto.FLOAT),
            helper.make_node('Mul', [y + '_row_float', self.constant(table + '_scale', scale.reshape(-1))], [y])]


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--dir', required=True)
    a = p.parse_args()
    for name, dynamic in (('model_quantized', True), ('model_w8', False)):
        model = onnx.load(os.path.join(a.dir, 'onnx', 'model.onnx'))
        Rewriter(model, dynamic).run()
        onnx.checker.check_model(model)
        path = os.path.join(a.dir, 'onnx', name + '.onnx')
        onnx.save(model, path)
        print(name, os.path.getsize(path), 'bytes')


if __name__ == '__main__':
    main()
