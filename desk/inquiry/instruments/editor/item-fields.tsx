import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { addSection, changeItem, renameItem } from '../../../../core/inquiry/edit/edit-items.ts'
import { isNumeric } from '../../../../core/inquiry/item.ts'
import { partIdShape, type Item } from '../../../../core/inquiry/scale.ts'
import { noWords } from '../../../../core/inquiry/words.ts'
import { text } from '../../../kit/index.ts'
import styles from '../../inquiry.module.css'
import { showWords } from '../../words.ts'
import { useInstruments } from '../use-instruments.ts'
import { ConditionField } from './condition-field.tsx'
import { itemLabel, type EditorPart } from './editor-part.ts'
import { ResponseFields } from './response-fields.tsx'
import { WordsFields } from './words-fields.tsx'

interface ItemPart extends EditorPart {
  readonly item: Item
}

/** Everything about one question. */
export function ItemFields(props: ItemPart) {
  const { shown, change, item } = props
  const put = (part: Partial<Item>, key: string) =>
    change(changeItem(shown, item.id, part), `${item.id}.${key}`)
  const before = shown.items.slice(0, shown.items.indexOf(item))
  return (
    <>
      <WordsFields
        label={text('inquiry:editor.words')}
        words={item.text ?? noWords}
        minRows={2}
        onChange={(words) => put({ text: words }, 'text')}
      />
      <ResponseFields {...props} />
      <div className={styles.fields}>
        <Checkbox
          label={text('inquiry:editor.required')}
          checked={item.required}
          onChange={(event) => put({ required: event.currentTarget.checked }, 'required')}
        />
        {isNumeric(item) && (
          <Checkbox
            label={text('inquiry:editor.reversed')}
            checked={item.reversed}
            onChange={(event) => put({ reversed: event.currentTarget.checked }, 'reversed')}
          />
        )}
      </div>
      <ConditionField
        shown={shown}
        label={text('inquiry:editor.showIf')}
        items={before}
        condition={item.showIf}
        onChange={(showIf) => put({ showIf }, 'showIf')}
      />
      <RuleFields {...props} before={before} />
      <details>
        <summary>{text('inquiry:editor.more')}</summary>
        <div className={styles.stack}>
          <WordsFields
            label={text('inquiry:editor.aloud')}
            words={item.readAloud ?? noWords}
            onChange={(words) =>
              put({ readAloud: words['zh-CN'] + words.en === '' ? null : words }, 'readAloud')
            }
          />
          <div className={styles.fields}>
            <IdField key={item.id} {...props} />
            <SectionChoice {...props} />
            <MirrorChoice {...props} />
          </div>
        </div>
      </details>
    </>
  )
}

function RuleFields({
  shown,
  change,
  item,
  before,
}: ItemPart & { readonly before: readonly Item[] }) {
  const { constraint } = item
  return (
    <>
      <ConditionField
        shown={shown}
        label={text('inquiry:editor.rule')}
        items={[...before, item]}
        condition={constraint?.holds ?? null}
        onChange={(holds) =>
          change(
            changeItem(shown, item.id, {
              constraint:
                holds === null ? null : { holds, message: constraint?.message ?? noWords },
            }),
          )
        }
      />
      {constraint !== null && (
        <WordsFields
          label={text('inquiry:editor.message')}
          words={constraint.message}
          onChange={(message) =>
            change(
              changeItem(shown, item.id, { constraint: { ...constraint, message } }),
              `${item.id}.message`,
            )
          }
        />
      )}
    </>
  )
}

/** The name in tables; other parts speak of the item by it, so it changes everywhere at once. */
function IdField({ shown, change, item }: ItemPart) {
  const [typed, setTyped] = useState(item.id)
  const isTaken = typed !== item.id && shown.items.some(({ id }) => id === typed)
  const isWrong = !partIdShape.safeParse(typed).success || isTaken
  return (
    <TextInput
      label={text('inquiry:editor.id')}
      description={text('inquiry:editor.idHint')}
      value={typed}
      error={isWrong ? text('inquiry:editor.idWrong') : null}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (isWrong) setTyped(item.id)
        else if (typed !== item.id) change(renameItem(shown, item.id, typed))
      }}
    />
  )
}

const newSection = '+'

function SectionChoice({ shown, change, item }: ItemPart) {
  return (
    <NativeSelect
      label={text('inquiry:editor.section')}
      value={item.section ?? ''}
      data={[
        { value: '', label: text('inquiry:editor.noSection') },
        ...shown.sections.map(({ id, title }) => {
          const words = showWords(title)
          return { value: id, label: words === '' ? id : words }
        }),
        { value: newSection, label: text('inquiry:editor.newSection') },
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        if (chosen !== newSection) {
          change(changeItem(shown, item.id, { section: chosen === '' ? null : chosen }))
          return
        }
        const added = addSection(shown)
        change(changeItem(added, item.id, { section: added.sections.at(-1)?.id ?? null }))
      }}
    />
  )
}

/** The question that asks the other side the same (INQ-9). */
function MirrorChoice({ shown, change, item }: ItemPart) {
  const other = useInstruments().find(({ code }) => code === shown.mirrorOf)
  if (shown.mirrorOf === null) return null
  return (
    <NativeSelect
      label={text('inquiry:editor.mirror')}
      value={item.mirror ?? ''}
      data={[
        { value: '', label: text('inquiry:editor.noMirror') },
        ...(other?.items ?? []).map((one) => ({ value: one.id, label: itemLabel(one) })),
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        change(changeItem(shown, item.id, { mirror: chosen === '' ? null : chosen }))
      }}
    />
  )
}
