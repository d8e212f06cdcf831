import { Text } from '@mantine/core'
import { consentsAbout, consentState, lastAssent } from '../../../core/families/consent-state.ts'
import type { Consent } from '../../../core/families/consent.ts'
import { mayReach } from '../../../core/families/may-reach.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { formatDay, text } from '../../kit/index.ts'
import { type LocalRecord, useRecords, useToday } from '../../sync/index.ts'
import { type FamilyFile, nameOf } from '../use-register.ts'

interface SaidProps {
  readonly file: FamilyFile
  readonly decision: LocalRecord<Consent>
}

/** FAM-55: whoever is kept away said it: readers see that, and whether it still counts. */
export function RestrictedLine({ file, decision }: SaidProps) {
  const { familyId, givenById, subjectId, setAsideOn } = decision
  const today = useToday()
  const restrictions = useRecords(restrictedParty, { familyId, state: 'standing' })
  const isAway = !mayReach(restrictions, givenById, subjectId)
  const parts = [
    isAway ? text('families:consent.byRestricted') : '',
    setAsideOn === null
      ? whatYields(file, decision, today)
      : text('families:consent.setAsideLine', { day: formatDay(setAsideOn) }),
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : (
    <Text size="sm" fw={600}>
      {parts.join(' · ')}
    </Text>
  )
}

/** Their yes to help holds alone, or somebody else has spoken. */
function whatYields(file: FamilyFile, decision: LocalRecord<Consent>, today: string): string {
  const { subjectId, purpose, yieldsSince } = decision
  if (yieldsSince === null) return ''
  const holding = consentState(file.consents, subjectId, purpose, today).decision
  return text(
    holding?.id === decision.id ? 'families:consent.yieldsLine' : 'families:consent.yieldedLine',
  )
}

/** The child's last word to this point, on whichever paper it stands. */
function assentWords(file: FamilyFile, decision: LocalRecord<Consent>): readonly string[] {
  const { subjectId, purpose, givenById, assent } = decision
  if (givenById === subjectId) return []
  const last = lastAssent(consentsAbout(file.consents, subjectId, purpose))
  if (last === null) return [text(`families:assent.was.${assent.answer}`)]
  const { answer, on, view } = last
  const day = on === decision.decidedOn ? '' : text('families:assent.on', { day: formatDay(on) })
  return [
    text(`families:assent.was.${answer}`) + day,
    view === '' ? '' : text('families:assent.said', { words: view }),
  ]
}

/** Who said it, when, by which proof; of what holds now also what the child said last, of an earlier one what it said that day. */
export function HowItWasGiven({ file, decision, holds }: SaidProps & { readonly holds: boolean }) {
  const { assent, relation, witness, decidedAt } = decision
  const as =
    relation === null
      ? ''
      : text('families:consent.asRelation', {
          relation:
            relation === 'self'
              ? text('families:consent.as.own')
              : text(`families:relation.${relation}`),
        })
  const ofThatDay = [
    text(`families:assent.was.${assent.answer}`),
    assent.view === '' ? '' : text('families:assent.said', { words: assent.view }),
  ]
  const parts = [
    `${nameOf(file, decision.givenById)}${as}`,
    formatDay(decision.decidedOn) + (decidedAt === null ? '' : ` ${decidedAt}`),
    text(`families:proof.${decision.proof}`) + (witness === '' ? '' : ` (${witness})`),
    text('families:consent.versionShort', { version: decision.textVersion }),
    decision.readAloud ? text('families:consent.wasReadAloud') : '',
    ...(holds ? assentWords(file, decision) : ofThatDay),
  ]
  return (
    <Text size="sm" c="gray.7">
      {parts.filter((part) => part !== '').join(' · ')}
    </Text>
  )
}

/** FAM-73: by which way it was taken back, and in which words; with the day where no heading says it. */
export function HowItWasTakenBack({
  decision,
  dated,
}: Pick<SaidProps, 'decision'> & { readonly dated: boolean }) {
  const { withdrawnOn, withdrawnWay, withdrawnWords } = decision
  if (withdrawnOn === null) return null
  const parts = [
    dated ? text('families:consent.withdrawnOn', { day: formatDay(withdrawnOn) }) : '',
    withdrawnWay === null ? '' : text(`families:consent.way.${withdrawnWay}`),
    withdrawnWords === '' ? '' : text('families:consent.withdrawnSaid', { words: withdrawnWords }),
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : (
    <Text size="sm" c="gray.7">
      {parts.join(' · ')}
    </Text>
  )
}
