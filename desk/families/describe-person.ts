import { ageOn } from '../../core/kit/dates.ts'
import type { Migration } from '../../core/families/migration.ts'
import type { Person } from '../../core/families/person.ts'
import { formatDay, text } from '../kit/index.ts'

export function describeAge(person: Pick<Person, 'bornOn' | 'sex'>, today: string): string {
  const age =
    person.bornOn === null
      ? text('families:age.unknown')
      : text('families:age.years', { count: ageOn(person.bornOn, today) })
  return person.sex === 'unknown'
    ? age
    : `${text(`families:sex.${person.sex}`)}${text('families:listSeparator')}${age}`
}

/** “Dongguan, Guangdong · since 20 Feb 2024 · home once a year” */
export function describeStay(stay: Migration): string {
  const place = [stay.province, stay.city].filter((part) => part !== '').join(' ')
  const parts = [
    place === '' ? text('families:stay.placeUnknown') : place,
    stay.since === null
      ? text('families:stay.sinceUnknown')
      : text('families:stay.sinceDay', { day: formatDay(stay.since) }),
    text(`families:rhythm.${stay.returnRhythm}`),
  ]
  return parts.join(' · ')
}
