/* global self */
import { openBare } from './bare.mjs'
import { openPipeline } from './pipeline.mjs'

let run

/** First `{ rival }`, then any number of `{ texts }`, one at a time. */
self.onmessage = async ({ data }) => {
  try {
    if ('rival' in data) {
      run = await (data.rival.kind === 'bare' ? openBare : openPipeline)(data.rival)
      self.postMessage({ answer: null })
    } else self.postMessage({ answer: await run(data.texts) })
  } catch (error) {
    self.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
