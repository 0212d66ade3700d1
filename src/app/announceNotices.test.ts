import { expect, it } from 'vitest'
import { fakeModel, READY } from '../testing/fakeModel.ts'
import { announcements } from '../ui/announcer.ts'
import { announceNotices } from './announceNotices.ts'

it('says each notice once', () => {
  const said: string[] = []
  const stop = announcements.subscribe(({ text }) => said.push(text))
  const model = fakeModel()
  announceNotices(model)
  const notice = { id: 1, code: 'gpu-lost' } as const
  model.state.setState({ ...READY, notice })
  model.state.setState({ ...READY, notice, workers: 2 })
  model.state.setState({ status: 'starting' }, true)
  model.state.setState({ ...READY, notice }, true)
  model.state.setState({ ...READY, notice: { id: 2, code: 'memory-short' } })
  stop()
  expect(said).toEqual([
    expect.stringContaining('The graphics card stopped answering'),
    expect.stringContaining('Memory ran short'),
  ])
})
