import { Alert, Button, Checkbox, FileInput, Group, NativeSelect, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import {
  planRefiImport,
  type PlannedText,
  type RefiPlan,
} from '../../../core/inquiry/coding/refi/plan-refi-import.ts'
import type { LeftOut, RefiProject } from '../../../core/inquiry/coding/refi/refi-project.ts'
import { done, type Outcome, refuse } from '../../../core/kit/outcome.ts'
import { DoingNote, Facts, Icon, LongJob, Section, text, useDoing } from '../../kit/index.ts'
import { useMay } from '../../sync/index.ts'
import styles from './coding.module.css'
import { mostFileBytes, openCodebook, openProject } from './refi/qdpx.ts'
import { useKnownTexts, useRefiWorld } from './use-exchange.ts'
import { type ImportChoices, useWriteImport } from './use-write-import.ts'

interface ReadFile {
  readonly project: RefiProject
  readonly leftOut: readonly LeftOut[]
}

/** INQ-38: a file is read here, shown, and written only when somebody has agreed to what it brings. */
export function ImportSection() {
  const doing = useDoing()
  const mayCode = useMay('codebookCode', 'create', 'agency')
  const [read, setRead] = useState<ReadFile | null>(null)
  const take = async (file: File | null) => {
    setRead(null)
    if (file === null) return
    const found = await doing.run(() => openFile(file))
    if (found !== null) setRead(found)
  }
  if (!mayCode) return null
  return (
    <Section title={text('interview:exchange.in')} hint={text('interview:exchange.inHint')}>
      <FileInput
        label={text('interview:exchange.file')}
        placeholder={text('interview:exchange.choose')}
        accept=".qdpx,.qdc"
        onChange={(file) => void take(file)}
        clearable
        clearButtonProps={{ 'aria-label': text('kit:remove') }}
      />
      <DoingNote doing={doing} />
      {read !== null && <Plan read={read} />}
    </Section>
  )
}

async function openFile(file: File): Promise<Outcome<ReadFile>> {
  if (file.size > mostFileBytes)
    return refuse('RefiTooLarge', { megabytes: mostFileBytes / 1024 / 1024 })
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!/\.qdc$/i.test(file.name)) return openProject(bytes)
  const book = openCodebook(bytes)
  if (!book.ok) return book
  const empty = { name: file.name, origin: '', users: [], cases: [], sources: [] }
  return done({ project: { ...empty, codes: book.value.codes }, leftOut: book.value.leftOut })
}

function Plan({ read }: { readonly read: ReadFile }) {
  const texts = useKnownTexts()
  const world = useRefiWorld(texts)
  const plan = useMemo(() => planRefiImport(read.project, world), [read, world])
  const [choices, setChoices] = useState<ImportChoices>({ newTexts: {}, takeBackGone: false })
  const writing = useWriteImport()
  const leftOut = [...read.leftOut, ...plan.texts.flatMap((one) => one.leftOut)]
  const isEmpty = isNothing(plan, choices)
  const gone = plan.texts.reduce((sum, one) => sum + one.gone.length, 0)
  if (writing.state === 'done')
    return (
      <Alert color="green.9" variant="light" icon={<Icon name="check" />} role="status">
        {text('interview:exchange.done', { count: writing.written })}
      </Alert>
    )
  return (
    <>
      <CountsOf plan={plan} project={read.project} />
      {plan.texts.map((one) => (
        <TextChoice key={one.source.source.guid} planned={one} choices={choices} set={setChoices} />
      ))}
      {gone > 0 && (
        <Checkbox
          label={text('interview:exchange.takeBackGone', { count: gone })}
          description={text('interview:exchange.takeBackHint')}
          checked={choices.takeBackGone}
          onChange={(event) =>
            setChoices({ ...choices, takeBackGone: event.currentTarget.checked })
          }
        />
      )}
      <LeftOutList leftOut={leftOut} />
      {writing.state === 'writing' ? (
        <LongJob
          label={text('interview:exchange.writing')}
          part={writing.all === 0 ? null : writing.written / writing.all}
        />
      ) : isEmpty ? (
        <Text>{text('interview:exchange.nothing')}</Text>
      ) : (
        <Group>
          <Button onClick={() => writing.write(plan, choices)}>
            {text('interview:exchange.agree')}
          </Button>
        </Group>
      )}
      <DoingNote doing={writing.doing} />
    </>
  )
}

/** The file says what is here already. */
function isNothing({ codes, texts }: RefiPlan, { newTexts, takeBackGone }: ImportChoices): boolean {
  const isTaken = texts.some(
    ({ source, spans, memo, gone }) =>
      (source.state === 'new' && newTexts[source.source.guid] === true) ||
      (source.state === 'known' &&
        (spans.length > 0 || memo !== null || (takeBackGone && gone.length > 0))),
  )
  return !isTaken && codes.every(({ state }) => state === 'same')
}

function CountsOf({ plan, project }: { readonly plan: RefiPlan; readonly project: RefiProject }) {
  const codes = (state: string) => plan.codes.filter((one) => one.state === state).length
  const spans = plan.texts.flatMap((one) => one.spans)
  const rows = [
    { label: text('interview:exchange.from'), value: project.origin },
    {
      label: text('interview:exchange.codes'),
      value: text('interview:exchange.counts', {
        fresh: codes('new'),
        changed: codes('changed'),
        same: codes('same'),
      }),
    },
    ...(project.sources.length === 0
      ? []
      : [
          {
            label: text('interview:exchange.marks'),
            value: text('interview:exchange.counts', {
              fresh: spans.filter(({ state }) => state === 'new').length,
              changed: spans.filter(({ state }) => state === 'changed').length,
              same: plan.texts.reduce((sum, one) => sum + one.same, 0),
            }),
          },
        ]),
  ].filter(({ value }) => value !== '')
  return <Facts rows={rows} />
}

/** A text that is none of ours becomes a talk about no family, or stays out. */
function TextChoice({
  planned: { source },
  choices,
  set,
}: {
  readonly planned: PlannedText
  readonly choices: ImportChoices
  readonly set: (choices: ImportChoices) => void
}) {
  const { name, guid } = source.source
  if (source.state === 'known')
    return <Text size="sm">{text('interview:exchange.knownText', { name })}</Text>
  if (source.state === 'changed')
    return (
      <Text size="sm" c="kite.8">
        {text('interview:exchange.changedText', { name })}
      </Text>
    )
  return (
    <NativeSelect
      label={text('interview:exchange.newText', { name })}
      data={[
        { value: 'out', label: text('interview:exchange.leaveOut') },
        { value: 'other', label: text('interview:exchange.takeAsOther') },
      ]}
      value={choices.newTexts[guid] === true ? 'other' : 'out'}
      onChange={(event) =>
        set({
          ...choices,
          newTexts: { ...choices.newTexts, [guid]: event.currentTarget.value === 'other' },
        })
      }
    />
  )
}

function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return null
  return (
    <details>
      <summary>{text('interview:exchange.leftOut', { count: leftOut.length })}</summary>
      <ul className={styles.tree}>
        {leftOut.slice(0, 500).map(({ what, name }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
          <li key={index}>
            <code>{what}</code> {name}
          </li>
        ))}
      </ul>
    </details>
  )
}
