import type { CodebookCodeEntry } from '../../inquiry/coding/codebook-code.ts'
import { starterCodeId } from '../../inquiry/coding/starter-codebook.ts'
import type { InterviewEntry } from '../../inquiry/interview/interview.ts'
import { sideOf } from './list-pair-scores.ts'
import type { PairEntry, PairRecords, Quotation } from './pair-evidence.ts'
import type { CodeSenses, Sense } from './signs-of-target.ts'

/**
 * Marked passages of the talks about this child that carry one of the codes. A code counts by what it was in the starter codebook, whatever it is
 * called now; a code set under one of these counts with it. What two coders marked alike stands once. A talk with the
 * other parent is about the other pair and is left out; the child's own talk may speak of both.
 */
export function listQuotations(
  wanted: CodeSenses,
  pair: PairEntry,
  records: PairRecords,
): readonly Quotation[] {
  const talks = new Map(
    records.interviews.filter((one) => isAbout(one, pair)).map((one) => [one.id, one]),
  )
  const seen = new Set<string>()
  return records.spans
    .flatMap((span): Quotation[] => {
      const talk = talks.get(span.interviewId)
      const code = records.codes.find(({ id }) => id === span.codeId)
      const sense = code === undefined ? null : senseOf(wanted, code, records.codes)
      if (talk === undefined || code === undefined || sense === null || span.takenBack) return []
      const { id: spanId, interviewId, fromLine, fromAt, toLine, toAt, quote } = span
      const place = [interviewId, code.id, fromLine, fromAt, toLine, toAt].join(' ')
      if (seen.has(place)) return []
      seen.add(place)
      const said = { side: sideOf(talk.respondentId, pair), on: talk.heldOn, words: quote }
      return [{ spanId, interviewId, ...said, code: { id: code.id, name: code.name }, sense }]
    })
    .toSorted((left, right) => (left.on ?? '').localeCompare(right.on ?? ''))
}

function isAbout(talk: InterviewEntry, pair: PairEntry): boolean {
  if (talk.familyId !== pair.familyId || talk.childId !== pair.childId) return false
  return talk.role !== 'parent' || talk.respondentId === pair.adultId
}

function senseOf(
  wanted: CodeSenses,
  code: CodebookCodeEntry,
  codes: readonly CodebookCodeEntry[],
): Sense | null {
  const own = Object.entries(wanted).find(([key]) => starterCodeId(key) === code.id)
  if (own !== undefined) return own[1]
  // Two codes set under each other by mistake must not turn for ever: one step up is enough.
  const head = codes.find(({ id }) => id === code.parentId)
  const above = Object.entries(wanted).find(
    ([key]) => head !== undefined && starterCodeId(key) === head.id,
  )
  return above?.[1] ?? null
}
