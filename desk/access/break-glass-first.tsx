import { Anchor } from '@mantine/core'
import { formatWords } from '../kit/format.ts'
import type { Fact } from '../kit/section.tsx'
import { Facts, Section } from '../kit/section.tsx'
import { text, textOrNull } from '../kit/text.ts'
import {
  type Fields,
  KeptAwayMark,
  Lines,
  listDangers,
  restrictionsOf,
  word,
} from './break-glass-danger.tsx'
import type { UrgentRecord } from './break-glass-shapes.ts'

/** Needed at once: the children, who looks after them, where the parents are and how to reach everybody, what is dangerous. */
export function UrgentFirst({ records }: { readonly records: readonly UrgentRecord[] }) {
  const people = records.filter(({ kind }) => kind === 'person')
  // RIG-20: whoever is kept away comes last, is never called from here, and is nobody's guardian on this screen.
  const orderOf = (one: UrgentRecord) =>
    restrictionsOf(one, records).length > 0 ? 2 : one.fields['role'] === 'child' ? 0 : 1
  const place = records
    .filter(({ kind }) => kind === 'family')
    .flatMap(({ fields }) => [word(fields, 'township'), word(fields, 'village')])
    .filter((one) => one !== '')
  const dangers = listDangers(records)
  return (
    <>
      {place.length > 0 && (
        <Facts rows={[{ label: text('rights:urgent.first.home'), value: place.join(' ') }]} />
      )}
      {dangers.length > 0 && (
        <Facts
          rows={[{ label: text('rights:urgent.first.danger'), value: <Lines words={dangers} /> }]}
        />
      )}
      {people
        .toSorted((left, right) => orderOf(left) - orderOf(right))
        .map((one) => (
          <Section key={one.id} title={word(one.fields, 'name')}>
            <KeptAwayMark one={one} records={records} />
            <Facts rows={rowsOf(one, records)} />
          </Section>
        ))}
    </>
  )
}

function rowsOf(one: UrgentRecord, records: readonly UrgentRecord[]): readonly Fact[] {
  const { fields } = one
  const phone = word(fields, 'phone')
  const isKeptAway = restrictionsOf(one, records).length > 0
  const rows: Fact[] = [
    { label: text('families:fields.relation'), value: tieOf(one, records) },
    {
      label: text('families:fields.phone'),
      value: phone === '' || isKeptAway ? phone : <Anchor href={`tel:${phone}`}>{phone}</Anchor>,
    },
    { label: text('rights:urgent.first.where'), value: whereOf(one, records) },
    { label: text('rights:urgent.first.cares'), value: caresOf(one, records) },
    { label: text('families:fields.bornOn'), value: word(fields, 'bornOn') },
    { label: text('families:fields.health'), value: healthOf(fields) },
    { label: text('families:fields.school'), value: schoolOf(fields) },
    {
      label: text('families:fields.bestWindow'),
      value: formatWords(
        records
          .filter(({ kind, fields: its }) => kind === 'availability' && its['personId'] === one.id)
          .map(({ fields: its }) => word(its, 'bestWindow')),
      ),
    },
  ]
  return rows.filter(({ value }) => value !== '')
}

/** What an adult is to the children of this family. */
function tieOf(one: UrgentRecord, records: readonly UrgentRecord[]): string {
  const ties = records
    .filter(({ kind, fields }) => kind === 'pair' && fields['adultId'] === one.id)
    .map(({ fields }) => textOrNull(`families:relation.${word(fields, 'relation')}`) ?? '')
  const role = word(one.fields, 'role')
  return formatWords([...new Set(ties)]) || (textOrNull(`families:role.${role}`) ?? '')
}

function whereOf(one: UrgentRecord, records: readonly UrgentRecord[]): string {
  if (one.fields['alive'] === false) return text('families:where.dead')
  const stays = records.filter(
    ({ kind, fields }) =>
      kind === 'migration' && fields['personId'] === one.id && word(fields, 'until') === '',
  )
  const [stay] = stays
  if (stay !== undefined) {
    const place = [word(stay.fields, 'province'), word(stay.fields, 'city')].join('')
    return place === '' ? text('families:where.away') : text('families:where.awayAt', { place })
  }
  const here = one.fields['livesHere']
  if (here === true) return text('families:where.here')
  return here === false ? text('families:where.elsewhere') : ''
}

/** For a child: who looks after it and who is its guardian, with the telephone; for an adult nothing. */
function caresOf(one: UrgentRecord, records: readonly UrgentRecord[]): string {
  return formatWords(
    records
      .filter(
        ({ kind, fields }) =>
          kind === 'guardianship' &&
          fields['childId'] === one.id &&
          word(fields, 'until') === '' &&
          !records.some(
            (person) =>
              person.id === fields['adultId'] && restrictionsOf(person, records).length > 0,
          ),
      )
      .map(({ fields }) => {
        const adult = records.find(({ id }) => id === fields['adultId'])?.fields
        const as = textOrNull(
          `families:bonds.${fields['kind'] === 'caregiver' ? 'caregiver' : 'guardian'}`,
        )
        return `${as ?? ''} ${word(adult, 'name')} ${word(adult, 'phone')}`.trim()
      }),
  )
}

function healthOf(fields: Fields): string {
  const health = word(fields, 'health')
  const known =
    health === '' || health === 'notAsked' ? null : textOrNull(`families:health.${health}`)
  return [known ?? '', word(fields, 'healthNote')].filter((one) => one !== '').join(' ')
}

function schoolOf(fields: Fields): string {
  return [word(fields, 'school'), word(fields, 'grade')].filter((one) => one !== '').join(' ')
}
