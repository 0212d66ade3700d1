import { toProblem, UndertoneError } from '../../domain/errors.ts'
import { askWorker, type AskWorker } from './askWorker.ts'
import type { Member } from './member.ts'
import type { Members } from './members.ts'

/** Whether a worker still answers as it should. */
export type IsSound = (ask: AskWorker) => Promise<boolean>

/**
 * Runs `isSound` on every member; one for which it answers false is ended and replaced. Resolves to whether all were
 * sound. One that dies meanwhile is replaced as well, and is not taken for wrong.
 */
export async function recheckMembers(members: Members, isSound: IsSound): Promise<boolean> {
  const sound = await Promise.all(members.all().map((member) => recheckOne(members, member, isSound)))
  return sound.every(Boolean)
}

async function recheckOne(members: Members, member: Member, isSound: IsSound): Promise<boolean> {
  let sound = true
  let message = 'its answers were wrong'
  try {
    sound = await isSound(askWorker(member.worker))
    if (sound) return true
  } catch (reason) {
    message = toProblem(reason).message
  }
  member.worker.terminate(new UndertoneError('worker-crashed', message))
  members.bury(member, sound ? 'worker-crashed' : 'model-disagrees')
  return sound
}
