import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { takeItems } from '../../../../core/inquiry/edit/edit-items.ts'
import { compareNames, EmptyState, text } from '../../../kit/index.ts'
import { showUnnamed, titleOf } from '../../words.ts'
import { type InstrumentRecord, useInstruments } from '../use-instruments.ts'
import type { EditorPart } from './editor-part.ts'
import styles from './editor.module.css'

/** INQ-12: wording is taken only from what the agency may use; a key without wording has nothing to take. */
function mayTake({ licence, items, removed }: InstrumentRecord): boolean {
  const isFree = licence.status === 'ours' || licence.status === 'free'
  return !removed && isFree && items.some((item) => item.text !== null)
}

/** Questions that other questionnaires of the agency ask already, with their options. */
export function ItemBank({ shown, change, onDone }: EditorPart & { readonly onDone: () => void }) {
  const offered = useInstruments()
    .filter(mayTake)
    .sort((left, right) => compareNames(titleOf(left), titleOf(right)))
  const [fromId, setFromId] = useState('')
  const [asked, setAsked] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const from = offered.find(({ id }) => id === fromId) ?? offered[0]
  if (from === undefined) return <EmptyState title={text('inquiry:editor.bankEmpty')} />
  const items = from.items.filter(
    ({ text: words }) =>
      words !== null && (words['zh-CN'] + words.en).toLowerCase().includes(asked.toLowerCase()),
  )
  return (
    <div className={styles.bank}>
      <Group align="flex-end">
        <NativeSelect
          label={text('inquiry:editor.bankFrom')}
          value={from.id}
          data={offered.map((one) => ({
            value: one.id,
            label: `${titleOf(one)} · ${one.version}`,
          }))}
          onChange={(event) => {
            setFromId(event.currentTarget.value)
            setChosen([])
          }}
        />
        <TextInput
          type="search"
          label={text('inquiry:editor.bankSearch')}
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
        />
      </Group>
      <Checkbox.Group
        label={text('inquiry:editor.bankItems')}
        value={[...chosen]}
        onChange={setChosen}
      >
        <div className={styles.bankItems}>
          {items.map((item) => (
            <Checkbox
              key={item.id}
              value={item.id}
              label={`${item.number}. ${item.text === null ? item.id : showUnnamed(item.text)}`}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Group>
        <Button
          disabled={chosen.length === 0}
          onClick={() => {
            const inOrder = from.items.map(({ id }) => id).filter((id) => chosen.includes(id))
            change(takeItems(shown, from, inOrder))
            onDone()
          }}
        >
          {text('inquiry:editor.take', { count: chosen.length })}
        </Button>
        <Button variant="default" onClick={onDone}>
          {text('kit:cancel')}
        </Button>
      </Group>
    </div>
  )
}
