import { daysBetween } from '../kit/dates.ts'
import type { ToldContact } from './match-accounts.ts'
import { isSameTeller } from './teller.ts'

/** CON-5: whether a person may say that two contacts are one after all: a day apart at most, and nobody tells of both. */
export function couldBeOne(left: ToldContact, right: ToldContact): boolean {
  const near = left.accounts.some((one) =>
    right.accounts.some((other) => Math.abs(daysBetween(one.on, other.on)) <= 1),
  )
  return (
    left.id !== right.id &&
    near &&
    !left.accounts.some((one) => right.accounts.some((other) => isSameTeller(one, other)))
  )
}
