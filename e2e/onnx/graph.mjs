import { attribute, encodeModel, TYPE } from './schema.mjs'

const ELEMENT = new Map([
  [Float32Array, TYPE.float],
  [Int8Array, TYPE.int8],
  [BigInt64Array, TYPE.int64],
])

/** Collects the nodes and constants of an ONNX graph. Every call returns the name of the tensor that it made. */
export function createGraph() {
  const graph = { name: 'graph', node: [], initializer: [], input: [], output: [] }
  let made = 0
  const fresh = (name) => `${name}_${(made += 1)}`
  const shaped = (name, type, dims) => ({
    name,
    type: {
      tensor_type: {
        elem_type: type,
        shape: { dim: dims.map((d) => (typeof d === 'string' ? { dim_param: d } : { dim_value: d })) },
      },
    },
  })

  return {
    /** An input of int64; a name among `dims` is a length that each run may choose. */
    input(name, dims) {
      graph.input.push(shaped(name, TYPE.int64, dims))
      return name
    },
    /** Gives a tensor the name of an output, float32. */
    output(from, name, dims) {
      graph.node.push({ op_type: 'Identity', input: [from], output: [name] })
      graph.output.push(shaped(name, TYPE.float, dims))
    },
    /** `data`: Float32Array, Int8Array or BigInt64Array. */
    constant(data, dims) {
      const name = fresh('constant')
      const raw_data = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      graph.initializer.push({ name, dims, data_type: ELEMENT.get(data.constructor), raw_data })
      return name
    },
    /** A node with one output. */
    node(op_type, input, attributes = {}) {
      return this.nodes(op_type, input, 1, attributes)[0]
    },
    /** A node with `outputs` outputs. */
    nodes(op_type, input, outputs, attributes = {}) {
      const output = Array.from({ length: outputs }, () => fresh(op_type))
      const list = Object.entries(attributes).map(([name, value]) => attribute(name, value))
      graph.node.push({ op_type, input, output, attribute: list })
      return output
    },
    ints(...values) {
      return this.constant(BigInt64Array.from(values, BigInt), [values.length])
    },
    scalar(value) {
      return this.constant(Float32Array.of(value), [])
    },
    bytes: () => encodeModel(graph),
  }
}
