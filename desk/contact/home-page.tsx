import { Anchor, Button, Text } from '@mantine/core'
import { Link } from 'react-router'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { findSilences, type SilenceItem } from '../../core/evaluation/find-silences.ts'
import { family } from '../../core/families/family.ts'
import { mayReach } from '../../core/families/may-reach.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { migration } from '../../core/families/migration.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { EmptyState, formatDay, Page, Section, text } from '../kit/index.ts'
import { useRecords, useToday } from '../sync/index.ts'
import { CircleLink } from './circle-link.tsx'
import styles from './contact.module.css'

const states = ['silent14', 'silent7', 'notLogged'] as const

/** Who may need help to reach each other: a list to begin from, with what can be done; never a list of who failed. */
export function HomePage() {
  const today = useToday()
  const people = useRecords(person)
  const restrictions = useRecords(restrictedParty)
  const open = new Set(useRecords(family, { state: 'open' }).map(({ id }) => id))
  const silences = findSilences({
    today,
    people,
    contactEntries: useRecords(contactEntry),
    pairs: useRecords(pair),
    migrations: useRecords(migration),
  }).filter(
    ({ familyId, adultId, childId }) =>
      open.has(familyId) && mayReach(restrictions, adultId, childId),
  )
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? ''
  return (
    <Page
      title={text('contact:home.title')}
      actions={
        <Button component={Link} to="/contact/cards" variant="default">
          {text('cards:title')}
        </Button>
      }
    >
      <Text>{text('contact:home.hint')}</Text>
      {silences.length === 0 && (
        <EmptyState title={text('contact:home.none')} hint={text('contact:home.noneHint')} />
      )}
      {states.map((state) => {
        const own = silences.filter((one) => one.state === state)
        return own.length === 0 ? null : (
          <Section
            key={state}
            title={text(`contact:home.${state}`)}
            hint={text(`contact:home.help.${state}`)}
          >
            <ul className={styles.lines}>
              {own.map((one) => (
                <SilenceLine key={one.pairId} item={one} nameOf={nameOf} />
              ))}
            </ul>
          </Section>
        )
      })}
    </Page>
  )
}

function SilenceLine({
  item,
  nameOf,
}: {
  readonly item: SilenceItem
  readonly nameOf: (id: string) => string
}) {
  return (
    <li className={styles.box}>
      <Anchor component={Link} to={`/contact/families/${item.familyId}?pair=${item.pairId}`}>
        {text('contact:home.pair', { child: nameOf(item.childId), adult: nameOf(item.adultId) })}
      </Anchor>
      {item.since !== null && item.days !== null && (
        <Text size="sm">
          {text('contact:home.since', { day: formatDay(item.since), count: item.days })}
        </Text>
      )}
      <CircleLink familyId={item.familyId} />
    </li>
  )
}
