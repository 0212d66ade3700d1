import { expect, it, vi } from 'vitest'
import { createEvents, type Tell, type WorkbenchEvent } from './events.ts'

const STARTED: WorkbenchEvent = { kind: 'run-started' }
const STOPPED: WorkbenchEvent = { kind: 'run-stopped' }

it('reach everyone who listens, once and in order', () => {
  const { tell, listen } = createEvents()
  const listeners = [vi.fn<Tell>(), vi.fn<Tell>()]
  for (const listener of listeners) listen(listener)
  tell(STARTED)
  tell(STOPPED)
  for (const listener of listeners) expect(listener.mock.calls).toEqual([[STARTED], [STOPPED]])
})

it('of before are not told, nor those after listening has ended', () => {
  const { tell, listen } = createEvents()
  const listener = vi.fn<Tell>()
  tell(STARTED)
  const stop = listen(listener)
  tell(STOPPED)
  stop()
  tell(STARTED)
  expect(listener.mock.calls).toEqual([[STOPPED]])
})

it('reach the others although one of them stops listening at that, and not who begins at that', () => {
  const { tell, listen } = createEvents()
  const [second, late] = [vi.fn<Tell>(), vi.fn<Tell>()]
  const stop = listen(() => {
    stop()
    listen(late)
  })
  listen(second)
  tell(STARTED)
  expect(second).toHaveBeenCalledExactlyOnceWith(STARTED)
  expect(late).not.toHaveBeenCalled()
  tell(STOPPED)
  expect(late).toHaveBeenCalledExactlyOnceWith(STOPPED)
})

it('of one workbench do not reach listeners of another', () => {
  const [first, second] = [createEvents(), createEvents()]
  const listener = vi.fn<Tell>()
  second.listen(listener)
  first.tell(STARTED)
  expect(listener).not.toHaveBeenCalled()
})
