import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildFolder } from '../staticServer.ts'

/** The one folder under `models/` of the build. */
export function builtInModel(): string {
  const entries = readdirSync(join(buildFolder(), 'models'), { withFileTypes: true })
  const [folder, ...others] = entries.filter((entry) => entry.isDirectory())
  if (folder === undefined || others.length > 0)
    throw new Error(`the build has ${entries.length} models, not one`)
  return folder.name
}

/** What its files weigh that are fetched where no graphics card is used. */
export function builtInBytes(): number {
  return readdirSync(join(buildFolder(), 'models', builtInModel()), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== 'model_w8.onnx')
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

/** What a graphics card needs besides: the runtime for WebGPU and its weights. */
export function graphicsCardBytes(): number {
  const assets = join(buildFolder(), 'assets')
  const runtime = readdirSync(assets).find((name) => /jspi.*[.]wasm$/.test(name))
  if (runtime === undefined) throw new Error('the build has no runtime for WebGPU')
  const weights = join(buildFolder(), 'models', builtInModel(), 'onnx', 'model_w8.onnx')
  return statSync(join(assets, runtime)).size + statSync(weights).size
}
