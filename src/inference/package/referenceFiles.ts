import type { Calibration } from '../../domain/calibration.ts'
import { UndertoneError } from '../../domain/errors.ts'
import { parseCalibration } from './calibrationFile.ts'
import { defaultCalibration } from './defaultCalibration.ts'
import { hasReferences, parseGolden, type GoldenSet } from './goldenSet.ts'
import type { ModelPackage } from './modelPackage.ts'
import type { ModelFile } from '../protocol.ts'

/** Files that the page reads itself; workers do not need them. */
export const PAGE_FILES: readonly string[] = ['golden.json', 'calibration.json']

/** How sure a model's answers are and what it must answer, as its folder says; both are optional there. */
export type ReferenceFiles = Pick<ModelPackage, 'calibration' | 'calibrated' | 'golden'>

/** Throws `model-corrupt` when one of the files says something else than it should. */
export function readReferenceFiles(
  files: readonly ModelFile[],
  weights: ModelPackage['weights'],
): ReferenceFiles {
  const golden = readJson(files, 'golden.json', (json) => goldenOf(json, weights))
  const tolerance = golden?.wasm.tolerance ?? 0
  const measured = readJson(files, 'calibration.json', (json) => parseCalibration(json, tolerance))
  return { golden, calibrated: measured !== null, calibration: measured ?? usual(files, tolerance) }
}

function usual(files: readonly ModelFile[], tolerance: number): Calibration {
  const [config, tokenizerConfig] = ['config.json', 'tokenizer_config.json'].map((path) =>
    readJson(files, path, (json) => json),
  )
  return defaultCalibration(config, { tokenizerConfig, tolerance })
}

function goldenOf(json: unknown, { wasm, webgpu }: ModelPackage['weights']): ModelPackage['golden'] {
  const setOf = (path: string | null): GoldenSet | null =>
    path !== null && hasReferences(json, path) ? parseGolden(json, path) : null
  return { wasm: parseGolden(json, wasm), webgpu: setOf(webgpu) }
}

/** Null when there is no such file; `model-corrupt` when `parse` throws. */
function readJson<T>(files: readonly ModelFile[], path: string, parse: (json: unknown) => T): T | null {
  const file = files.find((candidate) => candidate.path === path)
  if (file === undefined) return null
  try {
    return parse(JSON.parse(new TextDecoder().decode(file.bytes)))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UndertoneError('model-corrupt', `${path} cannot be used: ${why}`, { cause })
  }
}
