import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { parse } from 'yaml'
import starter from '../../../content/codebook/starter.yaml?raw'
import { codebookCode } from '../../../core/inquiry/coding/codebook-code.ts'
import { type CodeInTree, listNamesTwice } from '../../../core/inquiry/coding/order-codes.ts'
import { readStarterCodebook } from '../../../core/inquiry/coding/starter-codebook.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import {
  ConflictMark,
  currentLanguage,
  DoingNote,
  EmptyState,
  formatList,
  Icon,
  Page,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useMay, useRecord } from '../../sync/index.ts'
import { CodeForm } from './code-form.tsx'
import styles from './coding.module.css'
import { type Codebook, useCodebook } from './use-coding.ts'

/** What the agency marks with: every code with its meaning, when to use it and when not. */
export function CodebookPage() {
  const book = useCodebook()
  const may = useMay('codebookCode', 'create', 'agency')
  const [open, setOpen] = useState<string | null>(null)
  const twice = listNamesTwice(book.tree.map(({ code }) => code))
  return (
    <Page
      title={text('interview:codebook.title')}
      back={{ to: '/inquiry/interviews', label: text('interview:list.title') }}
      actions={
        may && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setOpen('')}>
            {text('interview:codebook.new')}
          </Button>
        )
      }
    >
      {open === '' && (
        <Section title={text('interview:codebook.new')}>
          <CodeForm book={book} code={null} onDone={() => setOpen(null)} />
        </Section>
      )}
      {may && <TakeStarter book={book} />}
      {twice.size > 0 && (
        <Text c="kite.8" role="status">
          {text('interview:codebook.twice', { names: formatList([...twice]) })}
        </Text>
      )}
      {book.tree.length > 0 && (
        <Section title={text('interview:codebook.codes', { count: book.tree.length })}>
          <ul className={styles.tree}>
            {book.tree.map((item) => (
              <CodeItem
                key={item.code.id}
                item={item}
                book={book}
                may={may}
                isOpen={open === item.code.id}
                setOpen={setOpen}
              />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

/** The codebook that comes along; codes that are here already stay as the agency has made them. */
function TakeStarter({ book }: { readonly book: Codebook }) {
  const act = useAct()
  const doing = useDoing()
  const missing = readStarterCodebook(parse(starter), currentLanguage()).filter(
    ({ id }) => !book.byId.has(id),
  )
  if (missing.length === 0) return null
  const take = () =>
    void doing.run(() =>
      act(
        missing.map(({ id, fields }) => ({
          kind: codebookCode,
          recordId: id,
          verb: 'create',
          input: {},
          fields: fieldsAsJson(fields),
        })),
      ),
    )
  const button = (
    <Button
      variant={book.tree.length === 0 ? 'filled' : 'default'}
      loading={doing.busy}
      onClick={take}
    >
      {text('interview:codebook.takeStarter', { count: missing.length })}
    </Button>
  )
  return book.tree.length === 0 ? (
    <EmptyState
      title={text('interview:codebook.none')}
      hint={text('interview:codebook.noneHint')}
      action={button}
    />
  ) : (
    <Group>
      {button}
      <DoingNote doing={doing} />
    </Group>
  )
}

function CodeItem({
  item: { code, depth },
  book,
  may,
  isOpen,
  setOpen,
}: {
  readonly item: CodeInTree
  readonly book: Codebook
  readonly may: boolean
  readonly isOpen: boolean
  readonly setOpen: (id: string | null) => void
}) {
  const record = useRecord(codebookCode, code.id)
  if (isOpen)
    return (
      <li>
        <div style={{ flex: 1 }}>
          <CodeForm book={book} code={code} onDone={() => setOpen(null)} />
        </div>
      </li>
    )
  const words = [
    { label: '', said: code.definition },
    { label: text('interview:fields.whenToUse'), said: code.whenToUse },
    { label: text('interview:fields.whenNotToUse'), said: code.whenNotToUse },
  ].filter(({ said }) => said !== '')
  return (
    <li
      className={code.state === 'retired' ? styles.retired : undefined}
      style={{ paddingInlineStart: `${depth * 1.2}rem` }}
    >
      <span className={styles.dot} style={{ background: code.colour }} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <strong>{code.name}</strong>
        {code.state === 'retired' && ` · ${text('interview:codebook.retired')}`}
        {!code.codable && (
          <Text component="span" size="sm" c="gray.7">
            {' '}
            {text('interview:codebook.heading')}
          </Text>
        )}
        {words.map(({ label, said }) => (
          <Text key={label} size="sm" c="gray.7" style={{ overflowWrap: 'anywhere' }}>
            {label === '' ? said : text('interview:codebook.part', { label, said })}
          </Text>
        ))}
        {record !== null && (
          <>
            <UnsentMark record={record} />
            <ConflictMark kind={codebookCode} record={record} />
          </>
        )}
      </div>
      {may && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={text('interview:codebook.changeOne', { name: code.name })}
          onClick={() => setOpen(code.id)}
        >
          {text('interview:codebook.change')}
        </Button>
      )}
    </li>
  )
}
