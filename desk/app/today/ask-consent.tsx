import type { Person } from '../../../core/families/person.ts'
import { text } from '../../kit/text.ts'
import type { LocalRecord } from '../../sync/typed-record-parse.ts'
import { TodayList } from './today-list.tsx'

/** Whom to ask for consent next, one touch from the page where it is asked. */
export function AskConsent({ about }: { readonly about: readonly LocalRecord<Person>[] }) {
  return (
    <TodayList
      title={text('access:today.askConsent')}
      lines={about.map((child) => ({
        key: child.id,
        to: `/families/${child.familyId}/consent/${child.id}`,
        words: child.name,
        detail: text('access:today.notAsked'),
        late: false,
      }))}
    />
  )
}
