import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { supportGroup, type SupportGroup } from '../../core/groupwork/support-group.ts'
import { DoingNote, Section, text, useDoing } from '../kit/index.ts'
import { type LocalRecord, useAct } from '../sync/index.ts'
import styles from './seat-table.module.css'

/** What the members agreed on, in their own words (form-F7): one line each. */
export function GroupContract({
  group,
  mayEdit,
}: {
  readonly group: LocalRecord<SupportGroup>
  readonly mayEdit: boolean
}) {
  const act = useAct()
  const doing = useDoing()
  const [words, setWords] = useState<string | null>(null)
  const save = async () => {
    const contract = (words ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const draft = {
      kind: supportGroup,
      recordId: group.id,
      verb: 'edit',
      input: {},
      fields: { contract },
    }
    if ((await doing.run(() => act(draft))) !== null) setWords(null)
  }
  return (
    <Section
      title={text('groupwork:contract.title')}
      hint={text('groupwork:contract.hint')}
      actions={
        mayEdit &&
        words === null && (
          <Button variant="default" size="sm" onClick={() => setWords(group.contract.join('\n'))}>
            {text('kit:edit')}
          </Button>
        )
      }
    >
      {words === null ? (
        group.contract.length > 0 && (
          <ol className={styles.ends}>
            {group.contract.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        )
      ) : (
        <>
          <Textarea
            label={text('groupwork:contract.lines')}
            autosize
            minRows={4}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <DoingNote doing={doing} />
          <Button onClick={() => void save()} loading={doing.busy}>
            {text('kit:save')}
          </Button>
        </>
      )}
    </Section>
  )
}
