import { Anchor, Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { noContact } from '../../core/contact/no-contact.ts'
import { findSaidSilences } from '../../core/evaluation/find-said-silences.ts'
import { findSilences, type SilenceItem } from '../../core/evaluation/find-silences.ts'
import { family } from '../../core/families/family.ts'
import { mayReach } from '../../core/families/may-reach.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { migration } from '../../core/families/migration.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { EmptyState, formatDay, Page, Section, text } from '../kit/index.ts'
import { useMay, useRecords, useToday } from '../sync/index.ts'
import { CircleLink } from './circle-link.tsx'
import styles from './contact.module.css'
import { PairHelp } from './pair-help.tsx'

const states = ['silent14', 'silent7', 'notLogged'] as const

/** Who may need help to reach each other: a list to begin from, with what can be done; never a list of who failed. */
export function HomePage() {
  const today = useToday()
  const people = useRecords(person)
  const restrictions = useRecords(restrictedParty)
  const open = new Set(useRecords(family, { state: 'open' }).map(({ id }) => id))
  const contactEntries = useRecords(contactEntry)
  const noContacts = useRecords(noContact)
  const pairs = useRecords(pair)
  const migrations = useRecords(migration)
  const isShown = ({
    familyId,
    adultId,
    childId,
  }: Pick<SilenceItem, 'familyId' | 'adultId' | 'childId'>) =>
    open.has(familyId) && mayReach(restrictions, adultId, childId)
  const said = findSaidSilences({ today, noContacts, contactEntries, pairs }).filter(isShown)
  const saidPairs = new Set(said.map(({ pairId }) => pairId))
  // Who says it themselves stands there, and once.
  const silences = findSilences({ today, people, contactEntries, pairs, migrations })
    .filter(isShown)
    .filter(({ pairId }) => !saidPairs.has(pairId))
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
      {silences.length + said.length === 0 && (
        <EmptyState title={text('contact:home.none')} hint={text('contact:home.noneHint')} />
      )}
      {said.length > 0 && (
        <Section title={text('contact:home.said')} hint={text('contact:home.help.said')}>
          <ul className={styles.lines}>
            {said.map((one) => (
              <SilenceLine key={one.pairId} item={one} nameOf={nameOf}>
                <Text size="sm">
                  {text('contact:none.span', {
                    from: formatDay(one.from),
                    until: formatDay(one.until),
                  })}
                </Text>
              </SilenceLine>
            ))}
          </ul>
        </Section>
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
                <SilenceLine key={one.pairId} item={one} nameOf={nameOf}>
                  {one.since !== null && one.days !== null && (
                    <Text size="sm">
                      {text('contact:home.since', { day: formatDay(one.since), count: one.days })}
                    </Text>
                  )}
                </SilenceLine>
              ))}
            </ul>
          </Section>
        )
      })}
    </Page>
  )
}

/** Two who do not reach each other, and what can be done from here. */
function SilenceLine({
  item: { familyId, pairId, childId, adultId },
  nameOf,
  children,
}: {
  readonly item: Pick<SilenceItem, 'familyId' | 'pairId' | 'childId' | 'adultId'>
  readonly nameOf: (id: string) => string
  readonly children: ReactNode
}) {
  const mayOpen = useMay('caseFile', 'create', `family:${familyId}`)
  return (
    <li className={styles.box}>
      <Anchor component={Link} to={`/contact/families/${familyId}?pair=${pairId}`}>
        {text('contact:home.pair', { child: nameOf(childId), adult: nameOf(adultId) })}
      </Anchor>
      {children}
      <PairHelp familyId={familyId} pairId={pairId} childId={childId} />
      <Group gap="md">
        <Anchor component={Link} to={`/families/${familyId}`} size="sm">
          {text('contact:home.toFamily')}
        </Anchor>
        {mayOpen && (
          <Anchor
            component={Link}
            to={`/casework/families/${familyId}/new?for=${pairId}`}
            size="sm"
          >
            {text('contact:home.toCase')}
          </Anchor>
        )}
        <CircleLink familyId={familyId} />
      </Group>
    </li>
  )
}
