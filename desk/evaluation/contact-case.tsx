import { Group } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { FamilyRecords } from '../../core/evaluation/findings/family-records.ts'
import {
  contactDirections,
  type ContactMeasure,
  contactMeasures,
  listContactSeries,
  logOfPair,
} from '../../core/contact/contact-series.ts'
import { listContactWeeks } from '../../core/contact/list-contact-weeks.ts'
import { describeSingleCase } from '../../core/evaluation/findings/single-case.ts'
import { DateField, Section, SegmentedChoice, text } from '../kit/index.ts'
import { ChoiceField } from './choice-field.tsx'
import { FindingView } from './finding-view.tsx'
import { useFamilyBoundaries } from './use-family-boundaries.ts'
import { deskWording } from './wording.ts'

/** The contact log of one pair, week by week: the direct measure of what the work is about. */
export function ContactCase({
  records,
  today,
}: {
  readonly records: FamilyRecords
  readonly today: string
}) {
  const logged = records.pairs.filter(({ id }) =>
    records.contacts.some(({ pairId }) => pairId === id),
  )
  const [chosen, setChosen] = useState('')
  const [measure, setMeasure] = useState<ContactMeasure>('contacts')
  const [day, setDay] = useState<string | null>(null)
  const boundaries = useFamilyBoundaries(records, day)
  const pair = logged.find(({ id }) => id === chosen) ?? logged[0]
  const wording = deskWording()
  const weeks = useMemo(
    () => (pair === undefined ? [] : listContactWeeks(logOfPair(pair.id, records), today)),
    [records, pair, today],
  )
  if (pair === undefined) return null
  const nameOf = ({ childId, relation }: (typeof logged)[number]): string => {
    const child = records.people.find(({ id }) => id === childId)?.name ?? ''
    return `${child} · ${text(`evaluation:relation.${relation}`)}`
  }
  const axis = text(`evaluation:case.${measure}`)
  const finding = describeSingleCase(
    {
      id: `contact-${pair.id}-${measure}`,
      title: text('evaluation:case.ofPair', {
        what: axis,
        code: records.family.code,
        relation: text(`evaluation:relation.${pair.relation}`),
      }),
      axis,
      unit: 'week',
      direction: contactDirections[measure],
      ...listContactSeries(weeks, measure),
    },
    boundaries,
    wording,
  )
  return (
    <Section
      title={text('evaluation:case.contactTitle')}
      hint={text('evaluation:case.contactHint')}
    >
      <Group align="flex-end" className="no-print">
        {logged.length > 1 && (
          <ChoiceField
            label={text('evaluation:case.pair')}
            value={pair.id}
            options={logged.map((one) => ({ value: one.id, label: nameOf(one) }))}
            onChange={setChosen}
          />
        )}
        <SegmentedChoice
          label={text('evaluation:case.what')}
          options={contactMeasures.map((value) => ({
            value,
            label: text(`evaluation:case.${value}`),
          }))}
          value={measure}
          onChange={setMeasure}
        />
        <DateField
          label={text('evaluation:case.day')}
          description={text('evaluation:case.dayHint')}
          value={day}
          onChange={setDay}
        />
      </Group>
      <FindingView finding={finding} />
    </Section>
  )
}
