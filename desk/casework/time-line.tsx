import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { CaseFile } from '../../core/casework/case-shape.ts'
import { type LineItem, lineKinds } from '../../core/evaluation/casework/time-line.ts'
import { EmptyState, formatDay, Section, text } from '../kit/index.ts'
import styles from './casework.module.css'
import { ConferenceWords } from './conference-section.tsx'
import { ContactCard } from './contact-card.tsx'
import { useLineWords } from './use-line-words.ts'

const shownAtFirst = 10
const shownMore = 30

/** One line of everything about these people, newest first; one kind of thing may be looked at alone. */
export function TimeLine({
  its,
  items,
}: {
  readonly its: CaseFile & { readonly id: string }
  readonly items: readonly LineItem[]
}) {
  const [kind, setKind] = useState('')
  const [count, setCount] = useState(shownAtFirst)
  const wordsOf = useLineWords(its.familyId)
  const present = lineKinds.filter((one) => items.some((item) => item.kind === one))
  const chosen = items.filter((item) => kind === '' || item.kind === kind)
  return (
    <Section title={text('casework:line.title')} hint={text('casework:line.hint')}>
      <NativeSelect
        label={text('casework:line.show')}
        value={kind}
        data={[
          { value: '', label: text('casework:line.all') },
          ...present.map((value) => ({ value, label: text(`casework:line.kind.${value}`) })),
        ]}
        onChange={({ currentTarget }) => setKind(currentTarget.value)}
      />
      {chosen.length === 0 && (
        <EmptyState title={text('casework:line.none')} hint={text('casework:line.noneHint')} />
      )}
      <ol className={styles.lines}>
        {chosen.slice(0, count).map((item) => (
          <li key={item.key} className={styles.line}>
            <span className={styles.fine}>
              {`${formatDay(item.on)} · ${text(`casework:line.kind.${item.kind}`)}`}
            </span>
            {item.kind === 'caseContact' && <ContactCard contact={item.contact} />}
            {item.kind === 'caseConference' && <ConferenceWords conference={item.conference} />}
            {item.kind !== 'caseContact' && item.kind !== 'caseConference' && (
              <span className={styles.words}>{wordsOf(item)}</span>
            )}
          </li>
        ))}
      </ol>
      {chosen.length > count && (
        <div>
          <Button variant="subtle" onClick={() => setCount(count + shownMore)}>
            {text('casework:line.more')}
          </Button>
        </div>
      )}
    </Section>
  )
}
