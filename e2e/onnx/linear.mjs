import { toFloat } from './weights.mjs'

/** Several tensors that share one input, each `x · weights + bias` (biases are 0): returns their names. */
export function linear(graph, x, all, int8) {
  const quantized = int8 ? graph.nodes('DynamicQuantizeLinear', [x], 3) : null
  return all.map((weights) => {
    const product = quantized
      ? integerProduct(graph, quantized, weights)
      : graph.node('MatMul', [x, graph.constant(toFloat(weights), [weights.rows, weights.columns])])
    return graph.node('Add', [product, graph.constant(new Float32Array(weights.columns), [weights.columns])])
  })
}

/** As models/training/quantize.py writes it: the runtime fuses these four nodes into one. */
function integerProduct(graph, [x, scale, zero], { values, rows, columns, scale: step }) {
  const product = graph.node('MatMulInteger', [
    x,
    graph.constant(values, [rows, columns]),
    zero,
    graph.constant(new Int8Array(columns), [columns]),
  ])
  const steps = graph.constant(new Float32Array(columns).fill(step), [columns])
  return graph.node('Mul', [graph.node('Cast', [product], { to: 1 }), graph.node('Mul', [scale, steps])])
}

/** Rows `ids` of a table; int8 rows are multiplied out after they were picked. */
export function lookUp(graph, table, ids, int8) {
  const dims = [table.rows, table.columns]
  if (!int8) return graph.node('Gather', [graph.constant(toFloat(table), dims), ids])
  const rows = graph.node('Cast', [graph.node('Gather', [graph.constant(table.values, dims), ids])], {
    to: 1,
  })
  return graph.node('Mul', [rows, graph.scalar(table.scale)])
}
