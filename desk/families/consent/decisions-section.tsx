import { Group, Stack, Text } from '@mantine/core'
import { type Consent, consent } from '../../../core/families/consent.ts'
import type { Person } from '../../../core/families/person.ts'
import {
  ConfirmButton,
  ConflictMark,
  DoingNote,
  formatDay,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { type LocalRecord, useAct, useToday } from '../../sync/index.ts'
import styles from '../families.module.css'
import { type FamilyFile, nameOf } from '../use-register.ts'

/** Every decision taken so far; taking one back is one step, and says what then happens. */
export function DecisionsSection({
  file,
  child,
}: {
  readonly file: FamilyFile
  readonly child: LocalRecord<Person>
}) {
  const decisions = file.consents
    .filter(({ subjectId }) => subjectId === child.id)
    .slice()
    .sort(
      (left, right) =>
        right.decidedOn.localeCompare(left.decidedOn) || right.id.localeCompare(left.id),
    )
  return (
    <Section title={text('families:consent.history')}>
      <ul className={styles.cards}>
        {decisions.map((decision) => (
          <DecisionLine key={decision.id} file={file} decision={decision} />
        ))}
      </ul>
    </Section>
  )
}

function DecisionLine({
  file,
  decision,
}: {
  readonly file: FamilyFile
  readonly decision: LocalRecord<Consent>
}) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const by = nameOf(file, decision.givenById)
  // Whoever takes a purpose back takes back every consent they gave to it.
  const live = file.consents.filter(
    (other) =>
      other.subjectId === decision.subjectId &&
      other.purpose === decision.purpose &&
      other.givenById === decision.givenById &&
      other.decision === 'given' &&
      other.withdrawnOn === null,
  )
  const withdraw = () =>
    doing.run(() =>
      act(
        live.map(({ id }) => ({
          kind: consent,
          recordId: id,
          verb: 'withdraw',
          input: { on: today, by },
          fields: {},
        })),
      ),
    )
  const holds = decision.decision === 'given' && decision.withdrawnOn === null
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
        <Text size="sm" c="gray.7">
          {by} · {formatDay(decision.decidedOn)} · {text(`families:proof.${decision.proof}`)}
          {decision.witness !== '' && ` (${decision.witness})`}
          {' · '}
          {text('families:consent.versionShort', { version: decision.textVersion })}
          {decision.readAloud && ` · ${text('families:consent.wasReadAloud')}`}
          {' · '}
          {text(`families:assent.was.${decision.assent.answer}`)}
        </Text>
        {holds && (
          <Group>
            <ConfirmButton
              question={
                <>
                  <Text>{text('families:consent.withdrawQuestion', { name: by })}</Text>
                  <Text mt="xs">
                    {text(`families:purpose.${decision.purpose}.afterWithdrawal`)}
                  </Text>
                </>
              }
              confirmLabel={text('families:consent.withdraw')}
              onConfirm={() => void withdraw()}
            >
              {text('families:consent.withdraw')}
            </ConfirmButton>
          </Group>
        )}
        <DoingNote doing={doing} />
      </Stack>
    </li>
  )
}
