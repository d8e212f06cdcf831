import { Button, Group, Textarea } from '@mantine/core'
import { supportGroup, type SupportGroup } from '../../core/groupwork/support-group.ts'
import { DoingNote, SaveOrCancel, Section, text, useDoing } from '../kit/index.ts'
import { type LocalRecord, useAct, useOpenText } from '../sync/index.ts'
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
  const { words, was, open, write, close } = useOpenText(`groupContract:${group.id}`)
  const save = async () => {
    const draft = {
      kind: supportGroup,
      recordId: group.id,
      verb: 'edit',
      input: {},
      fields: { contract: [...linesOf(words ?? '')] },
      base: { contract: [...linesOf(was)] },
    }
    if ((await doing.run(() => act(draft))) !== null) close()
  }
  return (
    <Section
      title={text('groupwork:contract.title')}
      hint={text('groupwork:contract.hint')}
      actions={
        mayEdit &&
        words === null && (
          <Button variant="default" size="sm" onClick={() => open(group.contract.join('\n'))}>
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
            onChange={(event) => write(event.currentTarget.value)}
          />
          <DoingNote doing={doing} />
          <Group>
            <SaveOrCancel busy={doing.busy} onSave={() => void save()} onCancel={close} />
          </Group>
        </>
      )}
    </Section>
  )
}

function linesOf(words: string): readonly string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
