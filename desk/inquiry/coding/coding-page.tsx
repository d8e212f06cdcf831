import { useCallback, useMemo, useState } from 'react'
import { placeSpans } from '../../../core/inquiry/coding/place-spans.ts'
import { EmptyState, text } from '../../kit/index.ts'
import { useActor, useMay } from '../../sync/index.ts'
import { OfInterview } from '../interview/interview-page.tsx'
import {
  type InterviewRecord,
  scopeOfInterview,
  useTextLines,
} from '../interview/use-interviews.ts'
import { CodePanel } from './code-panel.tsx'
import { CodedText } from './coded-text.tsx'
import { CodingFilters } from './coding-filters.tsx'
import styles from './coding.module.css'
import { PassBar } from './pass-bar.tsx'
import { SpanDetail } from './span-detail.tsx'
import { useCoders, useCodebook, useOwnPass, useSpans } from './use-coding.ts'
import { type Passage, useMarking } from './use-marking.ts'

export function CodingPage() {
  return (
    <OfInterview title={text('interview:coding.title')} wide>
      {(its) => <Coding its={its} />}
    </OfInterview>
  )
}

/** The text with its marks; codes are given to selected words by tap or by key. */
function Coding({ its }: { readonly its: InterviewRecord }) {
  const lines = useTextLines(its.id)
  const book = useCodebook()
  const spans = useSpans(its.id)
  const { staffId } = useActor()
  const pass = useOwnPass(its.id)
  const coders = useCoders(its.id, spans)
  const may = useMay('codedSpan', 'create', scopeOfInterview(its))
  const [reading, setReading] = useState(false)
  const [hasRead, setHasRead] = useState(false)
  const [onlyCode, setOnlyCode] = useState('')
  const [onlyCoder, setOnlyCoder] = useState('')
  const [passage, setPassage] = useState<Passage | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  // INQ-34: until somebody's own round is done, the others' marks are out of sight.
  const seesOthers = pass === null ? reading || !may : pass.state === 'done'
  const visible = useMemo(
    () =>
      spans.filter(
        (span) =>
          (seesOthers || span.coderId === staffId) &&
          (onlyCode === '' || span.codeId === onlyCode) &&
          (onlyCoder === '' || (span.coderId ?? `name:${span.coderName}`) === onlyCoder),
      ),
    [spans, seesOthers, staffId, onlyCode, onlyCoder],
  )
  const { placed, lost } = useMemo(() => placeSpans(lines, visible), [lines, visible])
  const marking = useMarking(its, lines, pass, hasRead)
  const choose = useCallback((chosen: Passage | null) => {
    setPassage(chosen)
    if (chosen !== null) setOpenId(null)
  }, [])
  const open = useCallback((id: string | null) => {
    setOpenId(id)
    setPassage(null)
  }, [])
  const mayMark = may && pass?.state !== 'done' && !(reading && pass === null)
  if (lines.length === 0)
    return (
      <EmptyState
        title={text('interview:transcript.none')}
        hint={text('interview:coding.noText')}
      />
    )
  return (
    <>
      <PassBar
        its={its}
        pass={pass}
        coders={coders}
        reading={reading}
        setReading={(now) => {
          setReading(now)
          if (now) setHasRead(true)
        }}
        may={may}
      />
      <CodingFilters
        book={book}
        coders={seesOthers ? coders : []}
        spans={spans}
        code={onlyCode}
        setCode={setOnlyCode}
        coder={onlyCoder}
        setCoder={setOnlyCoder}
        lost={lost}
      />
      <div className={styles.desk}>
        <div className={styles.side}>
          {openId !== null && placed.some(({ span }) => span.id === openId) ? (
            <SpanDetail
              key={openId}
              its={its}
              spanId={openId}
              placed={placed}
              lines={lines}
              book={book}
              coders={coders}
              may={mayMark}
              onOpen={open}
            />
          ) : (
            <CodePanel
              its={its}
              book={book}
              passage={passage}
              marking={marking}
              may={mayMark}
              onDone={choose}
            />
          )}
        </div>
        <CodedText
          lines={lines}
          placed={placed}
          book={book}
          openId={openId}
          onSelect={choose}
          onOpen={open}
        />
      </div>
    </>
  )
}
