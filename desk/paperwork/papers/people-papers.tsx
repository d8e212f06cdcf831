import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { family } from '../../../core/families/family.ts'
import { person } from '../../../core/families/person.ts'
import { seat } from '../../../core/groupwork/seat.ts'
import { byStrandAndCode } from '../../../core/paperwork/papers/order-seats.ts'
import { type Language, Section, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { nothing, PaperList } from './paper-list.tsx'

interface PeoplePapersProps {
  readonly groupId: string
  readonly language: Language
}

/** Enrolment and consent: blank, or for a family whose file this person may open. */
export function FamilyPapers({ groupId, language }: PeoplePapersProps) {
  const [familyId, setFamilyId] = useState('')
  const children = useRecords(person).filter(({ role }) => role === 'child')
  const families = useRecords(family)
    .filter(({ state }) => state === 'open')
    .toSorted((left, right) => left.code.localeCompare(right.code))
  const labelOf = (id: string, code: string): string =>
    [code, ...children.filter((one) => one.familyId === id).map(({ name }) => name)].join(' ')
  return (
    <Section title={text('paperwork:paper.ofFamily')}>
      <NativeSelect
        label={text('paperwork:paper.whichFamily')}
        value={familyId}
        data={[
          { value: '', label: text('paperwork:paper.blank') },
          ...families.map(({ id, code }) => ({ value: id, label: labelOf(id, code) })),
        ]}
        onChange={({ currentTarget }) => setFamilyId(currentTarget.value)}
      />
      <PaperList
        about="family"
        on={{ ...nothing, groupId, familyId: familyId === '' ? null : familyId }}
        language={language}
      />
    </Section>
  )
}

/** One member's way through the group, for members whose family's file this person may open. */
export function MemberPapers({ groupId, language }: PeoplePapersProps) {
  const families = useRecords(family)
  const seats = useRecords(seat, { groupId })
    .filter(({ familyId }) => families.some(({ id }) => id === familyId))
    .toSorted(byStrandAndCode(families))
  const [chosen, setChosen] = useState<string | null>(null)
  const own = seats.find(({ id }) => id === chosen) ?? seats[0]
  if (own === undefined) return null
  return (
    <Section title={text('paperwork:paper.ofMember')}>
      <NativeSelect
        label={text('paperwork:paper.whichMember')}
        value={own.id}
        data={seats.map(({ id, displayName, strand }) => ({
          value: id,
          label: `${displayName} · ${text(`groupwork:strand.${strand}`)}`,
        }))}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <PaperList
        key={own.id}
        about="member"
        on={{ ...nothing, groupId, seatId: own.id }}
        language={language}
      />
    </Section>
  )
}
