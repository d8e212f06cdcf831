import { refusal, type Refusal } from '../kit/outcome.ts'

/** FAM-73: how it reached us that a consent is taken back. No way is too slight: nobody has to prove a no. */
export const withdrawalWays = ['inPerson', 'telephone', 'wechatVoice', 'writing', 'link'] as const

/** Of a consent, what taking it back looks at. */
interface Given {
  readonly subjectId: string
  readonly purpose: string
  readonly givenById: string
  readonly decision: string
  readonly decidedOn: string
  readonly withdrawnOn: string | null
}

/**
 * FAM-11: the consents that go when one is taken back – all that this person gave to this purpose and that stand – and the first day
 * on which that can have been said.
 */
export function whatIsTakenBack<Known extends Given>(
  consents: readonly Known[],
  taken: Known,
): { readonly live: readonly Known[]; readonly notBefore: string } {
  const live = consents.filter(
    (other) =>
      other.subjectId === taken.subjectId &&
      other.purpose === taken.purpose &&
      other.givenById === taken.givenById &&
      other.decision === 'given' &&
      other.withdrawnOn === null,
  )
  const last = live.map(({ decidedOn }) => decidedOn).toSorted()
  return { live, notBefore: last.at(-1) ?? taken.decidedOn }
}

/** FAM-73: why a day cannot be the one on which it was said, or null. Today always can, also by a clock that lags. */
export function refuseWithdrawalDay(
  on: string | null,
  notBefore: string,
  today: string,
): Refusal | null {
  if (on === null) return refusal('WithdrawalDayMissing')
  if (on > today) return refusal('WithdrawnInFuture', { day: on })
  return on < notBefore && on < today
    ? refusal('WithdrawnBeforeGiven', { day: on, given: notBefore })
    : null
}
