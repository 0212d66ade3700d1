/**
 * Compares two PNGs pixel by pixel, in a page, which knows how to read them. Resolves to the number of pixels that
 * differ and a picture of them: the first one pale, what differs in red. Where only one has a pixel, it differs.
 */
export async function difference(page, one, other) {
  const { pixels, png } = await page.evaluate(compareInPage, {
    one: one.toString('base64'),
    other: other.toString('base64'),
  })
  return { pixels, picture: Buffer.from(png, 'base64') }
}

/* Runs in the page. */
async function compareInPage({ one, other }) {
  const load = async (base64) => {
    const image = new window.Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    return image
  }
  const images = [await load(one), await load(other)]
  const width = Math.max(...images.map((image) => image.width))
  const height = Math.max(...images.map((image) => image.height))
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const [a, b] = images.map((image) => {
    context.clearRect(0, 0, width, height)
    context.drawImage(image, 0, 0)
    return context.getImageData(0, 0, width, height)
  })
  const [from, to] = [a, b].map(({ data }) => new Uint32Array(data.buffer))
  let pixels = 0
  const drawn = a.data
  for (let index = 0; index < from.length; index += 1) {
    const same = from[index] === to[index]
    if (!same) pixels += 1
    const place = index * 4
    for (let channel = 0; channel < 3; channel += 1) {
      const pale = 255 - (255 - drawn[place + channel]) / 5
      drawn[place + channel] = same ? pale : channel === 0 ? 255 : 0
    }
    drawn[place + 3] = 255
  }
  context.putImageData(a, 0, 0)
  return { pixels, png: canvas.toDataURL('image/png').split(',')[1] }
}
