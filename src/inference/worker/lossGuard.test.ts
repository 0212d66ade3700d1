import { describe, expect, it } from 'vitest'
import { createLossGuard } from './lossGuard.ts'

function device(): { lost: Promise<{ message: string }>; lose: (message: string) => void } {
  let lose: (message: string) => void = () => undefined
  const lost = new Promise<{ message: string }>((resolve) => (lose = (message) => resolve({ message })))
  return { lost, lose }
}

describe('work on a graphics card', () => {
  it('gives its result while the card is there', async () => {
    const guard = createLossGuard(device().lost)
    expect(await guard(() => Promise.resolve(7))).toBe(7)
  })

  it('fails with its own reason while the card is there', async () => {
    const guard = createLossGuard(device().lost)
    await expect(guard(() => Promise.reject(new RangeError('too large')))).rejects.toThrow(RangeError)
  })

  it('that throws no error while the card is there fails, and is not taken for aborted', async () => {
    const guard = createLossGuard(device().lost)
    const work = guard(async () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the runtime throws numbers
      throw await Promise.resolve(42)
    })
    await expect(work).rejects.toMatchObject({ name: 'Error', message: '42' })
  })

  it('that would never end is rejected when the card is lost', async () => {
    const { lost, lose } = device()
    const work = createLossGuard(lost)(() => new Promise(() => undefined))
    lose('driver restarted')
    await expect(work).rejects.toMatchObject({ code: 'gpu-lost', message: 'driver restarted' })
  })

  it('is not begun once the card is lost', async () => {
    const { lost, lose } = device()
    const guard = createLossGuard(lost)
    lose('')
    await lost
    let begun = false
    const work = guard(() => Promise.resolve((begun = true)))
    await expect(work).rejects.toMatchObject({ code: 'gpu-lost' })
    expect(begun).toBe(false)
  })

  it('that fails just before the loss is told counts as lost', async () => {
    const { lost, lose } = device()
    const work = createLossGuard(lost)(() => Promise.reject(new Error('mapAsync failed')))
    await Promise.resolve()
    lose('driver restarted')
    await expect(work).rejects.toMatchObject({ code: 'gpu-lost' })
  })
})
