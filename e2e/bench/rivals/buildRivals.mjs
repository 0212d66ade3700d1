import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { makeModelFolder } from '../../onnx/modelFolder.mjs'
import config from './vite.config.mjs'
import { RIVALS_DIST } from './rivalsDist.mjs'

/** The shape of DistilBERT, the commonest model for this task in browsers: 66 million weights, here random. */
const DISTILBERT = {
  layers: 6,
  width: 768,
  heads: 12,
  intermediate: 3072,
  vocabulary: 30_522,
  positions: 512,
}

/** Builds the page with the product's model beside it, and gives what is known of each rival's model. */
export async function buildRivals(modelFolder) {
  await build({ ...config, configFile: false, logLevel: 'error' })
  await cp(modelFolder, join(RIVALS_DIST, 'models/product'), { recursive: true })
  const made = makeModelFolder({ labels: ['NEGATIVE', 'POSITIVE'], shape: DISTILBERT })
  for (const [path, bytes] of made) {
    const file = join(RIVALS_DIST, 'models/distilbert-shape', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
  }
  const json = async (name) => JSON.parse(await readFile(join(modelFolder, name), 'utf8'))
  return {
    product: {
      model: 'product',
      weights: (await json('manifest.json')).backends.wasm,
      window: (await json('calibration.json')).window,
    },
    distilbert: { model: 'distilbert-shape', weights: 'onnx/model_quantized.onnx' },
  }
}
