import { UndertoneError } from '../../domain/errors.ts'
import { nextMacrotask } from '../../lib/macrotask.ts'
import { toError } from '../../lib/toError.ts'

/** Runs work on a graphics card so that its loss rejects what waits, and whatever comes later, with `gpu-lost`. */
export type LossGuard = <T>(work: () => Promise<T>) => Promise<T>

/** `lost` resolves when the device is lost, as `GPUDevice.lost` does. */
export function createLossGuard(lost: Promise<{ message: string }>): LossGuard {
  let loss: UndertoneError | null = null
  const waiting = new Set<(reason: Error) => void>()
  void lost.then(({ message }) => {
    loss = new UndertoneError('gpu-lost', message || 'the device was lost')
    for (const reject of waiting) reject(loss)
  })

  return (work) =>
    new Promise((resolve, reject) => {
      if (loss !== null) {
        reject(loss)
        return
      }
      const settle = (): void => void waiting.delete(reject)
      waiting.add(reject)
      work().then(
        (result) => {
          settle()
          resolve(result)
        },
        async (thrown: unknown) => {
          // The runtime fails over a lost device before the loss itself is told.
          await nextMacrotask()
          settle()
          reject(loss ?? toError(thrown))
        },
      )
    })
}
