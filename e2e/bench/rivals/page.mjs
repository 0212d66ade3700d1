/**
 * One dedicated worker a rival, kept until the page goes.
 * @typedef {{ kind: 'pipeline' | 'bare', model: string, weights: string, window: { pieces: number, overlap: number },
 *   texts: number }} Rival `texts`: how many of them one call of a pipeline gets
 */
window.rivals = {
  /** @param {Rival} rival @returns {(texts: string[]) => Promise<{ ms: number, tokens: number }>} */
  async open(rival) {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module' })
    const call = (input) =>
      new Promise((resolve, reject) => {
        worker.onerror = (event) => reject(new Error(event.message))
        worker.onmessage = ({ data }) =>
          'error' in data ? reject(new Error(data.error)) : resolve(data.answer)
        worker.postMessage(input)
      })
    await call({ rival })
    return (texts) => call({ texts })
  },
}
