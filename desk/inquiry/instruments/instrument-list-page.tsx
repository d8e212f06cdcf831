import { Button, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { compareNames, EmptyState, Icon, Page, Section, text, UnsentMark } from '../../kit/index.ts'
import { useMay } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import { titleOf, versionText } from '../words.ts'
import { InstrumentBadges } from './instrument-badges.tsx'
import { type InstrumentRecord, useInstruments } from './use-instruments.ts'

type Shown = InstrumentRecord

/** Every questionnaire of the agency: what it may use freely first, published keys after it. */
export function InstrumentListPage() {
  const mayCreate = useMay('instrument', 'create', 'agency')
  const all = useInstruments()
  const [asked, setAsked] = useState('')
  const wanted = asked.trim().toLowerCase()
  const found = [...all]
    .filter((one) =>
      [one.title['zh-CN'], one.title.en, one.code].some((words) =>
        words.toLowerCase().includes(wanted),
      ),
    )
    .sort((left, right) => compareNames(titleOf(left), titleOf(right)))
  const isOurs = (one: Shown) => one.licence.status === 'ours'
  return (
    <Page
      title={text('inquiry:instruments.title')}
      back={{ to: '/inquiry', label: text('inquiry:waves.title') }}
      actions={
        mayCreate ? (
          <Button component={Link} to="/inquiry/instruments/new" leftSection={<Icon name="plus" />}>
            {text('inquiry:instruments.new')}
          </Button>
        ) : undefined
      }
    >
      <TextInput
        type="search"
        label={text('inquiry:instruments.search')}
        leftSection={<Icon name="search" />}
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      {found.length === 0 && <EmptyState title={text('inquiry:instruments.none')} />}
      <Shelf
        title={text('inquiry:instruments.ours')}
        hint={text('inquiry:instruments.oursHint')}
        instruments={found.filter((one) => isOurs(one) && one.state !== 'retired')}
      />
      <Shelf
        title={text('inquiry:instruments.published')}
        hint={text('inquiry:instruments.publishedHint')}
        instruments={found.filter((one) => !isOurs(one) && one.state !== 'retired')}
      />
      <Shelf
        title={text('inquiry:instruments.retired')}
        hint={text('inquiry:instruments.retiredHint')}
        instruments={found.filter((one) => one.state === 'retired')}
      />
    </Page>
  )
}

function Shelf({
  title,
  hint,
  instruments,
}: {
  readonly title: string
  readonly hint: string
  readonly instruments: readonly Shown[]
}) {
  if (instruments.length === 0) return null
  return (
    <Section title={title} hint={hint}>
      <ul className={styles.cards}>
        {instruments.map((one) => (
          <li key={one.id} className={styles.card}>
            <Link to={`/inquiry/instruments/${one.id}`} className={styles.whole}>
              {titleOf(one)}
            </Link>
            <Text size="sm" c="gray.7">
              {text('inquiry:instruments.line', {
                respondent: text(`inquiry:respondent.${one.respondent}`),
                target: text(`inquiry:target.${one.target}`),
                count: one.items.length,
                version: versionText(one.version),
              })}
            </Text>
            <InstrumentBadges instrument={one} />
            <UnsentMark record={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
