import { Badge, Button, Group, Menu, Text } from '@mantine/core'
import { useState } from 'react'
import {
  addItem,
  copyItem,
  moveItem,
  removeItem,
  responseKinds,
} from '../../../../core/inquiry/edit/edit-items.ts'
import type { Item } from '../../../../core/inquiry/scale.ts'
import { EmptyState, Icon, Section, text } from '../../../kit/index.ts'
import { showUnnamed } from '../../words.ts'
import type { EditorPart } from './editor-part.ts'
import styles from './editor.module.css'
import { ItemBank } from './item-bank.tsx'
import { ItemFields } from './item-fields.tsx'

/** The questions in their order; one at a time is open for writing. */
export function ItemList({
  shown,
  change,
  openId,
  onOpen,
}: EditorPart & {
  readonly openId: string | null
  readonly onOpen: (id: string | null) => void
}) {
  const [isBankOpen, setBankOpen] = useState(false)
  const add = (kind: (typeof responseKinds)[number]) => {
    const next = addItem(shown, kind, openId)
    const known = new Set(shown.items.map(({ id }) => id))
    change(next)
    onOpen(next.items.find(({ id }) => !known.has(id))?.id ?? null)
  }
  return (
    <Section title={text('inquiry:editor.items', { count: shown.items.length })}>
      {shown.items.length === 0 && (
        <EmptyState title={text('inquiry:editor.none')} hint={text('inquiry:editor.noneHint')} />
      )}
      <ol className={styles.list}>
        {shown.items.map((item) => (
          <ItemRow
            key={item.id}
            shown={shown}
            change={change}
            item={item}
            isOpen={item.id === openId}
            onOpen={onOpen}
          />
        ))}
      </ol>
      <Group gap="xs">
        <Menu>
          <Menu.Target>
            <Button leftSection={<Icon name="plus" />}>{text('inquiry:editor.add')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {responseKinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => add(kind)}>
                {text(`inquiry:editor.kinds.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button
          variant="default"
          onClick={() => setBankOpen(!isBankOpen)}
          aria-expanded={isBankOpen}
        >
          {text('inquiry:editor.bank')}
        </Button>
      </Group>
      {isBankOpen && <ItemBank shown={shown} change={change} onDone={() => setBankOpen(false)} />}
    </Section>
  )
}

function ItemRow({
  shown,
  change,
  item,
  isOpen,
  onOpen,
}: EditorPart & {
  readonly item: Item
  readonly isOpen: boolean
  readonly onOpen: (id: string | null) => void
}) {
  const at = shown.items.indexOf(item)
  const number = item.number
  const words = item.text === null ? '' : showUnnamed(item.text)
  return (
    <li className={styles.item} data-open={isOpen}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={isOpen}
          onClick={() => onOpen(isOpen ? null : item.id)}
        >
          <span className={styles.number}>{number}</span>
          <span>{words === '' ? text('inquiry:editor.noWordsYet') : words}</span>
        </button>
        <Group gap={2} wrap="nowrap">
          <StepButton
            label={text('inquiry:editor.up', { number })}
            sign="↑"
            disabled={at === 0}
            onClick={() => change(moveItem(shown, item.id, -1))}
          />
          <StepButton
            label={text('inquiry:editor.down', { number })}
            sign="↓"
            disabled={at === shown.items.length - 1}
            onClick={() => change(moveItem(shown, item.id, 1))}
          />
        </Group>
      </div>
      <Marks item={item} />
      {isOpen && (
        <div className={styles.open}>
          <ItemFields shown={shown} change={change} item={item} />
          <Group gap="xs">
            <Button
              variant="default"
              size="compact-md"
              onClick={() => change(copyItem(shown, item.id))}
            >
              {text('inquiry:editor.copy')}
            </Button>
            <Button
              variant="default"
              size="compact-md"
              onClick={() => {
                change(removeItem(shown, item.id))
                onOpen(null)
              }}
            >
              {text('inquiry:editor.remove')}
            </Button>
          </Group>
        </div>
      )}
    </li>
  )
}

function StepButton({
  label,
  sign,
  disabled,
  onClick,
}: {
  readonly label: string
  readonly sign: string
  readonly disabled: boolean
  readonly onClick: () => void
}) {
  return (
    <Button
      variant="subtle"
      color="gray.8"
      px={10}
      aria-label={label}
      // A button that goes dead under the finger would lose the keyboard its place.
      aria-disabled={disabled}
      data-quiet={disabled}
      onClick={() => {
        if (!disabled) onClick()
      }}
    >
      <span aria-hidden="true">{sign}</span>
    </Button>
  )
}

function Marks({ item }: { readonly item: Item }) {
  const marks = [
    ...(item.required ? ['required' as const] : []),
    ...(item.reversed ? ['reversed' as const] : []),
    ...(item.showIf === null ? [] : ['showIf' as const]),
    ...(item.constraint === null ? [] : ['rule' as const]),
  ]
  return (
    <Group gap={6} className={styles.marks}>
      <Text size="sm" c="gray.7">
        {text(`inquiry:editor.kinds.${item.response.kind}`)}
      </Text>
      {marks.map((mark) => (
        <Badge key={mark} variant="outline" color="gray.8" tt="none">
          {text(`inquiry:editor.marks.${mark}`)}
        </Badge>
      ))}
    </Group>
  )
}
