import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { audienceOf } from '../../../core/families/may-reach.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { DoingNote, formatDayOf, text, useDoing } from '../../kit/index.ts'
import { LinkCard } from '../../kit/link-card.tsx'
import { useOnline, useRecords, useSender, useMakeLink } from '../../sync/index.ts'
import type { MadeLink } from '../../sync/family-link-shapes.ts'
import type { FamilyFile } from '../use-register.ts'

const validDays = 30

/** For whoever would rather ask without the worker: a page with four choices and room for own words. */
export function OwnPageLink({ file }: { readonly file: FamilyFile }) {
  const doing = useDoing()
  const makeLink = useMakeLink()
  const sender = useSender()
  const online = useOnline()
  const [made, setMade] = useState<MadeLink | null>(null)
  const restrictions = useRecords(restrictedParty, { familyId: file.family.id, state: 'standing' })
  const people = audienceOf(file.people, restrictions, null)
  const child = file.people.find(({ role }) => role === 'child')
  const [chosen, setChosen] = useState('')
  const first = people.find(({ role }) => role === 'parent') ?? child
  if (child === undefined) return null
  const personId = people.some(({ id }) => id === chosen) ? chosen : (first?.id ?? '')
  // A child who asks is asked about itself; anybody else about the first child and themselves.
  const childId = people.find(({ id, role }) => id === personId && role === 'child')?.id
  const make = async () => {
    const body = {
      familyId: file.family.id,
      personId,
      childId: childId ?? child.id,
      purpose: 'rights',
      waveId: null,
      instrumentId: null,
      pairId: null,
      days: validDays,
    }
    const link = await doing.run(() => makeLink(body))
    if (link !== null) setMade(link)
  }
  return (
    <>
      <Text mt="sm">{text('rights:ownPage.hint')}</Text>
      <Group align="flex-end">
        <NativeSelect
          label={text('rights:ownPage.to')}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={personId}
          onChange={({ currentTarget }) => {
            setChosen(currentTarget.value)
            setMade(null)
          }}
        />
        <Button
          variant="default"
          disabled={!online}
          loading={doing.busy}
          onClick={() => void make()}
        >
          {text('rights:ownPage.make', { days: validDays })}
        </Button>
      </Group>
      <DoingNote doing={doing} />
      {made !== null && (
        <LinkCard
          qrSvg={made.qrSvg}
          checkCode={made.checkCode}
          link={{ familyId: file.family.id, linkId: made.id, address: made.address }}
          words={text('rights:ownPage.message', {
            ...sender,
            address: made.address,
            day: formatDayOf(made.endsAt),
          })}
        />
      )}
    </>
  )
}
