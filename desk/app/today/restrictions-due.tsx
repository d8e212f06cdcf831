import { useMemo } from 'react'
import { consent } from '../../../core/families/consent.ts'
import { family } from '../../../core/families/family.ts'
import { person } from '../../../core/families/person.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import {
  listRestrictionsDue,
  type RestrictionDue,
} from '../../../core/families/restrictions-due.ts'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import { useMayAct } from '../../sync/use-act.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'
import { TodayList } from './today-list.tsx'

/** Of families in daily sight, for whoever may set such words aside. */
export function useRestrictionsDue(): readonly RestrictionDue[] {
  const may = useMayAct()
  const today = useToday()
  const open = useRecords(family, { state: 'open' })
  const restrictions = useRecords(restrictedParty, { state: 'standing' })
  const consents = useRecords(consent)
  return useMemo(() => {
    const families = new Set(open.map(({ id }) => id))
    return listRestrictionsDue(restrictions, consents, today).filter(
      ({ familyId }) => families.has(familyId) && may('consent', 'setAside', `family:${familyId}`),
    )
  }, [may, today, open, restrictions, consents])
}

/** What somebody who is kept away said too late to be refused, and restrictions whose day to look again has come. */
export function RestrictionsDue({ due }: { readonly due: readonly RestrictionDue[] }) {
  const names = new Map(useRecords(person).map(({ id, name }) => [id, name]))
  return (
    <TodayList
      title={text('restricted:party.today')}
      hint={text('restricted:party.todayHint')}
      lines={due.map(({ key, familyId, personId, stillCount, toReview }) => ({
        ...{ key, to: `/families/${familyId}`, words: names.get(personId) ?? '', late: true },
        detail: [
          stillCount > 0 ? text('restricted:party.countsToday', { count: stillCount }) : '',
          toReview ? text('restricted:party.reviewDue') : '',
        ]
          .filter((part) => part !== '')
          .join(' · '),
      }))}
    />
  )
}
