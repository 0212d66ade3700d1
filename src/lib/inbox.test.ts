import { expect, it } from 'vitest'
import { createInbox } from './inbox.ts'

function listen() {
  const inbox = createInbox<string>()
  const heard: string[] = []
  return { inbox, heard, receive: (name: string) => inbox.receive((item) => heard.push(`${name}: ${item}`)) }
}

it('keeps what comes before its receiver, in order', () => {
  const { inbox, heard, receive } = listen()
  inbox.put('march')
  inbox.put('april')
  receive('first')
  inbox.put('may')
  expect(heard).toEqual(['first: march', 'first: april', 'first: may'])
})

it('hands out each item once, whoever comes and goes', () => {
  const { inbox, heard, receive } = listen()
  inbox.put('march')
  receive('first')()
  inbox.put('april')
  receive('second')
  expect(heard).toEqual(['first: march', 'second: april'])
})

it('goes on with a newer receiver when an older one leaves', () => {
  const { inbox, heard, receive } = listen()
  const leave = receive('first')
  receive('second')
  leave()
  inbox.put('march')
  expect(heard).toEqual(['second: march'])
})
