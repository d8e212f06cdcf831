import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { isJsonObject } from '../../core/kit/json.ts'
import type { Concern } from '../../core/safety/concern-shape.ts'
import { DoingNote, text, useDoing } from '../kit/index.ts'
import { type LocalRecord, newId, useKeptDraft } from '../sync/index.ts'
import styles from './safety.module.css'
import { useEditConcern } from './use-concern.ts'

const blank = { asked: '', words: '' }

/** Each further question with the child's answer to it, so that a court sees what was prompted and what was not. */
export function Exchanges({ its }: { readonly its: LocalRecord<Concern> }) {
  const edit = useEditConcern(its.id)
  const doing = useDoing()
  const kept = useKeptDraft(`concern:${its.id}:exchange`, blank, (found) =>
    isJsonObject(found)
      ? { asked: String(found['asked'] ?? ''), words: String(found['words'] ?? '') }
      : null,
  )
  const own = kept.value ?? blank
  const add = async () => {
    const exchanges = { ...its.exchanges, [newId()]: own }
    if ((await doing.run(() => edit({ exchanges }))) === null) return
    kept.change(blank)
    await kept.clear()
  }
  const known = Object.entries(its.exchanges).sort(([left], [right]) => left.localeCompare(right))
  return (
    <div>
      {known.map(([id, { asked, words }]) => (
        <div key={id}>
          <span className={styles.quiet}>{text('safety:exchange.was', { asked })}</span>
          <blockquote className={styles.quote}>{words}</blockquote>
        </div>
      ))}
      {its.state !== 'closed' && (
        <Group align="flex-end" gap="xs">
          <TextInput
            label={text('safety:exchange.asked')}
            value={own.asked}
            maxLength={400}
            onChange={({ currentTarget }) => kept.change({ ...own, asked: currentTarget.value })}
            flex="1 1 12rem"
          />
          <Textarea
            label={text('safety:exchange.words')}
            value={own.words}
            maxLength={2000}
            autosize
            onChange={({ currentTarget }) => kept.change({ ...own, words: currentTarget.value })}
            flex="1 1 12rem"
          />
          <Button
            variant="default"
            disabled={own.words.trim() === ''}
            onClick={() => void add().catch(reportError)}
          >
            {text('safety:exchange.add')}
          </Button>
        </Group>
      )}
      <DoingNote doing={doing} />
    </div>
  )
}
