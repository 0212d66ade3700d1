/**
 * Where a text longer than a window of `size` pieces is cut: [start, end) of word pieces, the special ones left out.
 * Neighbours share `overlap` pieces and the last window is moved back to be full, so that no opinion stands at the
 * edge of a window without its context. One window for anything that fits, an empty text included.
 */
export function splitWindows(
  pieces: number,
  { size, overlap }: { size: number; overlap: number },
): [number, number][] {
  if (pieces <= size) return [[0, pieces]]
  const stride = size - overlap
  const count = Math.ceil((pieces - size) / stride) + 1
  return Array.from({ length: count }, (_, index) => {
    const start = Math.min(index * stride, pieces - size)
    return [start, start + size]
  })
}
