import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { agency } from '../../core/access/agency.ts'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { findRetentionEnded } from '../../core/evaluation/find-retention-ended.ts'
import type { RetentionOverview } from '../../core/evaluation/retention-overview.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { DoingNote, Page, Section, text } from '../kit/index.ts'
import { useAccount, useMay, useRecord, useRecords, useToday } from '../sync/index.ts'
import { Archived, Ended, Erased, EraseRequests } from './retention/retention-lists.tsx'
import { ClassesDue } from './retention/classes-due.tsx'
import { FrozenList } from './retention/frozen-list.tsx'
import { RightsSettings } from './retention/rights-settings.tsx'
import { useMayAnywhere, useOverview } from './retention/use-overview.ts'
import { WhoDoesWhat } from './retention/who-does-what.tsx'

/** EVA-18: whose file has been kept for as long as the agency has said, and what is archived. A list for a person. */
export function RetentionPage() {
  const { agency: own } = useAccount()
  const years = useRecord(agency, own.id)?.retentionYears ?? null
  const { overview, doing, askAgain } = useOverview()
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
      </Section>
      <WhoDoesWhat />
      <DoingNote doing={doing} />
      <EraseRequests
        codes={
          new Map(
            [...archived, ...(overview?.frozen ?? [])].map(({ familyId, code }) => [
              familyId,
              code,
            ]),
          )
        }
      />
      {years !== null && isKnown && <Ended ended={ended} mayOpen={mayRead} />}
      {isKnown && <Archived archived={archived} mayOpen={mayRead} />}
      {overview !== null && <FrozenList frozen={overview.frozen} onChanged={askAgain} />}
      {overview !== null && <ClassesDue classes={overview.classes} />}
      {overview !== null && <Erased erased={overview.erased} />}
      <RightsSettings />
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
