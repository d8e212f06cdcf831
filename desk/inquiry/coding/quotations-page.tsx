import { Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { CodedSpanEntry } from '../../../core/inquiry/coding/coded-span.ts'
import { placeSpans } from '../../../core/inquiry/coding/place-spans.ts'
import { layOutLines, textBetween } from '../../../core/inquiry/interview/text-lines.ts'
import { transcript } from '../../../core/inquiry/interview/transcript.ts'
import { announce, EmptyState, formatDay, Page, Section, text } from '../../kit/index.ts'
import { useNoteRead, useRecords } from '../../sync/index.ts'
import { TalkPaperButton } from '../interview/talk-paper-button.tsx'
import { type InterviewRecord, useInterviews } from '../interview/use-interviews.ts'
import styles from './coding.module.css'
import { useCases } from './matrix-page.tsx'
import { type Codebook, codeColour, codeName, useCodebook } from './use-coding.ts'
import { useAllSpans, useHiding } from './use-cases.ts'

/** The server takes no more talks at once. */
const mostTalks = 500

/** INQ-35: what people said, code by code, in words that name nobody, ready to be copied into a report. */
export function QuotationsPage() {
  const [asked, setAsked] = useSearchParams()
  const book = useCodebook()
  const cases = useCases()
  const hide = useHiding()
  const code = asked.get('code') ?? ''
  const caseId = asked.get('case') ?? ''
  const openNames = asked.get('names') === 'open'
  const spans = useAllSpans()
  const chosen = useMemo(
    () =>
      spans.filter(
        (span) =>
          span.codeId !== null &&
          (code === '' || span.codeId === code) &&
          (caseId === '' || cases.idOf(span.interviewId) === caseId),
      ),
    [spans, code, caseId, cases],
  )
  const quotes = useQuotes(chosen)
  const set = (name: string, value: string) =>
    setAsked(
      (before) => {
        const after = new URLSearchParams(before)
        if (value === '') after.delete(name)
        else after.set(name, value)
        return after
      },
      { replace: true },
    )
  const used = new Set(spans.map(({ codeId }) => codeId))
  const caseIds = [...new Set(spans.map(({ interviewId }) => cases.idOf(interviewId)))]
  const shownWords = (words: string) => (openNames ? words : hide(words))
  return (
    <Page
      title={text('interview:quotations.title')}
      back={{ to: '/inquiry/coding/matrix', label: text('interview:matrix.title') }}
    >
      <Section title={text('interview:quotations.choose')}>
        <div className={styles.filters}>
          <NativeSelect
            label={text('interview:fields.codeId')}
            data={[
              { value: '', label: text('interview:coding.allCodes') },
              ...book.tree
                .filter((item) => used.has(item.code.id))
                .map((item) => ({ value: item.code.id, label: item.path.join(' › ') })),
            ]}
            value={code}
            onChange={(event) => set('code', event.currentTarget.value)}
          />
          <NativeSelect
            label={text('interview:quotations.case')}
            data={[
              { value: '', label: text('interview:quotations.allCases') },
              ...caseIds.map((id) => ({ value: id, label: cases.nameOf(id) })),
            ]}
            value={caseId}
            onChange={(event) => set('case', event.currentTarget.value)}
          />
        </div>
        <Checkbox
          label={text('interview:quotations.hideNames')}
          description={text('interview:quotations.hideHint')}
          checked={!openNames}
          onChange={(event) => set('names', event.currentTarget.checked ? '' : 'open')}
        />
      </Section>
      {quotes.length > 0 && (
        <Group>
          <TalkPaperButton
            form="quotationList"
            interviewIds={[...new Set(quotes.map(({ its }) => its.id))].slice(0, mostTalks)}
            codeId={code === '' ? null : code}
            byCode={!openNames}
          />
        </Group>
      )}
      <List quotes={quotes} book={book} cases={cases} words={shownWords} />
    </Page>
  )
}

interface Quote {
  readonly span: CodedSpanEntry
  readonly words: string
  readonly its: InterviewRecord
  readonly line: string
}

/** The words as they stand in the text now; those of a lost mark as they were when it was made. */
function useQuotes(spans: readonly CodedSpanEntry[]): readonly Quote[] {
  const interviews = useInterviews()
  const transcripts = useRecords(transcript)
  return useMemo(() => {
    const lines = new Map(
      transcripts.map((one) => [one.interviewId, layOutLines(one.lines)] as const),
    )
    const byInterview = new Map<string, CodedSpanEntry[]>()
    for (const span of spans) {
      const known = byInterview.get(span.interviewId)
      if (known === undefined) byInterview.set(span.interviewId, [span])
      else known.push(span)
    }
    return interviews.flatMap((its) => {
      const own = lines.get(its.id) ?? []
      const { placed, lost } = placeSpans(own, byInterview.get(its.id) ?? [])
      return [
        ...placed.map(({ span, from, to }) => ({
          span,
          its,
          words: textBetween(own, from, to),
          line: span.fromLine,
        })),
        ...lost.map((span) => ({ span, its, words: span.quote, line: '' })),
      ]
    })
  }, [interviews, transcripts, spans])
}

function List({
  quotes,
  book,
  cases,
  words,
}: {
  readonly quotes: readonly Quote[]
  readonly book: Codebook
  readonly cases: ReturnType<typeof useCases>
  readonly words: (said: string) => string
}) {
  const noteRead = useNoteRead()
  if (quotes.length === 0) return <EmptyState title={text('interview:quotations.none')} />
  const sourceOf = ({ its }: Quote) =>
    text('interview:quotations.source', {
      case: its.familyId === null ? text('interview:noFamily') : cases.nameOf(its.familyId),
      role: text(`interview:role.${its.role}`),
      day: formatDay(its.heldOn, text('interview:noDay')),
    })
  const copy = async (some: readonly Quote[]) => {
    const lines = some.map((quote) =>
      text('interview:quotations.line', { words: words(quote.words), source: sourceOf(quote) }),
    )
    await navigator.clipboard.writeText(lines.join('\n\n'))
    for (const familyId of new Set(some.map(({ its }) => its.familyId)))
      if (familyId !== null) noteRead('family', familyId, 'quotations')
    announce({ words: text('interview:quotations.copied', { count: some.length }) })
  }
  return (
    <>
      <Group>
        <Button variant="default" onClick={() => void copy(quotes)}>
          {text('interview:quotations.copyAll', { count: quotes.length })}
        </Button>
      </Group>
      <ul className={styles.quotes}>
        {quotes.map((quote) => (
          <li key={quote.span.id}>
            <Text size="sm" c="gray.7">
              <span
                className={styles.dot}
                style={{ background: codeColour(book, quote.span.codeId) }}
              />
              {codeName(book, quote.span.codeId)} · {sourceOf(quote)}
            </Text>
            <blockquote className={styles.quote}>{words(quote.words)}</blockquote>
            {quote.span.memo !== '' && <Text size="sm">{words(quote.span.memo)}</Text>}
            <Group gap="xs" mt="xs">
              <Button size="compact-sm" variant="default" onClick={() => void copy([quote])}>
                {text('interview:quotations.copy')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                component={Link}
                to={`/inquiry/interviews/${quote.its.id}/coding#line-${quote.line}`}
              >
                {text('interview:quotations.open')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </>
  )
}
