import type { CodedSpanEntry } from '../../inquiry/coding/coded-span.ts'
import { countPoints, slicePoints } from '../../inquiry/interview/code-points.ts'

/** Marks of one code that lie over each other are one passage, whoever made them. */
export interface MergedSpan {
  readonly span: CodedSpanEntry
  /** Of those that lie over the first one. */
  readonly otherIds: readonly string[]
  readonly quote: string
  readonly aboutIds: readonly string[]
}

/** PRF-1: the passages of each talk and code, in the order of the text; marks that only touch stay two. */
export function mergeSpans(spans: readonly CodedSpanEntry[]): readonly MergedSpan[] {
  const merged: (MergedSpan & { readonly end: Place })[] = []
  for (const span of spans.toSorted(compareSpans)) {
    const last = merged.at(-1)
    const isSame = last?.span.interviewId === span.interviewId && last.span.codeId === span.codeId
    if (last === undefined || !isSame || comparePlaces(startOf(span), last.end) >= 0) {
      const { quote, aboutIds } = span
      merged.push({ span, otherIds: [], quote, aboutIds, end: endOf(span) })
      continue
    }
    const reaches = comparePlaces(endOf(span), last.end) > 0
    merged.splice(-1, 1, {
      span: last.span,
      otherIds: [...last.otherIds, span.id],
      quote: reaches ? joinQuotes(last, span) : last.quote,
      aboutIds: [...new Set([...last.aboutIds, ...span.aboutIds])],
      end: reaches ? endOf(span) : last.end,
    })
  }
  return merged
}

interface Place {
  readonly line: string
  readonly at: number
}

function startOf({ fromLine: line, fromAt: at }: CodedSpanEntry): Place {
  return { line, at }
}

function endOf({ toLine: line, toAt: at }: CodedSpanEntry): Place {
  return { line, at }
}

function comparePlaces(left: Place, right: Place): number {
  if (left.line !== right.line) return left.line < right.line ? -1 : 1
  return left.at - right.at
}

function compareSpans(left: CodedSpanEntry, right: CodedSpanEntry): number {
  const keyOf = ({ interviewId, codeId }: CodedSpanEntry) => `${interviewId} ${codeId ?? ''}`
  const [one, other] = [keyOf(left), keyOf(right)]
  if (one !== other) return one < other ? -1 : 1
  return (
    comparePlaces(startOf(left), startOf(right)) ||
    comparePlaces(endOf(right), endOf(left)) ||
    (left.id < right.id ? -1 : 1)
  )
}

/** Within one line the words are put together; over several lines the longer of the two is shown, as a mark keeps no text between lines. */
function joinQuotes(
  { quote, end }: { readonly quote: string; readonly end: Place },
  next: CodedSpanEntry,
): string {
  if (next.fromLine === end.line && next.toLine === end.line)
    return `${quote}${slicePoints(next.quote, end.at - next.fromAt, countPoints(next.quote))}`
  return next.quote.length > quote.length ? next.quote : quote
}
