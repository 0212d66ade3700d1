import { UndertoneError } from '../domain/errors.ts'
import { importAgain } from '../lib/importAgain.ts'

/** Fetches a part of the program when it is first needed; fails with `reader-missing` when it cannot be fetched. */
export async function lazily<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await importAgain(load)
  } catch (thrown) {
    throw new UndertoneError('reader-missing', String(thrown), { cause: thrown })
  }
}
