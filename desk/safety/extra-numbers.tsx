import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { callList, type CallList } from '../../core/safety/call-list.ts'
import { DoingNote, Section, text, useDoing } from '../kit/index.ts'
import { type LocalRecord, newId, useAct } from '../sync/index.ts'
import styles from './safety.module.css'
import { telOf } from './use-lines.ts'

const blank = { name: '', phone: '', note: '' }
const parts = ['name', 'phone', 'note'] as const

/** Numbers that only this county has: the police station, the township's children's supervisor, the hospital. */
export function ExtraNumbers({
  its,
  mayEdit,
}: {
  readonly its: LocalRecord<CallList>
  readonly mayEdit: boolean
}) {
  const act = useAct()
  const doing = useDoing()
  const [fresh, setFresh] = useState(blank)
  const write = (extra: CallList['extra'], words: string) =>
    doing.run(() =>
      act({
        ...{ kind: callList, recordId: its.id, verb: 'edit', input: {} },
        fields: { extra, past: { ...its.past, [new Date().toISOString()]: words } },
      }),
    )
  const add = async () => {
    const words = `+ ${fresh.name} ${fresh.phone}`
    if ((await write({ ...its.extra, [newId()]: fresh }, words)) !== null) setFresh(blank)
  }
  const entries = Object.entries(its.extra)
  return (
    <Section title={text('safety:fields.extra')} hint={text('safety:numbers.extraHint')}>
      <ul className={styles.lines}>
        {entries.map(([id, one]) => (
          <li key={id} className={`${styles.line} ${styles.other}`}>
            <a className={styles.phone} href={telOf(one.phone)}>
              {one.phone}
            </a>
            <span>
              <strong>{one.name}</strong>
              <span className={styles.use}>{one.note}</span>
            </span>
            {mayEdit && (
              <Button
                size="compact-md"
                variant="subtle"
                color="gray.8"
                onClick={() =>
                  void write(
                    Object.fromEntries(entries.filter(([other]) => other !== id)),
                    `− ${one.name} ${one.phone}`,
                  )
                }
              >
                {text('safety:numbers.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <Group align="flex-end" gap="xs">
          {parts.map((part) => (
            <TextInput
              key={part}
              type={part === 'phone' ? 'tel' : 'text'}
              label={text(`safety:numbers.${part}`)}
              maxLength={part === 'phone' ? 60 : 120}
              value={fresh[part]}
              flex="1 1 10rem"
              onChange={({ currentTarget }) => setFresh({ ...fresh, [part]: currentTarget.value })}
            />
          ))}
          <Button
            variant="default"
            disabled={fresh.name.trim() === '' || fresh.phone.trim() === ''}
            onClick={() => void add().catch(reportError)}
          >
            {text('safety:numbers.add')}
          </Button>
        </Group>
      )}
      <DoingNote doing={doing} />
    </Section>
  )
}
