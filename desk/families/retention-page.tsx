import { Button, Group, NumberInput, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { agency } from '../../core/access/agency.ts'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { findRetentionEnded } from '../../core/evaluation/find-retention-ended.ts'
import { consent } from '../../core/families/consent.ts'
import { family, type Family } from '../../core/families/family.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import {
  announce,
  DoingNote,
  EmptyState,
  Form,
  formatDay,
  Page,
  Section,
  text,
  useDoing,
} from '../kit/index.ts'
import {
  type LocalRecord,
  useAccount,
  useAct,
  useMay,
  useRecord,
  useRecords,
  useToday,
} from '../sync/index.ts'
import styles from './families.module.css'

/** EVA-18: whose file has been kept for as long as the agency has said, and what is archived. A list for a person. */
export function RetentionPage() {
  const { agency: own } = useAccount()
  const years = useRecord(agency, own.id)?.retentionYears ?? null
  const ended = useEnded(years)
  const archived = useRecords(family, { state: 'archived' })
  return (
    <Page
      title={text('families:retention.title')}
      back={{ to: '/families', label: text('families:list.title') }}
    >
      <Text>{text('families:retention.explain')}</Text>
      <Section title={text('families:retention.period')} hint={text('families:retention.what')}>
        <Text>
          {years === null
            ? text('families:retention.notSet')
            : text('families:retention.years', { count: years })}
        </Text>
        <PeriodForm agencyId={own.id} years={years} />
      </Section>
      {years !== null && (
        <Section title={text('families:retention.ended', { count: ended.length })}>
          {ended.length === 0 && <EmptyState title={text('families:retention.none')} />}
          <ul className={styles.lines}>
            {ended.map(({ familyId, code, state, lastServiceOn, endedOn }) => (
              <li key={familyId}>
                <Link to={`/families/${familyId}`}>{code}</Link>{' '}
                {text('families:retention.line', {
                  last: formatDay(lastServiceOn),
                  ended: formatDay(endedOn),
                })}
                {state === 'archived' && ` · ${text('families:retention.archivedMark')}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Archived families={archived} />
    </Page>
  )
}

function useEnded(retentionYears: number | null) {
  const today = useToday()
  const families = useRecords(family)
  const consents = useRecords(consent)
  const contactEntries = useRecords(contactEntry)
  const answerSheets = useRecords(answerSheet)
  const seats = useRecords(seat)
  const meetings = useRecords(meeting)
  return useMemo(
    () =>
      findRetentionEnded({
        today,
        retentionYears,
        families,
        consents,
        contactEntries,
        answerSheets,
        seats,
        meetings,
      }),
    [today, retentionYears, families, consents, contactEntries, answerSheets, seats, meetings],
  )
}

function PeriodForm({
  agencyId,
  years,
}: {
  readonly agencyId: string
  readonly years: number | null
}) {
  const mayEdit = useMay('agency', 'edit', 'agency', agencyId)
  const act = useAct()
  const doing = useDoing()
  const [chosen, setChosen] = useState<number | null>(years)
  if (!mayEdit) return null
  const save = async () => {
    const draft = { kind: agency, recordId: agencyId, verb: 'edit', input: {} }
    const made = await doing.run(() => act({ ...draft, fields: { retentionYears: chosen } }))
    if (made !== null) announce({ words: text('families:retention.saved') })
  }
  return (
    <Form onSubmit={() => void save()}>
      <Group align="flex-end">
        <NumberInput
          label={text('families:retention.yearsLabel')}
          min={1}
          max={30}
          allowDecimal={false}
          value={chosen ?? ''}
          onChange={(value) => setChosen(value === '' ? null : Number(value))}
        />
        <Button type="submit" variant="default" loading={doing.busy}>
          {text('families:retention.save')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </Form>
  )
}

/** Out of daily sight, and still to be found. */
function Archived({ families }: { readonly families: readonly LocalRecord<Family>[] }) {
  return (
    <Section title={text('families:retention.archived', { count: families.length })}>
      {families.length === 0 && <Text>{text('families:retention.noArchived')}</Text>}
      <ul className={styles.lines}>
        {families.map(({ id, code, village }) => (
          <li key={id}>
            <Link to={`/families/${id}`}>{code}</Link> {village}
          </li>
        ))}
      </ul>
    </Section>
  )
}
