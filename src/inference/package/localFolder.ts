import { NO_CONFIG, unsupported } from './modelFolder.ts'

/** A file and where it lay: `small/onnx/model.onnx` in a folder, `model.onnx` when chosen alone. */
export interface PlacedFile {
  path: string
  file: File
}

/** Of a chooser: with the folder that was chosen, if one was. */
export function placedFile(file: File): PlacedFile {
  return { path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }
}

/** The files of one model by their path beside its `config.json`. */
export interface LocalFolder {
  name: string
  files: ReadonlyMap<string, File>
}

/** Whether these files are meant as a model and not as reviews. */
export function looksLikeModel(files: readonly PlacedFile[]): boolean {
  return files.some(({ path }) => path.endsWith('.onnx') || /(^|\/)(config|tokenizer)[.]json$/.test(path))
}

/** Finds the folder that a model lies in. Throws `model-unsupported` when there is none, or more than one. */
export function localFolder(placed: readonly PlacedFile[]): LocalFolder {
  const depth = (path: string): number => path.split('/').length
  const configs = placed.map(({ path }) => path).filter((path) => /(^|\/)config[.]json$/.test(path))
  const least = Math.min(...configs.map(depth))
  const [config, another] = configs.filter((path) => depth(path) === least)
  if (config === undefined) throw unsupported(NO_CONFIG)
  if (another !== undefined)
    throw unsupported(`There are several models, in ${config} and ${another}. Choose one.`)
  const root = config.slice(0, -'config.json'.length)
  const inside = placed.filter(({ path }) => path.startsWith(root))
  return {
    name: root.split('/').at(-2) ?? 'Model from this device',
    files: new Map(inside.map(({ path, file }) => [path.slice(root.length), file])),
  }
}
