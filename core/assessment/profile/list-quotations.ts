import type { CodebookCodeEntry } from '../../inquiry/coding/codebook-code.ts'
import { starterCodeId } from '../../inquiry/coding/starter-codebook.ts'
import type { InterviewEntry } from '../../inquiry/interview/interview.ts'
import { sideOf } from './list-pair-scores.ts'
import type { PairEntry, PairRecords, Quotation } from './pair-evidence.ts'
import { type MergedSpan, mergeSpans } from './merge-spans.ts'
import type { CodeSenses, Sense } from './signs-of-target.ts'

/** Of whom the words of a code speak: of the adult, of the child or family as such, of whoever looks after the child. */
export type SpeaksOf = 'adult' | 'child' | 'guardian'

/**
 * Marked passages of the talks about this child that carry one of the codes. A code counts by what it was in the starter codebook, whatever it is
 * called now; a code set under one of these counts with it. What was marked over each other with one code stands once. A talk with the
 * other parent is about the other pair and is left out. `unclear`: words about an adult of which nobody has said whom they mean.
 */
export function listQuotations(
  wanted: CodeSenses,
  speaksOf: SpeaksOf,
  pair: PairEntry,
  records: PairRecords,
): { readonly clear: readonly Quotation[]; readonly unclear: readonly Quotation[] } {
  const talks = new Map(
    records.interviews.filter((one) => isAbout(one, pair)).map((one) => [one.id, one]),
  )
  const ofTalks = records.spans.filter(
    ({ interviewId, takenBack }) => !takenBack && talks.has(interviewId),
  )
  const found = mergeSpans(ofTalks).flatMap((merged) => {
    const { span, quote, otherIds } = merged
    const talk = talks.get(span.interviewId)
    const code = records.codes.find(({ id }) => id === span.codeId)
    const sense = code === undefined ? null : senseOf(wanted, code, records.codes)
    if (talk === undefined || code === undefined || sense === null) return []
    const whose = judgeWhose(merged, speaksOf, talk, { pair, records })
    const said = { side: sideOf(talk.respondentId, pair), on: talk.heldOn, words: quote }
    const named = { id: code.id, name: code.name }
    const { id: spanId, interviewId } = span
    return [{ whose, quotation: { spanId, otherIds, interviewId, ...said, code: named, sense } }]
  })
  const those = (whose: Whose) =>
    found
      .filter((one) => one.whose === whose)
      .map(({ quotation }) => quotation)
      .toSorted((left, right) => (left.on ?? '').localeCompare(right.on ?? ''))
  return { clear: those('own'), unclear: those('unclear') }
}

type Whose = 'own' | 'others' | 'unclear'

/**
 * PRF-1: words count for the pair whose adult they speak of: as the mark says, otherwise of a parent who speaks themself, or of the only adult
 * with whom the child is a pair. How somebody is a bridge concerns the parents; what is said of the child, every pair.
 */
function judgeWhose(
  { aboutIds }: MergedSpan,
  speaksOf: SpeaksOf,
  { role, respondentId }: InterviewEntry,
  { pair, records }: { readonly pair: PairEntry; readonly records: PairRecords },
): Whose {
  if (speaksOf === 'child') return 'own'
  if (role === 'parent' && respondentId === pair.adultId) return 'own'
  if (speaksOf === 'guardian') {
    const adult = records.people.find(({ id }) => id === pair.adultId)
    return adult?.role === 'parent' ? 'own' : 'others'
  }
  if (aboutIds.length > 0) return aboutIds.includes(pair.adultId) ? 'own' : 'others'
  const others = records.pairs.filter(
    ({ id, childId }) => childId === pair.childId && id !== pair.id,
  )
  return others.length === 0 ? 'own' : 'unclear'
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
