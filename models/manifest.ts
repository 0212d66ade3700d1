import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { formatBytes } from '../src/lib/format.ts'
import { run } from './evaluate/run.ts'
import { UsageError } from './evaluate/usageError.ts'
import { asksForLabels, makeManifest, type ModelManifest } from './modelManifest.ts'

const USAGE = `npm run manifest -- FOLDER [options]

Writes manifest.json into a folder of transformers.js files (config.json, tokenizer.json, onnx/model_quantized.onnx), so
that the folder can be served beside the page.

  --labels A,B,…   what the model's outputs mean, in their order: negative, neutral or positive
  --name NAME      the folder's name unless given
`

await run(USAGE, async (args, from) => {
  const { folder, name, labels } = readArguments(args)
  const path = resolve(from, folder)
  const manifest = await makeManifest(path, { name, labels: labels?.split(',') })
  await writeFile(join(path, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
  process.stdout.write(told(manifest))
})

function readArguments(args: string[]): {
  folder: string
  name?: string | undefined
  labels?: string | undefined
} {
  try {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { name: text, labels: text },
    })
    const [folder, ...more] = positionals
    if (folder !== undefined && more.length === 0) return { folder, ...values }
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
  throw new UsageError('Name the one folder that the model lies in.')
}

function told(manifest: ModelManifest): string {
  const { name, labels, backends, files } = manifest
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  return `manifest.json of ${name}: ${files.length} files, ${formatBytes(total)}
WebAssembly: ${backends.wasm}. WebGPU: ${backends.webgpu ?? 'none'}
Labels: ${labels.join(', ')}
${asksForLabels(manifest) ? 'The page will ask what these labels mean; --labels answers it for everyone.\n' : ''}`
}
