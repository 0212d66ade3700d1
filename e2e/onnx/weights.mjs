/** Standard deviation of whole numbers that are uniform on −127…127. */
const INT8_DEVIATION = Math.sqrt((255 ** 2 - 1) / 12)

/**
 * Draws random int8 weights, always the same ones for a seed (xorshift32).
 * `draw(rows, columns, deviation)` gives the values and the scale that makes them deviate by `deviation` around 0.
 */
export function seededWeights(seed) {
  let state = seed | 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state
  }
  return (rows, columns, deviation) => {
    const values = new Int8Array(rows * columns)
    for (let index = 0; index < values.length; index += 1) values[index] = ((next() >>> 8) % 255) - 127
    return { values, rows, columns, scale: deviation / INT8_DEVIATION }
  }
}

/** The same weights as float32. */
export function toFloat({ values, scale }) {
  return Float32Array.from(values, (value) => value * scale)
}
