import { Button, Group, NumberInput, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { agency } from '../../core/access/agency.ts'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { findRetentionEnded } from '../../core/evaluation/find-retention-ended.ts'
import type { RetentionOverview } from '../../core/evaluation/retention-overview.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { announce, DoingNote, Form, Page, Section, text, useDoing } from '../kit/index.ts'
import { useAccount, useAct, useMay, useRecord, useRecords, useToday } from '../sync/index.ts'
import { Archived, Ended, Erased, EraseRequests } from './retention/retention-lists.tsx'
import { useMayAnywhere, useOverview } from './retention/use-overview.ts'

/** EVA-18: whose file has been kept for as long as the agency has said, and what is archived. A list for a person. */
export function RetentionPage() {
  const { agency: own } = useAccount()
  const years = useRecord(agency, own.id)?.retentionYears ?? null
  const { overview, doing } = useOverview()
  const mayManage = useMayAnywhere('manageRetention')
  const mayRead = useMay('family', 'read', 'family:') || !mayManage
  const here = useHere(years)
  const { ended, archived } = overview ?? here
  const isKnown = overview !== null || mayRead
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
      <DoingNote doing={doing} />
      <EraseRequests codes={new Map(archived.map(({ familyId, code }) => [familyId, code]))} />
      {years !== null && isKnown && <Ended ended={ended} mayOpen={mayRead} />}
      {isKnown && <Archived archived={archived} mayOpen={mayRead} />}
      {overview !== null && <Erased erased={overview.erased} />}
    </Page>
  )
}

/** What this device knows: the families that this person may open. */
function useHere(years: number | null): Pick<RetentionOverview, 'ended' | 'archived'> {
  const ended = useEnded(years)
  const archived = useRecords(family, { state: 'archived' })
  return {
    ended: [...ended],
    archived: archived.map(({ id, code, heldSince }) => ({
      familyId: id,
      code,
      held: heldSince !== null,
    })),
  }
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
