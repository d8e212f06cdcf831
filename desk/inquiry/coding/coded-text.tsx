import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { markLine, spansByLine } from '../../../core/inquiry/coding/mark-line.ts'
import type { PlacedSpan } from '../../../core/inquiry/coding/place-spans.ts'
import { pointAt } from '../../../core/inquiry/interview/code-points.ts'
import { readLine } from '../../../core/inquiry/interview/read-line.ts'
import type { TextLine } from '../../../core/inquiry/interview/text-lines.ts'
import { text } from '../../kit/index.ts'
import styles from './coding.module.css'
import { codeColour, codeName, type Codebook } from './use-coding.ts'
import type { Passage } from './use-marking.ts'

interface CodedTextProps {
  readonly lines: readonly TextLine[]
  readonly placed: readonly PlacedSpan[]
  readonly book: Codebook
  readonly openId: string | null
  readonly onSelect: (passage: Passage | null) => void
  readonly onOpen: (spanId: string | null) => void
}

const none: readonly PlacedSpan[] = []
/** So many lines are drawn with their marks together, once they come near the screen. */
const linesPerPart = 30

/**
 * The whole text stands on the page, so that it can be searched and selected through; marks and codes are drawn only near the
 * screen, and a line anew only when its own marks change.
 */
export const CodedText = memo(function CodedText(props: CodedTextProps) {
  const { lines, placed, book, openId, onSelect, onOpen } = props
  const root = useRef<HTMLElement>(null)
  useSelection(root, onSelect)
  const byLine = useMemo(() => spansByLine(lines, placed), [lines, placed])
  const parts = useMemo(
    () =>
      Array.from({ length: Math.ceil(lines.length / linesPerPart) }, (_, index) =>
        lines.slice(index * linesPerPart, (index + 1) * linesPerPart),
      ),
    [lines],
  )
  return (
    <section ref={root} className={styles.text} aria-label={text('interview:transcript.title')}>
      {parts.map((part) => (
        <TextPart
          key={part[0]?.key}
          lines={part}
          byLine={byLine}
          book={book}
          openId={openId}
          onOpen={onOpen}
        />
      ))}
    </section>
  )
})

interface TextPartProps {
  readonly lines: readonly TextLine[]
  readonly byLine: ReadonlyMap<string, readonly PlacedSpan[]>
  readonly book: Codebook
  readonly openId: string | null
  readonly onOpen: (spanId: string | null) => void
}

function TextPart({ lines, byLine, book, openId, onOpen }: TextPartProps) {
  const list = useRef<HTMLOListElement>(null)
  const isNear = useNearness(list)
  return (
    <ol ref={list} className={styles.lines}>
      {isNear ? (
        lines.map((line) => {
          const own = byLine.get(line.key) ?? none
          return (
            <CodedLine
              key={line.key}
              line={line}
              placed={own}
              book={book}
              openId={own.some(({ span }) => span.id === openId) ? openId : null}
              onOpen={onOpen}
            />
          )
        })
      ) : (
        <FarLines lines={lines} />
      )}
    </ol>
  )
}

/** A part is drawn before it comes onto the screen, and plain again when it has left it behind. */
function useNearness(list: React.RefObject<HTMLOListElement | null>): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    if (list.current === null) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) setIsNear(true)
        // Words that are being selected over many lines must not be drawn anew under the hand.
        else if (document.getSelection()?.isCollapsed !== false) setIsNear(false)
      },
      { rootMargin: '600px 0px' },
    )
    observer.observe(list.current)
    return () => observer.disconnect()
  }, [list])
  return isNear
}

const FarLines = memo(function FarLines({ lines }: { readonly lines: readonly TextLine[] }) {
  return lines.map((line) => (
    <li key={line.key} className={styles.line} id={`line-${line.key}`}>
      <p
        className={styles.words}
        data-line-from={line.start}
        data-line-to={line.start + line.points}
      >
        <span data-from={line.start}>{line.text}</span>
      </p>
    </li>
  ))
})

/** Words selected by mouse, finger or keyboard, once the selection rests. */
function useSelection(
  list: React.RefObject<HTMLElement | null>,
  onSelect: (passage: Passage | null) => void,
): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const selection = document.getSelection()
      const root = list.current
      if (selection === null || root === null || selection.isCollapsed) return
      const range = selection.getRangeAt(0)
      if (!root.contains(range.commonAncestorContainer)) return
      const from = positionOf(range.startContainer, range.startOffset, 'from')
      const to = positionOf(range.endContainer, range.endOffset, 'to')
      if (from !== null && to !== null && from < to)
        onSelect({ from, to, words: selection.toString() })
    }
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(look, 120)
    }
    document.addEventListener('selectionchange', wait)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', wait)
    }
  }, [list, onSelect])
}

/** The position in the whole text of a place in the page: every stretch of words knows where it begins. */
function positionOf(node: Node, offset: number, side: 'from' | 'to'): number | null {
  if (node instanceof Text) {
    const start = Number(node.parentElement?.dataset['from'])
    return Number.isNaN(start) ? null : start + pointAt(node.data, offset)
  }
  if (!(node instanceof Element)) return null
  // Between two elements: the beginning of the next stretch, or the end of the one before.
  const parts = [...node.querySelectorAll<HTMLElement>('[data-from]')]
  const inside = node.childNodes[offset]
  const after = parts.find(
    (part) => inside !== undefined && (inside === part || inside.contains(part)),
  )
  if (after !== undefined) return Number(after.dataset['from'])
  const own = node.closest<HTMLElement>('[data-line-from]')
  if (own === null) return null
  return Number(side === 'from' ? own.dataset['lineFrom'] : own.dataset['lineTo'])
}

interface CodedLineProps {
  readonly line: TextLine
  readonly placed: readonly PlacedSpan[]
  readonly book: Codebook
  readonly openId: string | null
  readonly onOpen: (spanId: string | null) => void
}

function isSameLine(before: CodedLineProps, after: CodedLineProps): boolean {
  return (
    before.line === after.line &&
    before.book === after.book &&
    before.openId === after.openId &&
    before.onOpen === after.onOpen &&
    before.placed.length === after.placed.length &&
    before.placed.every(
      (one, index) =>
        one.span === after.placed[index]?.span &&
        one.from === after.placed[index]?.from &&
        one.to === after.placed[index]?.to,
    )
  )
}

const CodedLine = memo(function CodedLine({ line, placed, book, openId, onOpen }: CodedLineProps) {
  const { wordsFrom } = readLine(line.text)
  const codes = [...new Set(placed.map(({ span }) => span.codeId))]
  return (
    <li className={styles.line} id={`line-${line.key}`}>
      <p
        className={styles.words}
        data-line-from={line.start}
        data-line-to={line.start + line.points}
      >
        {markLine(line, placed, [wordsFrom]).map((part) => {
          const first = placed.find(({ span }) => span.id === part.spanIds.at(-1))
          const isHead = part.from < wordsFrom && part.spanIds.length === 0
          return (
            <span
              key={part.from}
              data-from={line.start + part.from}
              className={
                first === undefined ? (isHead ? styles.headWords : undefined) : styles.marked
              }
              style={
                first === undefined
                  ? undefined
                  : colourOf(codeColour(book, first.span.codeId), part.spanIds, openId)
              }
            >
              {part.text}
            </span>
          )
        })}
      </p>
      <ul className={styles.margin}>
        {codes.map((codeId) => {
          const own = placed.filter(({ span }) => span.codeId === codeId)
          const [first] = own
          return (
            <li key={codeId}>
              <button
                type="button"
                className={styles.chip}
                style={{ borderInlineStartColor: codeColour(book, codeId) }}
                aria-pressed={own.some(({ span }) => span.id === openId)}
                onClick={() => onOpen(nextOf(own, openId) ?? first?.span.id ?? null)}
              >
                {codeName(book, codeId)}
                {own.length > 1 ? ` ×${own.length}` : ''}
              </button>
            </li>
          )
        })}
      </ul>
    </li>
  )
}, isSameLine)

/** Touching a chip again goes on to the next mark of the same code in the line. */
function nextOf(own: readonly PlacedSpan[], openId: string | null): string | undefined {
  const at = own.findIndex(({ span }) => span.id === openId)
  return at < 0 ? undefined : own[(at + 1) % own.length]?.span.id
}

function colourOf(colour: string, spanIds: readonly string[], openId: string | null) {
  const isOpen = openId !== null && spanIds.includes(openId)
  const strength = Math.min(45, 14 + 10 * spanIds.length)
  return {
    background: `color-mix(in srgb, ${colour} ${strength}%, transparent)`,
    boxShadow: `inset 0 -${Math.min(4, 1 + spanIds.length)}px 0 ${colour}`,
    outline: isOpen ? `2px solid ${colour}` : undefined,
  }
}
