import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

const MODULES = join(import.meta.dirname, '../../node_modules')

/** Address of a file of an installed package, as `?url` gives it in a browser. */
export function packageUrl(path: string): string {
  return pathToFileURL(join(MODULES, path)).href
}

/**
 * transformers.js as browsers get it. It looks at the process once, when it is imported, and would choose the native
 * runtime in Node; the session runs on WebAssembly.
 */
export async function browserTransformers(): Promise<object> {
  const release = process.release
  Object.defineProperty(process, 'release', { value: { ...release, name: 'browser' }, configurable: true })
  try {
    const module: unknown = await import(packageUrl('@huggingface/transformers/dist/transformers.web.js'))
    if (typeof module !== 'object' || module === null) throw new TypeError('transformers.js is not a module')
    return module
  } finally {
    Object.defineProperty(process, 'release', { value: release, configurable: true })
  }
}
