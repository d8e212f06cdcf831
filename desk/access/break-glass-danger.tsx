import { Alert } from '@mantine/core'
import { z } from 'zod'
import { formatDay, formatWords } from '../kit/format.ts'
import { text, textOrNull } from '../kit/text.ts'
import type { UrgentRecord } from './break-glass-shapes.ts'

export type Fields = UrgentRecord['fields']

export function word(fields: Fields | undefined, field: string): string {
  const value = fields?.[field]
  return typeof value === 'string' ? value : ''
}

/** From whom a person is kept away, as it stands today (FAM-50). */
export function restrictionsOf(
  { id }: UrgentRecord,
  records: readonly UrgentRecord[],
): readonly UrgentRecord[] {
  return records.filter(
    ({ kind, fields }) =>
      kind === 'restrictedParty' && fields['personId'] === id && fields['state'] === 'standing',
  )
}

export function KeptAwayMark({
  one,
  records,
}: {
  readonly one: UrgentRecord
  readonly records: readonly UrgentRecord[]
}) {
  const standing = restrictionsOf(one, records)
  if (standing.length === 0) return null
  return (
    <Alert color="red" title={text('rights:urgent.first.keptAway')} p="xs">
      <Lines words={standing.map((restriction) => keptAwayLine(restriction, records))} />
    </Alert>
  )
}

function keptAwayLine({ fields }: UrgentRecord, records: readonly UrgentRecord[]): string {
  const child = nameOf(fields['childId'], records) || text('restricted:party.everyChild')
  const line = text('restricted:party.line', { name: nameOf(fields['personId'], records), child })
  const ground = textOrNull(`restricted:party.grounds.${word(fields, 'ground')}`) ?? ''
  return [line, ground, word(fields, 'groundNote')].filter((words) => words !== '').join(' · ')
}

function nameOf(id: unknown, records: readonly UrgentRecord[]): string {
  return word(records.find(({ kind, id: its }) => kind === 'person' && its === id)?.fields, 'name')
}

/** What a case says, what a contact raised and nobody has dealt with, and what bars whoever looks after a child by law. */
export function listDangers(records: readonly UrgentRecord[]): readonly string[] {
  return records
    .map(({ kind, fields }) => {
      // Whoever screened the case found nothing urgent: what was written then is no danger.
      if (kind === 'caseFile')
        return word(fields, 'urgency') === 'none' ? '' : word(fields, 'riskWords')
      if (kind === 'caseContact')
        return text('rights:urgent.first.raised', {
          day: formatDay(word(fields, 'on')),
          words: word(fields, 'riskWords'),
        })
      const isNow = kind === 'guardianship' && word(fields, 'until') === ''
      return isNow ? barringOf(fields, records) : ''
    })
    .filter((words) => words !== '')
}

const barringShape = z.object({ facts: z.array(z.string()) })

function barringOf(fields: Fields, records: readonly UrgentRecord[]): string {
  const facts = barringShape.safeParse(fields['barring']).data?.facts ?? []
  if (facts.length === 0) return ''
  return text('rights:urgent.first.barred', {
    name: nameOf(fields['adultId'], records),
    child: nameOf(fields['childId'], records),
    facts: formatWords(
      facts.flatMap((fact) => textOrNull(`restricted:barring.facts.${fact}`) ?? []),
    ),
  })
}

export function Lines({ words }: { readonly words: readonly string[] }) {
  return words.map((line) => <div key={line}>{line}</div>)
}
