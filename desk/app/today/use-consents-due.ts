import { useMemo } from 'react'
import { acknowledgement } from '../../../core/families/acknowledgement.ts'
import { type AgeTurn, listAgeTurns } from '../../../core/families/age-turns.ts'
import { consent } from '../../../core/families/consent.ts'
import { type ConsentDue, listConsentsDue } from '../../../core/families/consents-due.ts'
import { type ConsentNews, listConsentNews } from '../../../core/families/list-consent-news.ts'
import { family } from '../../../core/families/family.ts'
import { type Person, person } from '../../../core/families/person.ts'
import { notice } from '../../families/consent/notice.ts'
import { useRecords } from '../../sync/records.ts'
import type { LocalRecord } from '../../sync/typed-record-parse.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'

export interface ConsentsDue {
  readonly turns: readonly AgeTurn[]
  readonly news: readonly (ConsentNews & {
    readonly child: LocalRecord<Person>
    readonly giver: string
  })[]
  readonly due: readonly (ConsentDue & { readonly child: LocalRecord<Person> })[]
}

/** Birthdays at which other people decide, and consents that are to be asked again, of families in daily sight. */
export function useConsentsDue(): ConsentsDue {
  const open = useRecords(family, { state: 'open' })
  const everybody = useRecords(person)
  const consents = useRecords(consent)
  const acknowledgements = useRecords(acknowledgement)
  const today = useToday()
  return useMemo(() => {
    const families = new Set(open.map(({ id }) => id))
    const people = everybody.filter(
      ({ role, familyId, alive }) => role === 'child' && alive && families.has(familyId),
    )
    const names = new Map(everybody.map(({ id, name }) => [id, name]))
    const byId = new Map(people.map((child) => [child.id, child]))
    return {
      turns: listAgeTurns({ people, consents, acknowledgements }, today),
      news: listConsentNews(consents).flatMap((one) => {
        const child = byId.get(one.childId)
        return child === undefined ? [] : [{ ...one, child, giver: names.get(one.givenById) ?? '' }]
      }),
      due: listConsentsDue(consents, notice, today).flatMap((one) => {
        const child = byId.get(one.childId)
        return child === undefined ? [] : [{ ...one, child }]
      }),
    }
  }, [open, everybody, consents, acknowledgements, today])
}
