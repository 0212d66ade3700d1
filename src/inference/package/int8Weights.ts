/** Operators of dynamic int8: their names stand in the ONNX file as plain letters. */
const OPERATORS = ['DynamicQuantizeLinear', 'MatMulInteger', 'ConvInteger']
/** The graph is written before the weights, and even a large one is smaller than this. */
const GRAPH_BYTES = 4_000_000

/**
 * Whether weights are quantized dynamically to int8. Those never run on a graphics card: the integer operators fall
 * back to the processor, and one scale over a whole batch makes a text's score depend on its neighbours.
 */
export function isDynamicInt8(weights: Uint8Array): boolean {
  const graph = weights.subarray(0, GRAPH_BYTES)
  return OPERATORS.some((name) => contains(graph, new TextEncoder().encode(name)))
}

function contains(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const first = wanted[0] ?? 0
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true
  }
  return false
}
