import { Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { DateField, EmptyState, Page, Section, text } from '../../kit/index.ts'
import { useReadLog, useToday } from '../../sync/index.ts'
import { useFamilyPairs, usePairContact } from '../use-pair-contact.ts'
import { ChildScreen } from './child-screen.tsx'

/** The worker says which child and which day, then hands the device over. */
export function ChildPage() {
  const { familyId = '' } = useParams()
  const [search] = useSearchParams()
  const family = useFamilyPairs(familyId)
  const [chosen, setChosen] = useState<string | null>(null)
  const first = family.pairs.find(({ id }) => id === search.get('pair')) ?? family.pairs[0]
  const childId = chosen ?? first?.childId ?? null
  const its = family.pairs.find((one) => one.childId === childId)
  const contact = usePairContact(family, its?.id === first?.id ? first : its)
  useReadLog('family', contact === null ? null : familyId)
  const today = useToday()
  const [on, setOn] = useState<string | null>(null)
  const [handed, setHanded] = useState(false)
  const back = {
    to: `/contact/families/${familyId}?pair=${first?.id ?? ''}`,
    label: text('contact:page.title'),
  }
  const adults = family.pairs.filter(
    (one) => one.childId === childId && contact?.reaches(one.adultId) === true,
  )
  const away = adults.filter(
    ({ adultId }) => family.people.find(({ id }) => id === adultId)?.livesHere === false,
  )
  const offered = away.length > 0 ? away : adults
  if (contact === null || childId === null || offered.length === 0 || !contact.consented)
    return (
      <Page title={text('contact:child.title')} back={back}>
        <EmptyState title={text('contact:child.nobody')} hint={text('contact:child.nobodyHint')} />
      </Page>
    )
  const children = [...new Set(family.pairs.map((one) => one.childId))]
  const name = family.nameOf(childId)
  return (
    <Page title={text('contact:child.title')} back={back}>
      <Section title={name} hint={text('contact:child.hint')}>
        {children.length > 1 && (
          <NativeSelect
            label={text('contact:starter.child')}
            value={childId}
            data={children.map((id) => ({ value: id, label: family.nameOf(id) }))}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        )}
        <DateField
          label={text('contact:child.day')}
          value={on ?? today}
          max={today}
          onChange={setOn}
        />
        <Group>
          <Button size="lg" onClick={() => setHanded(true)}>
            {text('contact:child.give', { name })}
          </Button>
        </Group>
      </Section>
      {handed && (
        <ChildScreen
          familyId={familyId}
          on={on ?? today}
          pairs={offered}
          nameOf={family.nameOf}
          onLeave={() => setHanded(false)}
        />
      )}
    </Page>
  )
}
