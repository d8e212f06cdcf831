import { daysBetween, type Day } from '../kit/dates.ts'
import type { ContactEntry } from './contact-entry.ts'
import { type ContactMatch, inOrder } from './contact-match.ts'
import { isSameTeller } from './teller.ts'

export type Account = ContactEntry & { readonly id: string }

export const accountDifferences = [
  'on',
  'reached',
  'startedBy',
  'channel',
  'minutes',
  'adultTone',
] as const
export type AccountDifference = (typeof accountDifferences)[number]

/** One contact as it happened, with everybody's account of it. */
export interface ToldContact {
  /** The smallest id among its accounts: the same wherever it is worked out. */
  readonly id: string
  readonly on: Day
  readonly accounts: readonly Account[]
  /** Where the accounts do not say the same. Not a fault of anybody: something to talk about. */
  readonly differences: readonly AccountDifference[]
}

/**
 * What speaks against two accounts telling of one contact; more than `mostDoubt` and they stay two. Who was reached knows it: a
 * try and a talk of one day are two, unless a person says otherwise.
 */
const doubts = { day: 4, channel: 3, part: 2, reached: 6, starter: 1, length: 1 } as const
const mostDoubt = 5

/**
 * CON-5: accounts of different people about one contact, brought together: on the same day or the next, the likeliest first, at most
 * one account of each person. What a person has decided comes before. The order in which accounts arrive changes nothing.
 */
export function matchAccounts(
  accounts: readonly Account[],
  decisions: readonly ContactMatch[],
): readonly ToldContact[] {
  const known = accounts.toSorted(byId)
  const clusters = new Map(known.map((account) => [account.id, [account]]))
  const decided = decisionsBetween(decisions)
  for (const { left, right } of candidates(known, decided))
    join(clusters, left, right, (a, b) => decided.get(nameOf(a, b)) ?? !areDaysApart(a, b))
  return [...new Set(clusters.values())]
    .map((cluster) => describeContact(cluster))
    .sort((left, right) => left.on.localeCompare(right.on) || left.id.localeCompare(right.id))
}

/** Told after midnight it is the next day; further apart it is not one contact by itself. */
function areDaysApart(left: Account, right: Account): boolean {
  return Math.abs(daysBetween(left.on, right.on)) > 1
}

interface Candidate {
  readonly left: Account
  readonly right: Account
  readonly doubt: number
}

function candidates(
  known: readonly Account[],
  decided: ReadonlyMap<string, boolean>,
): readonly Candidate[] {
  // Accounts of one contact lie at most a day apart: in order of days only neighbours need to be looked at.
  const inTime = known.toSorted(
    (left, right) => left.on.localeCompare(right.on) || byId(left, right),
  )
  const near = inTime.flatMap((left, at) => {
    const found: Candidate[] = []
    for (const right of inTime.slice(at + 1)) {
      if (areDaysApart(left, right)) break
      const doubt = doubtBetween(left, right)
      if (doubt <= mostDoubt && decided.get(nameOf(left, right)) !== false)
        found.push({ left, right, doubt })
    }
    return found
  })
  const byName = new Map(known.map((account) => [account.id, account]))
  const told = [...decided].flatMap(([name, same]): Candidate[] => {
    const [first = '', second = ''] = name.split(' ')
    const left = byName.get(first)
    const right = byName.get(second)
    return same && left !== undefined && right !== undefined ? [{ left, right, doubt: -1 }] : []
  })
  return [...told, ...near].sort(
    (one, other) =>
      one.doubt - other.doubt ||
      nameOf(one.left, one.right).localeCompare(nameOf(other.left, other.right)),
  )
}

function doubtBetween(left: Account, right: Account): number {
  if (left.pairId !== right.pairId || isSameTeller(left, right)) return Infinity
  const bothKnown = left.startedBy !== 'unknown' && right.startedBy !== 'unknown'
  const parts = left.part !== null && right.part !== null && left.part !== right.part
  const channels =
    left.channel !== right.channel && left.channel !== 'other' && right.channel !== 'other'
  return (
    daysBetween(left.on, right.on) * doubts.day +
    (channels ? doubts.channel : 0) +
    (parts ? doubts.part : 0) +
    (left.reached === right.reached ? 0 : doubts.reached) +
    (bothKnown && left.startedBy !== right.startedBy ? doubts.starter : 0) +
    (lengthsDiffer(left.minutes, right.minutes) ? doubts.length : 0)
  )
}

function join(
  clusters: Map<string, Account[]>,
  left: Account,
  right: Account,
  mayStand: (one: Account, other: Account) => boolean,
): void {
  const one = clusters.get(left.id) ?? []
  const other = clusters.get(right.id) ?? []
  if (one === other) return
  const clash = one.some((a) => other.some((b) => isSameTeller(a, b) || !mayStand(a, b)))
  if (clash) return
  const both = [...one, ...other].sort(byId)
  for (const { id } of both) clusters.set(id, both)
}

function describeContact(accounts: readonly Account[]): ToldContact {
  const days = accounts.map(({ on }) => on).toSorted()
  return {
    id: accounts[0]?.id ?? '',
    on: days[0] ?? '',
    accounts,
    differences: accountDifferences.filter((field) => differs(accounts, field)),
  }
}

function differs(accounts: readonly Account[], field: AccountDifference): boolean {
  if (field === 'minutes')
    return accounts.some((a) => accounts.some((b) => lengthsDiffer(a.minutes, b.minutes)))
  // Of an attempt nobody is asked which way it went.
  const telling = field === 'channel' ? accounts.filter(({ reached }) => reached) : accounts
  const said = telling
    .map((account) => account[field])
    .filter((value) => value !== null && value !== 'unknown')
  return new Set(said).size > 1
}

/** Nobody looks at the clock: ten minutes more or less, or less than double, is the same length. */
function lengthsDiffer(left: number | null, right: number | null): boolean {
  if (left === null || right === null) return false
  const [short, long] = left < right ? [left, right] : [right, left]
  return long - short > 10 && long > short * 2
}

function decisionsBetween(decisions: readonly ContactMatch[]): ReadonlyMap<string, boolean> {
  return new Map(
    decisions.map(({ firstId, secondId, same }) => [inOrder(firstId, secondId).join(' '), same]),
  )
}

function nameOf(left: Account, right: Account): string {
  return inOrder(left.id, right.id).join(' ')
}

function byId(left: Account, right: Account): number {
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0
}
