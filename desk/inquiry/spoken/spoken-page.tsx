import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useParams } from 'react-router'
import type { SpokenOf } from '../../../core/inquiry/spoken/spoken-words.ts'
import { itemWords, openingWords } from '../../../core/inquiry/spoken/words-to-speak.ts'
import { fillUnnamed } from '../../../core/inquiry/words.ts'
import { currentLanguage, EmptyState, Icon, Page, Section, text } from '../../kit/index.ts'
import { SpokenPanel, useSpokenKeeping, useSpokenOf } from '../../sync/index.ts'
import { type InstrumentRecord, useInstrument } from '../instruments/use-instruments.ts'
import { titleOf } from '../words.ts'
import styles from './spoken.module.css'

interface Passage {
  readonly key: string
  /** On its button. */
  readonly short: string
  readonly what: SpokenOf
  readonly name: string
  readonly words: string
}

/** A questionnaire read aloud, one passage after another, for people who cannot read it. */
export function SpokenPage() {
  const { instrumentId } = useParams()
  const shown = useInstrument(instrumentId)
  const title = text('spoken:page.title')
  if (shown === null || shown.removed)
    return (
      <Page
        title={title}
        back={{ to: '/inquiry/instruments', label: text('inquiry:instruments.title') }}
      >
        <EmptyState title={text('inquiry:instruments.missing')} />
      </Page>
    )
  return (
    <Page title={title} back={{ to: `/inquiry/instruments/${shown.id}`, label: titleOf(shown) }}>
      <Text>{text('spoken:page.hint')}</Text>
      <Passages shown={shown} />
    </Page>
  )
}

function listPassages(shown: InstrumentRecord): readonly Passage[] {
  const language = currentLanguage()
  const opening = openingWords(shown, language)
  return [
    ...(opening === ''
      ? []
      : [
          {
            key: 'opening',
            short: text('spoken:page.opening'),
            what: 'opening' as const,
            name: text('spoken:page.opening'),
            words: opening,
          },
        ]),
    ...shown.items.flatMap((item) => {
      const words = itemWords(shown, item, language)
      const name = text('spoken:page.item', { number: item.number })
      return words === ''
        ? []
        : [{ key: item.id, short: String(item.number), what: 'item' as const, name, words }]
    }),
  ]
}

function Passages({ shown }: { readonly shown: InstrumentRecord }) {
  const language = currentLanguage()
  const passages = listPassages(shown)
  const spokenOf = useSpokenOf()
  const { waiting } = useSpokenKeeping()
  const isDone = ({ words }: Passage) => spokenOf(words).length + waiting(words).length > 0
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      passages.findIndex((one) => !isDone(one)),
    ),
  )
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage takes the focus
  useEffect(() => heading.current?.focus({ preventScroll: true }), [at])
  const passage = passages[at]
  if (passage === undefined) return <EmptyState title={text('spoken:page.nothing')} />
  const count = passages.filter(isDone).length
  // On to the next that lacks a recording, also one that was passed over before.
  const goOn = () => {
    const next = passages.findIndex((one, index) => index > at && !isDone(one))
    setAt(next === -1 ? Math.min(at + 1, passages.length - 1) : next)
  }
  return (
    <Section title={text('spoken:page.done', { done: count, count: passages.length })}>
      <h3 ref={heading} tabIndex={-1} className={styles.name}>
        {passage.name}
      </h3>
      <p className={styles.words} lang={language}>
        {fillUnnamed(passage.words, language)}
      </p>
      <SpokenPanel
        key={at}
        what={passage.what}
        words={passage.words}
        onBusy={setBusy}
        onKept={goOn}
      />
      {busy && (
        <Text size="sm" c="gray.7">
          {text('spoken:page.busy')}
        </Text>
      )}
      <Group justify="space-between" mt="md">
        <Button variant="default" disabled={busy || at === 0} onClick={() => setAt(at - 1)}>
          {text('spoken:page.before')}
        </Button>
        <Button
          variant="default"
          disabled={busy || at === passages.length - 1}
          rightSection={<Icon name="next" />}
          onClick={() => setAt(at + 1)}
        >
          {text('spoken:page.next')}
        </Button>
      </Group>
      <ol className={styles.marks} aria-label={text('spoken:page.all')}>
        {passages.map((one, index) => (
          <li key={one.key}>
            <button
              type="button"
              className={isDone(one) ? styles.has : styles.lacks}
              disabled={busy}
              aria-current={index === at ? 'step' : undefined}
              onClick={() => setAt(index)}
              aria-label={text(`spoken:page.${isDone(one) ? 'has' : 'lacks'}`, { name: one.name })}
            >
              {one.short}
            </button>
          </li>
        ))}
      </ol>
    </Section>
  )
}
