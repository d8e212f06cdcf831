import type { CodedSpanEntry } from './coded-span.ts'

export interface CodeMatrix {
  /** Cases in the order given, only those with marks or all when `keepEmpty`. */
  readonly caseIds: readonly string[]
  readonly of: (codeId: string, caseId: string) => number
  readonly ofCode: (codeId: string) => number
  readonly ofCase: (caseId: string) => number
  readonly all: number
}

/**
 * INQ-35: how often each code was given in each case. A case is a family, or an interview where there is none. The same passage
 * marked alike by two coders counts once; a passage marked twice by one coder counts once as well.
 */
export function countCodes(
  spans: readonly CodedSpanEntry[],
  caseOf: (span: CodedSpanEntry) => string,
): CodeMatrix {
  const cells = new Map<string, Set<string>>()
  const caseIds = new Set<string>()
  for (const span of spans) {
    if (span.codeId === null || span.takenBack) continue
    const caseId = caseOf(span)
    caseIds.add(caseId)
    const key = cellKey(span.codeId, caseId)
    const place = [span.interviewId, span.fromLine, span.fromAt, span.toLine, span.toAt].join(' ')
    cells.set(key, (cells.get(key) ?? new Set()).add(place))
  }
  const countWhere = (isMeant: (key: string) => boolean): number =>
    [...cells].reduce((sum, [key, places]) => sum + (isMeant(key) ? places.size : 0), 0)
  return {
    caseIds: [...caseIds],
    of: (codeId, caseId) => cells.get(cellKey(codeId, caseId))?.size ?? 0,
    ofCode: (codeId) => countWhere((key) => key.startsWith(`${codeId} `)),
    ofCase: (caseId) => countWhere((key) => key.endsWith(` ${caseId}`)),
    all: countWhere(() => true),
  }
}

function cellKey(codeId: string, caseId: string): string {
  return `${codeId} ${caseId}`
}
