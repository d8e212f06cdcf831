import { Anchor, Button, Group, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  listUrgentReviews,
  type UrgentReading,
  urgentReading,
  urgentVerdicts,
} from '../../core/access/break-glass.ts'
import { actionPolicy } from '../../core/access/policy.ts'
import { mayEver } from '../../core/access/standing.ts'
import { staff } from '../../core/access/staff.ts'
import { family } from '../../core/families/family.ts'
import { useDoing } from '../kit/doing.ts'
import { formatDay, formatTime } from '../kit/format.ts'
import { DoingNote } from '../kit/notes.tsx'
import { Page } from '../kit/page.tsx'
import { EmptyState, Section } from '../kit/section.tsx'
import { SegmentedChoice } from '../kit/segmented-choice.tsx'
import { text } from '../kit/text.ts'
import { useKeptWords } from '../sync/kept-words.ts'
import { useRecords } from '../sync/records.ts'
import type { LocalRecord } from '../sync/typed-record-parse.ts'
import { useAct, useActor } from '../sync/use-act.ts'

/** What somebody else opened in need: why, for how long, and whether it was needed. */
export function BreakGlassReviewPage() {
  const { staffId } = useActor()
  const readings = useRecords(urgentReading)
  const due = listUrgentReviews(readings, staffId, new Date().toISOString())
  return (
    <Page
      title={text('rights:urgent.review.pageTitle')}
      back={{ to: '/today', label: text('access:today.title') }}
    >
      <Text>{text('rights:urgent.review.hint')}</Text>
      {due.length === 0 && <EmptyState title={text('rights:urgent.review.none')} />}
      {due.map(({ reading, dueOn, late }) => (
        <OneReview key={reading.id} reading={reading} dueOn={dueOn} late={late} />
      ))}
      <Reviewed readings={readings} />
    </Page>
  )
}

/** What the year's figures count: who opened what kind of need, and how it was judged. */
function Reviewed({ readings }: { readonly readings: readonly LocalRecord<UrgentReading>[] }) {
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  const done = readings
    .filter(({ reviewedAt }) => reviewedAt !== null)
    .toSorted((left, right) => (right.reviewedAt ?? '').localeCompare(left.reviewedAt ?? ''))
  if (done.length === 0) return null
  return (
    <Section title={text('rights:urgent.review.doneTitle')}>
      {done.map(({ id, category, staffId, reviewedAt, reviewedById, verdict, reviewWords }) => (
        <div key={id}>
          <Text fw={600}>
            {text('rights:urgent.review.by', {
              name: names.get(staffId) ?? '–',
              category: text(`rights:urgent.categories.${category}`),
            })}
          </Text>
          <Text>
            {text('rights:urgent.review.doneLine', {
              day: formatTime(reviewedAt),
              name: names.get(reviewedById ?? '') ?? '–',
              verdict: verdict === null ? '' : text(`rights:urgent.review.verdicts.${verdict}`),
            })}
          </Text>
          {reviewWords !== '' && <Text c="gray.7">{reviewWords}</Text>}
        </div>
      ))}
    </Section>
  )
}

function OneReview({
  reading,
  dueOn,
  late,
}: {
  readonly reading: LocalRecord<UrgentReading>
  readonly dueOn: string
  readonly late: boolean
}) {
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  const file = useRecords(family).find(({ id }) => id === reading.familyId)
  const name = names.get(reading.staffId) ?? '–'
  const category = text(`rights:urgent.categories.${reading.category}`)
  return (
    <Section
      title={text('rights:urgent.review.by', { name, category })}
      hint={
        late
          ? text('rights:urgent.review.late')
          : text('rights:urgent.review.due', { day: formatDay(dueOn) })
      }
    >
      <Text>{reading.reason}</Text>
      {file !== undefined && (
        <Anchor component={Link} to={`/families/${file.id}`}>
          {text('rights:urgent.review.file', { code: file.code })}
        </Anchor>
      )}
      {reading.openedAt !== null && (
        <Text c="gray.7">
          {text('rights:urgent.review.opened', {
            from: formatTime(reading.openedAt),
            to: formatTime(reading.endsAt),
          })}
        </Text>
      )}
      {reading.openedAt !== null && <WhatWasOpened reading={reading} />}
      {reading.state === 'asked' ? <Agree reading={reading} /> : <Verdict reading={reading} />}
    </Section>
  )
}

/** The verdict rests on what was opened: the log of this colleague in this family. */
function WhatWasOpened({ reading }: Props) {
  const { roles } = useActor()
  if (!mayEver(roles, actionPolicy.readLog)) return null
  const asked = new URLSearchParams({ family: reading.familyId, staff: reading.staffId })
  return (
    <div>
      <Anchor component={Link} to={`/reading-log?${asked.toString()}`}>
        {text('rights:urgent.review.log')}
      </Anchor>
      <Text size="sm" c="gray.7">
        {text('rights:urgent.review.logHint')}
      </Text>
    </div>
  )
}

type Props = { readonly reading: LocalRecord<UrgentReading> }

function Agree({ reading }: Props) {
  const act = useAct()
  const doing = useDoing()
  const decide = (agrees: boolean) =>
    doing.run(() =>
      act({
        kind: urgentReading,
        recordId: reading.id,
        verb: 'agree',
        input: { agrees },
        fields: {},
      }),
    )
  return (
    <>
      <Text>{text('rights:urgent.review.asks')}</Text>
      <Group>
        <Button loading={doing.busy} onClick={() => void decide(true)}>
          {text('rights:urgent.review.agree')}
        </Button>
        <Button variant="default" loading={doing.busy} onClick={() => void decide(false)}>
          {text('rights:urgent.review.disagree')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}

function Verdict({ reading }: Props) {
  const act = useAct()
  const doing = useDoing()
  const [verdict, setVerdict] = useState<UrgentReading['verdict']>(null)
  const kept = useKeptWords(`urgent-review:${reading.id}`)
  const words = kept.words
  const save = async () => {
    const input = { verdict, words }
    const change = { kind: urgentReading, recordId: reading.id, verb: 'review', input, fields: {} }
    if ((await doing.run(() => act(change))) !== null) await kept.clear()
  }
  const needsWords = verdict !== null && verdict !== 'justified' && words.trim() === ''
  return (
    <>
      <SegmentedChoice
        label={text('rights:urgent.review.verdict')}
        options={urgentVerdicts.map((value) => ({
          value,
          label: text(`rights:urgent.review.verdicts.${value}`),
        }))}
        value={verdict}
        onChange={setVerdict}
      />
      <Textarea
        label={text('rights:urgent.review.words')}
        value={words}
        maxLength={1000}
        autosize
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
      />
      <Group>
        <Button
          disabled={verdict === null || needsWords}
          loading={doing.busy}
          onClick={() => void save()}
        >
          {text('rights:urgent.review.save')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}
