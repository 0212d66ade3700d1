import { isWrittenLabel } from '../../../domain/labelMeaning.ts'
import { wordsOf } from '../../../files/layout/columnWords.ts'
import type { ColumnRole, Role } from '../../protocol.ts'
import type { ColumnProfile } from './columnProfile.ts'

interface Named {
  name: string
  /** The words of the name between spaces. */
  words: string
  profile: ColumnProfile
}

/** What fits a role, best first: the first column that fits the first pattern has it. */
interface Rule {
  role: Role
  names: readonly RegExp[]
  fits: (column: Named) => boolean
  reason: (column: Named) => string
}

/** Columns about someone else's words or doing. */
const REPLY = / (reply|replied|response|responded|answer) /

const RULES: readonly Rule[] = [
  {
    role: 'version',
    names: [/ version name /, / app version $/, / review created version /, / version (?!code)/, / version /],
    fits: ({ profile, words }) => profile.kind !== 'text' && profile.kind !== 'empty' && !REPLY.test(words),
    reason: ({ name }) => `“${name}” names versions.`,
  },
  {
    role: 'stars',
    names: [/ (star|stars) /, / (rating|ratings) /, / (overall|score|grade) /, / /],
    fits: ({ profile, words }) =>
      isScale(profile, / (star|stars|rating|ratings|overall|score|grade) /.test(words)),
    reason: ({ profile }) => `Its values are numbers from ${scaleWords(profile)}.`,
  },
  {
    role: 'label',
    names: [/ (sentiment|polarity|label|class|voted up|recommended|recommendation) /, / /],
    fits: ({ profile, words }) =>
      / (sentiment|polarity|label|class|voted up|recommended|recommendation) /.test(words)
        ? profile.kind !== 'empty' && (profile.values?.length ?? 99) <= 10
        : isLabels(profile),
    reason: ({ profile }) => `It has few values: ${(profile.values ?? []).slice(0, 4).join(', ')}.`,
  },
  {
    role: 'date',
    names: [
      / (review|created|submit|submitted|posted|published|date|at|on) (?!.* (update|updated|edit|edited) )/,
      / /,
    ],
    fits: ({ profile, words }) => profile.dateFormats.length > 0 && !REPLY.test(words),
    reason: ({ profile }) => dateReason(profile),
  },
  {
    role: 'language',
    names: [/ (language|lang|locale) /],
    fits: ({ profile, words }) => profile.kind !== 'text' && profile.kind !== 'empty' && !REPLY.test(words),
    reason: ({ name }) => `“${name}” names languages.`,
  },
  {
    role: 'id',
    names: [
      / (review id|recommendationid|reviewid) /,
      /^ (id|uuid|guid) $/,
      / reference id /,
      / (id|uuid|guid) $/,
    ],
    fits: ({ profile }) => profile.unique && profile.kind === 'other',
    reason: ({ name }) => `“${name}” tells rows apart.`,
  },
]

const TITLE = / (title|headline|subject|heading|summary) /
const GROUPS =
  / (app|application|package|product|asin|sku|brand|store|source|platform|country|territory|region|marketplace|category|device|location|webshop|domain|plan|segment) /

/** What each column is for, with a reason. `text` is the column with the reviews; others may hold texts as well. */
export function columnRoles(
  names: readonly string[],
  profiles: readonly ColumnProfile[],
  text: number | null,
): ColumnRole[] {
  const columns = names.map((name, index): Named | null => {
    const profile = profiles[index]
    return profile && index !== text ? { name, words: ` ${wordsOf(name).join(' ')} `, profile } : null
  })
  const roles: (Pick<ColumnRole, 'role' | 'reason'> | null)[] = columns.map(() => null)
  if (text !== null) {
    roles[text] = {
      role: 'text',
      reason: 'It has the longest texts, or its name says that they are reviews.',
    }
  }
  for (const rule of RULES) {
    const found = firstFit(rule, columns, roles)
    const column = columns[found]
    if (column) roles[found] = { role: rule.role, reason: rule.reason(column) }
  }
  const title = columns.findIndex((column, index) => column && !roles[index] && isTitle(column))
  if (text !== null && title >= 0) {
    roles[title] = { role: 'title', reason: 'A title above the review, which can be read together with it.' }
  }
  return columns.map((column, index) => ({
    column: index,
    ...(roles[index] ?? (column ? restOf(column) : { role: null, reason: 'It is empty.' })),
    dateFormats: profiles[index]?.dateFormats ?? [],
  }))
}

function firstFit(rule: Rule, columns: readonly (Named | null)[], roles: readonly unknown[]): number {
  for (const pattern of rule.names) {
    const found = columns.findIndex(
      (column, index) => column !== null && !roles[index] && pattern.test(column.words) && rule.fits(column),
    )
    if (found >= 0) return found
  }
  return -1
}

function restOf({ words, profile }: Named): Pick<ColumnRole, 'role' | 'reason'> {
  if (profile.kind === 'empty') return { role: null, reason: 'It is empty.' }
  if (REPLY.test(words)) return { role: null, reason: 'It belongs to an answer to the review.' }
  if (profile.kind === 'date') return { role: null, reason: 'Another date.' }
  const few = profile.values
  if (few && (profile.kind === 'group' || GROUPS.test(words))) {
    return {
      role: 'group',
      reason: few.length === 1 ? 'It has one value.' : `It has ${few.length} different values.`,
    }
  }
  if (profile.kind === 'text' && profile.meanWords >= 5) {
    return { role: 'text', reason: 'It has sentences as well, which can be read together with the reviews.' }
  }
  return { role: null, reason: 'Nothing in its name or values tells what it is for.' }
}

function isTitle({ words, profile }: Named): boolean {
  return TITLE.test(words) && !REPLY.test(words) && !words.includes(' product ') && profile.wordShare >= 0.5
}

/** Whole or half numbers from 1 (or 0) to 5 or 10; other scales where the name says what they are. */
function isScale(profile: ColumnProfile, named: boolean): boolean {
  const values = profile.values?.map(Number) ?? []
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (values.length === 0 || values.some((value) => Number.isNaN(value) || value < 0)) return false
  if (named) return most <= 100
  const steps = values.every((value) => Number.isInteger(value))
  return steps && least >= 1 && most === 5 && values.length >= 3
}

function scaleWords(profile: ColumnProfile): string {
  const values = profile.values?.map(Number) ?? []
  return `${Math.min(...values)} to ${Math.max(...values)}`
}

function isLabels(profile: ColumnProfile): boolean {
  const values = profile.values
  return values !== null && values.length >= 2 && values.every((value) => isWrittenLabel(value.toLowerCase()))
}

function dateReason(profile: ColumnProfile): string {
  const [first, second] = profile.dateFormats
  return second === undefined
    ? `Its values are dates, written ${first ?? ''}.`
    : `Its values are dates, written ${first ?? ''} or ${second}: every value can be read both ways.`
}
