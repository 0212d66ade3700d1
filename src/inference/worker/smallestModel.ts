/** An ONNX file of one node, y = Identity(x): as protobuf, field by field. A session can be started on it. */
export const SMALLEST_MODEL = Uint8Array.from([
  ...[0x08, 8], // ir_version
  ...[0x3a, 55], // graph
  ...[0x0a, 16, ...field(0x0a, 'x'), ...field(0x12, 'y'), ...field(0x22, 'Identity')], // node
  ...field(0x12, 'g'), // its name
  ...[0x5a, 15, ...field(0x0a, 'x'), ...float32Of1()], // input
  ...[0x62, 15, ...field(0x0a, 'y'), ...float32Of1()], // output
  ...[0x42, 4, ...field(0x0a, ''), 0x10, 17], // opset_import: version 17 of the standard operators
])

function field(tag: number, text: string): number[] {
  return [tag, text.length, ...new TextEncoder().encode(text)]
}

/** A tensor of one float32. */
function float32Of1(): number[] {
  return [0x12, 10, 0x0a, 8, 0x08, 1, 0x12, 4, 0x0a, 2, 0x08, 1]
}
