import { Alert, Anchor, Button, NativeSelect, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import {
  agreeOnCharacters,
  agreeOnCoding,
  type CodingAgreement,
} from '../../../core/inquiry/coding/measure-agreement.ts'
import { placeSpans, type PlacedSpan } from '../../../core/inquiry/coding/place-spans.ts'
import type { TextLine } from '../../../core/inquiry/interview/text-lines.ts'
import type { Kappa } from '../../../statistics/agreement/measure-kappa.ts'
import type { Result } from '../../../statistics/result.ts'
import {
  type Column,
  DataTable,
  EmptyState,
  Facts,
  formatNumber,
  formatPercent,
  Section,
  text,
} from '../../kit/index.ts'
import { useActor } from '../../sync/index.ts'
import { OfInterview } from '../interview/interview-page.tsx'
import { type InterviewRecord, useTextLines } from '../interview/use-interviews.ts'
import styles from './coding.module.css'
import {
  type Coder,
  codeColour,
  codeName,
  coderKey,
  useCodebook,
  useCoders,
  useOwnPass,
  useSpans,
} from './use-coding.ts'

export function AgreementPage() {
  return (
    <OfInterview title={text('interview:agreement.title')} toCoding>
      {(its) => <Agreement its={its} />}
    </OfInterview>
  )
}

/** INQ-34: two coders side by side, once whoever looks has finished a round of their own. */
function Agreement({ its }: { readonly its: InterviewRecord }) {
  const spans = useSpans(its.id)
  const coders = useCoders(its.id, spans)
  const { staffId } = useActor()
  const pass = useOwnPass(its.id)
  const [pair, setPair] = useState<readonly [string, string] | null>(null)
  if (pass?.state === 'open' && coders.some((coder) => coder.staffId !== staffId))
    return (
      <EmptyState
        title={text('interview:agreement.finishFirst')}
        hint={text('interview:agreement.finishHint')}
      />
    )
  const [one, other] = [coders[0], coders[1]]
  if (one === undefined || other === undefined)
    return (
      <EmptyState
        title={text('interview:agreement.oneCoder')}
        hint={text('interview:agreement.oneCoderHint')}
      />
    )
  const chosen = pair ?? [one.key, other.key]
  const first = coders.find(({ key }) => key === chosen[0]) ?? one
  const second = coders.find(({ key }) => key === chosen[1]) ?? other
  return (
    <>
      {coders.length > 2 && <PairChoice coders={coders} pair={chosen} setPair={setPair} />}
      <Notes coders={[first, second]} />
      <Compared key={`${first.key} ${second.key}`} its={its} first={first} second={second} />
    </>
  )
}

function PairChoice({
  coders,
  pair,
  setPair,
}: {
  readonly coders: readonly Coder[]
  readonly pair: readonly [string, string]
  readonly setPair: (pair: readonly [string, string]) => void
}) {
  const data = coders.map(({ key, name }) => ({ value: key, label: name }))
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={text('interview:agreement.first')}
        data={data}
        value={pair[0]}
        onChange={(event) => setPair([event.currentTarget.value, pair[1]])}
      />
      <NativeSelect
        label={text('interview:agreement.second')}
        data={data}
        value={pair[1]}
        onChange={(event) => setPair([pair[0], event.currentTarget.value])}
      />
    </div>
  )
}

/** What makes the number less than it looks. */
function Notes({ coders }: { readonly coders: readonly Coder[] }) {
  const open = coders.filter(({ pass }) => pass !== null && pass.state === 'open')
  const knew = coders.filter(({ pass }) => pass?.knewOthers === true)
  return (
    <>
      {open.map(({ key, name }) => (
        <Alert key={`open ${key}`} color="yellow" variant="light">
          {text('interview:agreement.notDone', { name })}
        </Alert>
      ))}
      {knew.map(({ key, name }) => (
        <Alert key={`knew ${key}`} color="yellow" variant="light">
          {text('interview:agreement.knewOthers', { name })}
        </Alert>
      ))}
    </>
  )
}

function Compared({
  its,
  first,
  second,
}: {
  readonly its: InterviewRecord
  readonly first: Coder
  readonly second: Coder
}) {
  const lines = useTextLines(its.id)
  const spans = useSpans(its.id)
  const [codeId, setCodeId] = useState('')
  const [one, other] = useMemo(
    () =>
      [first, second].map(
        ({ key }) =>
          placeSpans(
            lines,
            spans.filter((span) => coderKey(span) === key),
          ).placed,
      ),
    [lines, spans, first, second],
  )
  const found = useMemo(() => agreeOnCoding(lines, one ?? [], other ?? []), [lines, one, other])
  return (
    <>
      <Section title={text('interview:agreement.all')} hint={text('interview:agreement.allHint')}>
        <Facts
          rows={[
            { label: text('interview:agreement.coders'), value: `${first.name} · ${second.name}` },
            { label: text('interview:agreement.lines'), value: formatNumber(found.lines) },
            { label: text('interview:agreement.kappa'), value: kappaText(found.all) },
            { label: text('interview:agreement.share'), value: shareText(found.all) },
          ]}
        />
      </Section>
      <Section
        title={text('interview:agreement.byCode')}
        hint={text('interview:agreement.byCodeHint')}
      >
        <CodeTable found={found} first={first} second={second} onOpen={setCodeId} />
      </Section>
      <Differences
        its={its}
        found={found}
        lines={lines}
        coders={[first, second]}
        marks={[one ?? [], other ?? []]}
        codeId={codeId}
        setCodeId={setCodeId}
      />
    </>
  )
}

function CodeTable({
  found,
  first,
  second,
  onOpen,
}: {
  readonly found: CodingAgreement
  readonly first: Coder
  readonly second: Coder
  readonly onOpen: (codeId: string) => void
}) {
  const book = useCodebook()
  type Row = CodingAgreement['codes'][number]
  const columns: readonly Column<Row>[] = [
    {
      name: 'code',
      label: text('interview:fields.codeId'),
      show: ({ codeId }) => (
        <Button variant="subtle" size="compact-md" onClick={() => onOpen(codeId)}>
          <span className={styles.dot} style={{ background: codeColour(book, codeId) }} />
          {codeName(book, codeId)}
        </Button>
      ),
    },
    {
      name: 'both',
      label: text('interview:agreement.both'),
      numeric: true,
      show: ({ both }) => both,
    },
    {
      name: 'first',
      label: text('interview:agreement.only', { name: first.name }),
      numeric: true,
      show: ({ onlyFirst }) => onlyFirst,
    },
    {
      name: 'second',
      label: text('interview:agreement.only', { name: second.name }),
      numeric: true,
      show: ({ onlySecond }) => onlySecond,
    },
    {
      name: 'kappa',
      label: text('interview:agreement.kappa'),
      numeric: true,
      show: ({ kappa }) => kappaText(kappa),
    },
  ]
  const order = new Map(book.tree.map(({ code }, index) => [code.id, index]))
  const rows = [...found.codes].sort(
    (left, right) => (order.get(left.codeId) ?? 0) - (order.get(right.codeId) ?? 0),
  )
  return (
    <DataTable
      caption={text('interview:agreement.byCode')}
      columns={columns}
      rows={rows}
      keyOf={({ codeId }) => codeId}
    />
  )
}

function Differences({
  its,
  found,
  lines,
  coders: [first, second],
  marks,
  codeId,
  setCodeId,
}: {
  readonly its: InterviewRecord
  readonly found: CodingAgreement
  readonly lines: readonly TextLine[]
  readonly coders: readonly [Coder, Coder]
  readonly marks: readonly [readonly PlacedSpan[], readonly PlacedSpan[]]
  readonly codeId: string
  readonly setCodeId: (codeId: string) => void
}) {
  const book = useCodebook()
  const shown = found.differences.filter((one) => codeId === '' || one.codeId === codeId)
  const last = lines.at(-1)
  const characters =
    codeId === '' || last === undefined
      ? null
      : agreeOnCharacters(last.start + last.points, codeId, marks[0], marks[1])
  return (
    <Section
      title={text('interview:agreement.differences', { count: shown.length })}
      hint={text('interview:agreement.differencesHint')}
    >
      <NativeSelect
        aria-label={text('interview:coding.onlyCode')}
        data={[
          { value: '', label: text('interview:coding.allCodes') },
          ...found.codes.map((one) => ({ value: one.codeId, label: codeName(book, one.codeId) })),
        ]}
        value={codeId}
        onChange={(event) => setCodeId(event.currentTarget.value)}
      />
      {characters !== null && (
        <Text size="sm" c="gray.7">
          {text('interview:agreement.characters', {
            kappa: kappaText(characters),
            share: shareText(characters),
          })}
        </Text>
      )}
      {shown.length === 0 && <Text>{text('interview:agreement.noDifference')}</Text>}
      <ul className={styles.quotes}>
        {shown.map((one) => (
          <li key={`${one.codeId} ${one.line.key}`}>
            <Text size="sm" c="gray.7">
              <span className={styles.dot} style={{ background: codeColour(book, one.codeId) }} />
              {text('interview:agreement.onlyBy', {
                code: codeName(book, one.codeId),
                name: one.by === 'first' ? first.name : second.name,
              })}
            </Text>
            <Anchor
              component={Link}
              to={`/inquiry/interviews/${its.id}/coding#line-${one.line.key}`}
            >
              {one.line.text}
            </Anchor>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function kappaText(result: Result<Kappa>): string {
  if (!result.ok)
    return result.reason === 'ZeroVariance' ? text('interview:agreement.noKappa') : '–'
  return formatNumber(result.value.kappa, 2)
}

function shareText(result: Result<Kappa>): string {
  return result.ok ? formatPercent(result.value.percentAgreement / 100) : '–'
}
