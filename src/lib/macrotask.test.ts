import { expect, it } from 'vitest'
import { nextMacrotask } from './macrotask.ts'

it('lets microtasks finish first', async () => {
  const seen: string[] = []
  const macrotask = nextMacrotask().then(() => seen.push('macrotask'))
  await Promise.resolve()
  seen.push('microtask')
  await macrotask
  expect(seen).toEqual(['microtask', 'macrotask'])
})

it('lets a message that waits be heard', async () => {
  const { port1, port2 } = new MessageChannel()
  let heard = false
  port2.onmessage = () => (heard = true)
  port1.postMessage(null)
  await nextMacrotask()
  port1.close()
  expect(heard).toBe(true)
})
