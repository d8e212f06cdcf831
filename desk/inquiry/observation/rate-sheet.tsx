import { Button, Text, Textarea } from '@mantine/core'
import type { Checklist, ChecklistItem } from '../../../core/inquiry/observation/checklist.ts'
import {
  type ItemRating,
  observationSheet,
} from '../../../core/inquiry/observation/observation-sheet.ts'
import {
  announce,
  currentLanguage,
  DoingNote,
  SegmentedChoice,
  StickyActions,
  text,
  useDoing,
} from '../../kit/index.ts'
import { useAct } from '../../sync/index.ts'
import { RestoredNote } from './form-parts.tsx'
import styles from './observation.module.css'
import { useRecordForm } from './use-record-form.ts'
import type { SheetRecord } from './use-same-occasion.ts'

const levels = ['0', '1', '2', '3', '4', 'notSeen'] as const

/** Every item with what 0, 2 and 4 look like; “not seen” is an answer of its own. */
export function Rate({ its, list }: { readonly its: SheetRecord; readonly list: Checklist }) {
  const form = useRecordForm({ kind: observationSheet, place: '', record: its, initial: {} })
  const act = useAct()
  const finishing = useDoing()
  if (form === null) return null
  const { fields, set } = form
  const left = list.items.filter(({ id }) => fields.ratings[id] === undefined).length
  const finish = async () => {
    if ((await form.save()) === null) return
    await finishing.run(() =>
      act({ kind: observationSheet, recordId: its.id, verb: 'finish', input: {}, fields: {} }),
    )
  }
  const keep = async () => {
    if ((await form.save()) !== null) announce({ words: text('observation:saved') })
  }
  return (
    <>
      <RestoredNote form={form} />
      <Text>{text('observation:sheet.howTo')}</Text>
      <ul className={styles.rows}>
        {list.items.map((item) => (
          <li key={item.id} className={styles.row}>
            <RateItem
              item={item}
              rating={fields.ratings[item.id]}
              note={fields.notes[item.id] ?? ''}
              onRate={(rating) => set({ ratings: { ...fields.ratings, [item.id]: rating } })}
              onNote={(note) => set({ notes: { ...fields.notes, [item.id]: note } })}
            />
          </li>
        ))}
      </ul>
      <Textarea
        label={text('observation:fields.memo')}
        autosize
        minRows={2}
        maxLength={4000}
        value={fields.memo}
        onChange={(event) => set({ memo: event.currentTarget.value })}
      />
      <DoingNote doing={form.doing} />
      <DoingNote doing={finishing} />
      <StickyActions>
        <Button loading={form.doing.busy} variant="default" onClick={() => void keep()}>
          {text('kit:save')}
        </Button>
        <Button loading={finishing.busy} disabled={left > 0} onClick={() => void finish()}>
          {left > 0
            ? text('observation:sheet.left', { count: left })
            : text('observation:sheet.finish')}
        </Button>
      </StickyActions>
    </>
  )
}

function RateItem({
  item,
  rating,
  note,
  onRate,
  onNote,
}: {
  readonly item: ChecklistItem
  readonly rating: ItemRating | undefined
  readonly note: string
  readonly onRate: (rating: ItemRating) => void
  readonly onNote: (note: string) => void
}) {
  const language = currentLanguage()
  return (
    <>
      <div className={styles.levels}>
        <SegmentedChoice
          label={item.look[language]}
          options={levels.map((value) => ({
            value,
            label: value === 'notSeen' ? text('observation:sheet.notSeen') : value,
          }))}
          value={levels.find((one) => one === String(rating)) ?? null}
          onChange={(value) => onRate(value === 'notSeen' ? 'notSeen' : Number(value))}
        />
      </div>
      <Anchors item={item} />
      <Textarea
        aria-label={text('observation:sheet.noteTo', { item: item.look[language] })}
        placeholder={text('observation:sheet.note')}
        autosize
        minRows={1}
        maxLength={1000}
        value={note}
        onChange={(event) => onNote(event.currentTarget.value)}
      />
    </>
  )
}

function Anchors({ item }: { readonly item: ChecklistItem }) {
  const language = currentLanguage()
  return (
    <dl className={styles.anchors}>
      <dt>0</dt>
      <dd>{item.none[language]}</dd>
      <dt>2</dt>
      <dd>{item.partly[language]}</dd>
      <dt>4</dt>
      <dd>{item.clearly[language]}</dd>
    </dl>
  )
}
