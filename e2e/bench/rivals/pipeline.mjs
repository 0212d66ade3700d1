import { pipeline } from '@huggingface/transformers'
import { prepareRuntime } from './runtime.mjs'

/** transformers.js as its documentation shows it: `texts` of them per call, in input order. It cuts long texts. */
export async function openPipeline({ model, weights, texts: size }) {
  prepareRuntime()
  const [subfolder, file] = weights.split('/')
  const classify = await pipeline('text-classification', model, {
    device: 'wasm',
    // fp32 adds no suffix to the name of the file.
    dtype: 'fp32',
    subfolder,
    model_file_name: file.replace(/[.]onnx$/, ''),
  })
  return async (texts) => {
    const answers = []
    const startedAt = performance.now()
    for (let from = 0; from < texts.length; from += size)
      answers.push(...(await classify(size === 1 ? texts[from] : texts.slice(from, from + size))))
    const ms = performance.now() - startedAt
    if (answers.length !== texts.length) throw new Error(`${answers.length} answers to ${texts.length} texts`)
    const read = (text) =>
      classify.tokenizer(text, { truncation: true, return_tensor: false }).input_ids.length
    return { ms, tokens: texts.reduce((sum, text) => sum + read(text), 0) }
  }
}
