import { createGraph } from './graph.mjs'
import { linear, lookUp } from './linear.mjs'
import { seededWeights, toFloat } from './weights.mjs'

/** BERT's own deviation of fresh weights; the head's, so that it hardly pushes against votes. */
const DEVIATION = 0.02

/**
 * An ONNX file of a BERT-style encoder with a classifier on its first piece and seeded random weights. Types and
 * contract: encoder.d.mts. With `int8` false it has the very same weights in float32.
 */
export function makeEncoder({
  layers,
  width,
  heads,
  intermediate,
  vocabulary,
  positions,
  outputs,
  int8,
  seed,
  votes = [],
}) {
  if (width % heads !== 0) throw new RangeError(`a width of ${width} cannot be cut into ${heads} heads`)
  const graph = createGraph()
  const draw = seededWeights(seed)
  const spread = (rows) => 1 / Math.sqrt(rows)
  const ids = graph.input('input_ids', ['batch', 'sequence'])
  const mask = graph.node('Cast', [graph.input('attention_mask', ['batch', 'sequence'])], { to: 1 })
  const far = graph.node('Mul', [graph.node('Sub', [graph.scalar(1), mask]), graph.scalar(-10_000)])
  const bias = graph.node('Unsqueeze', [far, graph.ints(1, 2)])
  const project = (x, sizes) =>
    linear(
      graph,
      x,
      sizes.map(([rows, columns]) => draw(rows, columns, spread(rows))),
      int8,
    )

  let h = normalise(
    graph,
    width,
    graph.node('Add', [
      lookUp(graph, draw(vocabulary, width, 1), ids, int8),
      placesOf(graph, draw(positions, width, 1), ids),
    ]),
  )
  for (let layer = 0; layer < layers; layer += 1) {
    const square = [width, width]
    const [q, k, v] = project(h, [square, square, square])
    const [mixed] = project(attend(graph, [q, k, v], bias, heads, width), [square])
    h = normalise(graph, width, graph.node('Add', [h, mixed]))
    const [up] = project(h, [[width, intermediate]])
    const [down] = project(gelu(graph, up), [[intermediate, width]])
    h = normalise(graph, width, graph.node('Add', [h, down]))
  }
  const first = graph.node('Gather', [h, graph.constant(BigInt64Array.of(0n), [])], { axis: 1 })
  const [pooled] = project(first, [[width, width]])
  const [head] = linear(graph, graph.node('Relu', [pooled]), [draw(width, outputs, DEVIATION)], false)
  const logits =
    votes.length === 0
      ? head
      : graph.node('Add', [head, count(graph, votes, { vocabulary, outputs, ids, mask })])
  graph.output(logits, 'logits', ['batch', outputs])
  return graph.bytes()
}

function placesOf(graph, table, ids) {
  const length = graph.node('Shape', [ids], { start: 1, end: 2 })
  const all = graph.constant(toFloat(table), [table.rows, table.columns])
  return graph.node('Slice', [all, graph.ints(0), length, graph.ints(0)])
}

function normalise(graph, width, x) {
  const [scale, shift] = [new Float32Array(width).fill(1), new Float32Array(width)]
  return graph.node(
    'LayerNormalization',
    [x, graph.constant(scale, [width]), graph.constant(shift, [width])],
    { axis: -1, epsilon: { float: 1e-5 } },
  )
}

/** Attention in plain matmuls, as exporters write it. */
function attend(graph, qkv, bias, heads, width) {
  const split = graph.ints(0, 0, heads, width / heads)
  const [q, k, v] = qkv.map((x, index) =>
    graph.node('Transpose', [graph.node('Reshape', [x, split])], {
      perm: index === 1 ? [0, 2, 3, 1] : [0, 2, 1, 3],
    }),
  )
  const scores = graph.node('Div', [graph.node('MatMul', [q, k]), graph.scalar(Math.sqrt(width / heads))])
  const shares = graph.node('Softmax', [graph.node('Add', [scores, bias])], { axis: -1 })
  const mixed = graph.node('Transpose', [graph.node('MatMul', [shares, v])], { perm: [0, 2, 1, 3] })
  return graph.node('Reshape', [mixed, graph.ints(0, 0, width)])
}

function gelu(graph, x) {
  const bell = graph.node('Erf', [graph.node('Div', [x, graph.scalar(Math.SQRT2)])])
  const gate = graph.node('Add', [bell, graph.scalar(1)])
  return graph.node('Mul', [graph.node('Mul', [x, gate]), graph.scalar(0.5)])
}

/** The sum of the votes of all pieces that are not padding, [batch, outputs]. */
function count(graph, votes, { vocabulary, outputs, ids, mask }) {
  const table = new Int8Array(vocabulary * outputs)
  for (const { piece, output, weight } of votes) table[piece * outputs + output] = weight
  const rows = graph.node('Gather', [graph.constant(table, [vocabulary, outputs]), ids])
  const seen = graph.node('Unsqueeze', [mask, graph.ints(2)])
  const cast = graph.node('Mul', [graph.node('Cast', [rows], { to: 1 }), seen])
  return graph.node('ReduceSum', [cast, graph.ints(1)], { keepdims: 0 })
}
