import { Text } from '@mantine/core'
import { Link } from 'react-router'
import { whyKept } from '../../../core/groupwork/programme-shelf.ts'
import { EmptyState, Page, Section, text, UnsentMark } from '../../kit/index.ts'
import { useMay } from '../../sync/index.ts'
import { TakeFile } from './take-file.tsx'
import { type ProgrammeRecord, useShelf } from './use-shelf.ts'
import styles from './programmes.module.css'

/** The programme library: what can be run, read, copied and shared. */
export function LibraryPage() {
  const shelf = useShelf()
  const mayCreate = useMay('programme', 'create', 'agency')
  const inUse = shelf.filter(({ retiredOn }) => retiredOn === null)
  const retired = shelf.filter((one) => !inUse.includes(one))
  return (
    <Page
      title={text('groupwork:library.title')}
      back={{ to: '/groupwork', label: text('groupwork:list.title') }}
    >
      <Text c="gray.7">{text('groupwork:library.hint')}</Text>
      {shelf.length === 0 ? (
        <EmptyState
          title={text('groupwork:new.noProgramme')}
          hint={text('groupwork:notHere.hint')}
        />
      ) : (
        <ProgrammeCards shelf={inUse} />
      )}
      {retired.length > 0 && (
        <details>
          <summary>{text('groupwork:library.retiredList')}</summary>
          <ProgrammeCards shelf={retired} />
        </details>
      )}
      {mayCreate && (
        <Section title={text('groupwork:library.take')} hint={text('groupwork:library.takeHint')}>
          <TakeFile shelf={shelf} />
        </Section>
      )}
    </Page>
  )
}

function ProgrammeCards({ shelf }: { readonly shelf: readonly ProgrammeRecord[] }) {
  return (
    <ul className={styles.cards}>
      {shelf.map((one) => (
        <ProgrammeCard key={one.id} own={one} />
      ))}
    </ul>
  )
}

function ProgrammeCard({ own }: { readonly own: ProgrammeRecord }) {
  const shipped = whyKept(own, []) === 'shipped'
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <Link
          to={`/groupwork/programmes/${own.id}`}
          className={styles.cardTitle}
          lang={own.language}
        >
          {own.title}
        </Link>
        <UnsentMark record={own} />
      </div>
      <Text size="sm" c="gray.7">
        {text('groupwork:library.facts', {
          language: text(`kit:languages.${own.language}`),
          version: own.version,
          count: own.sessions.length,
        })}
        {' · '}
        {text(shipped ? 'groupwork:library.ours' : 'groupwork:library.yours')}
      </Text>
      <Text mt={6} lang={own.language} lineClamp={3}>
        {own.summary}
      </Text>
    </li>
  )
}
