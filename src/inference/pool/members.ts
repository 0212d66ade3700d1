import { UndertoneError, type ErrorCode } from '../../domain/errors.ts'
import { toError } from '../../lib/toError.ts'
import type { LoadReport } from '../protocol.ts'
import type { InferenceWorker } from './inferenceWorker.ts'
import { isDeath } from './isDeath.ts'
import { startMember, type Member, type StartOptions } from './member.ts'

export interface MembersOptions extends StartOptions {
  /** How often a start is tried before it fails, 1 or more. */
  attempts: number
  /** Deaths after which the members give up altogether. */
  maxDeaths: number
  /** One more is at work. */
  onJoined: () => void
  /** The number of members changed. */
  onSize: (members: number) => void
  /** A member died and is replaced. */
  onDeath: (code: ErrorCode) => void
  /** Nobody is there to read what waits; comes before `onGone`, and when they are closed. */
  onNobody: (reason: unknown) => void
  /** No member is left and none can be started. */
  onGone: (reason: Error) => void
}

/** The workers of a pool: started one after the other, replaced when they die, as many as are wanted. */
export interface Members {
  all(): readonly Member[]
  /** How many should be at work; 1 or more once it was said. */
  wanted(): number
  want(size: number): void
  /** Why they were closed; null while they are not. */
  closed(): Error | null
  /** Starts workers until there are as many as wanted. Rejects with why none is at work. */
  start(): Promise<void>
  /** As `start`; whoever waits is told by `onNobody`. */
  startUnasked(): void
  /** It is dead, or was ended since it is not to be trusted: it is replaced. */
  bury(member: Member, code: ErrorCode): void
  /** It is not needed any more. Nothing is lost where it has no unit. */
  retire(member: Member): void
  /** What the worker started last found out about the device; null before the first. */
  report(): LoadReport | null
  close(reason: Error): void
}

export function createMembers(options: MembersOptions): Members {
  const { attempts, maxDeaths, onJoined, onSize, onDeath, onNobody, onGone } = options
  const members = new Set<Member>()
  let wanted = 0
  let starting: Promise<void> | null = null
  let newcomer: InferenceWorker | null = null
  let closed: Error | null = null
  let report: LoadReport | null = null
  let deaths = 0

  /** One at a time: each start copies the weights and compiles the runtime. */
  function start(): Promise<void> {
    starting ??= Promise.resolve()
      .then(fill)
      .catch((reason: unknown) => {
        giveUpWhenEmpty(reason)
        throw reason
      })
    return starting
  }

  function startUnasked(): void {
    start().catch(() => undefined)
  }

  async function fill(): Promise<void> {
    try {
      for (let failures = 0; closed === null && members.size < wanted;) {
        try {
          await startOne()
          failures = 0
        } catch (reason) {
          failures += 1
          if (failures < attempts && isDeath(reason)) continue
          if (members.size === 0) throw reason
          // A device that cannot feed one more worker goes on with those it has.
          wanted = members.size
        }
      }
    } finally {
      // In the same turn as the last look at `wanted`: whoever raises it later starts anew.
      starting = null
    }
  }

  async function startOne(): Promise<void> {
    const { member, proved } = startMember(options, (dead) => bury(dead, 'worker-crashed'))
    newcomer = member.worker
    try {
      report = await proved
    } catch (reason) {
      throw closed ?? reason
    } finally {
      newcomer = null
    }
    members.add(member)
    onSize(members.size)
    onJoined()
  }

  function bury(member: Member, code: ErrorCode): void {
    if (!members.delete(member)) return
    onSize(members.size)
    if (closed !== null) return
    deaths += 1
    if (deaths > maxDeaths) {
      giveUp(new UndertoneError(code, `${deaths} workers died`))
      return
    }
    onDeath(code)
    startUnasked()
  }

  function giveUpWhenEmpty(reason: unknown): void {
    if (closed !== null || members.size > 0) return
    onNobody(reason)
    onGone(toError(reason))
  }

  function giveUp(reason: Error): void {
    close(reason)
    onGone(reason)
  }

  function close(reason: Error): void {
    if (closed !== null) return
    closed = reason
    newcomer?.terminate(reason)
    for (const { worker } of members) worker.terminate(reason)
    members.clear()
    onNobody(reason)
  }

  return {
    all: () => [...members],
    wanted: () => wanted,
    want(size) {
      wanted = Math.max(1, size)
    },
    closed: () => closed,
    start,
    startUnasked,
    bury,
    retire(member) {
      members.delete(member)
      member.worker.terminate(new UndertoneError('worker-crashed', 'the worker was not needed any more'))
      onSize(members.size)
    },
    report: () => report,
    close,
  }
}
