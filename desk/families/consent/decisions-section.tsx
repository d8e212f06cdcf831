import { Group, Stack, Text } from '@mantine/core'
import { mustAskAgain } from '../../../core/families/consent-notice.ts'
import { consentState, listLastWords } from '../../../core/families/consent-state.ts'
import { type Consent, consent, knownPurposes } from '../../../core/families/consent.ts'
import type { Person } from '../../../core/families/person.ts'
import { ConflictMark, formatDay, Section, text, UnsentMark } from '../../kit/index.ts'
import { type LocalRecord, useToday } from '../../sync/index.ts'
import styles from '../families.module.css'
import type { FamilyFile } from '../use-register.ts'
import { HearChild } from './hear-child.tsx'
import { HowItWasGiven, HowItWasTakenBack, RestrictedLine } from './how-it-was-given.tsx'
import { notice } from './notice.ts'
import { WhatHappens } from './what-happens.tsx'
import { Withdraw } from './withdraw.tsx'

interface LineProps {
  readonly file: FamilyFile
  readonly child: LocalRecord<Person>
  readonly decision: LocalRecord<Consent>
}

/** What holds now, by purpose, each person's last word; what they said before lies folded below. Taking back is one step. */
export function DecisionsSection({ file, child }: Omit<LineProps, 'decision'>) {
  const own = file.consents.filter(({ subjectId }) => subjectId === child.id)
  const present = knownPurposes
    .flatMap((purpose) => listLastWords(own, child.id, purpose, endOfTime))
    .filter((one, index, all) => all.indexOf(one) === index)
  const earlier = own
    .filter((one) => !present.includes(one))
    .toSorted((left, right) => right.decidedOn.localeCompare(left.decidedOn))
  return (
    <Section title={text('families:consent.history')}>
      <ul className={styles.cards}>
        {present.map((decision) => (
          <DecisionLine key={decision.id} file={file} child={child} decision={decision} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <details>
          <summary>{text('families:consent.earlier', { count: earlier.length })}</summary>
          <ul className={styles.cards}>
            {earlier.map((decision) => (
              <li key={decision.id} className={styles.inner}>
                <Text fw={600}>
                  {text(`families:purpose.${decision.purpose}.short`)}
                  {text('families:labelSeparator')}
                  {text(
                    `families:consent.state.${decision.withdrawnOn === null ? decision.decision : 'withdrawn'}`,
                  )}
                </Text>
                <HowItWasGiven file={file} decision={decision} holds={false} />
                <HowItWasTakenBack decision={decision} dated />
                <RestrictedLine file={file} decision={decision} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

/** Also words that another clock dated a day ahead. */
const endOfTime = '9999-12-31'

function DecisionLine({ file, child, decision }: LineProps) {
  const today = useToday()
  const isLive = decision.decision === 'given' && decision.withdrawnOn === null
  const stillCounts = decision.setAsideOn === null && decision.yieldsSince === null
  return (
    <li className={styles.inner}>
      <Stack gap={4}>
        <Group justify="space-between" gap="xs">
          <Text fw={600}>
            {text(`families:purpose.${decision.purpose}.short`)}
            {text('families:labelSeparator')}
            {decision.withdrawnOn === null
              ? text(`families:consent.state.${decision.decision}`)
              : text('families:consent.withdrawnOn', { day: formatDay(decision.withdrawnOn) })}
          </Text>
          <Group gap={6}>
            <UnsentMark record={decision} />
            <ConflictMark kind={consent} record={decision} />
          </Group>
        </Group>
        <HowItWasGiven file={file} decision={decision} holds />
        <HowItWasTakenBack decision={decision} dated={false} />
        <RestrictedLine file={file} decision={decision} />
        {decision.validUntil !== null && isLive && (
          <Text size="sm">
            {text(
              decision.validUntil < today
                ? 'families:consent.ranOutOn'
                : 'families:consent.holdsUntil',
              { day: formatDay(decision.validUntil) },
            )}
          </Text>
        )}
        {mustAskAgain(decision, notice) && (
          <Text size="sm">{text('families:consent.askAgain', { version: notice.version })}</Text>
        )}
        {decision.ruling !== null && (
          <Text size="sm">
            {text('families:consent.settledLine', {
              day: formatDay(decision.ruling.on),
              reason: decision.ruling.reason,
            })}
          </Text>
        )}
        {isLive && (
          <Group gap="xs">
            {stillCounts && <Withdraw file={file} decision={decision} />}
            <HearChild child={child} decision={decision} />
          </Group>
        )}
        {hasStopped(file, decision, today) && <WhatHappens purpose={decision.purpose} since />}
      </Stack>
    </li>
  )
}

/** What had been agreed to and is not any more: this word is the one that holds, and says no. */
function hasStopped(file: FamilyFile, said: LocalRecord<Consent>, today: string): boolean {
  const { subjectId, purpose } = said
  const { state, decision } = consentState(file.consents, subjectId, purpose, today)
  if (decision?.id !== said.id) return false
  const wasAgreed = file.consents.some(
    (one) => one.subjectId === subjectId && one.purpose === purpose && one.decision === 'given',
  )
  return state === 'withdrawn' || (state === 'refused' && wasAgreed)
}
