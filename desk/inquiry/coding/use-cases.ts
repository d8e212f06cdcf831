// Codes over all interviews within reach: by case, by coder, and in words that name nobody.
import { useMemo } from 'react'
import { hideNames } from '../../../core/families/hide-names.ts'
import { person } from '../../../core/families/person.ts'
import { type CodedSpan, codedSpan } from '../../../core/inquiry/coding/coded-span.ts'
import type { CodingPass } from '../../../core/inquiry/coding/coding-pass.ts'
import { codingPass } from '../../../core/inquiry/coding/coding-pass.ts'
import { type LocalRecord, useActor, useRecords } from '../../sync/index.ts'
import { type InterviewRecord, useFamilyCodes, useInterviews } from '../interview/use-interviews.ts'

/** Marks that stand, of interviews that are here; of a text that one is still coding alone, one's own only (INQ-34). */
export function useAllSpans(): readonly LocalRecord<CodedSpan>[] {
  const spans = useRecords(codedSpan, { takenBack: false })
  const interviews = useInterviews()
  const { staffId } = useActor()
  const passes = useRecords(codingPass, { coderId: staffId, state: 'open' })
  return useMemo(() => {
    const here = new Set(interviews.map(({ id }) => id))
    const blind = new Set(passes.map((pass: LocalRecord<CodingPass>) => pass.interviewId))
    return spans.filter(
      ({ interviewId, coderId }) =>
        here.has(interviewId) && (!blind.has(interviewId) || coderId === staffId),
    )
  }, [spans, interviews, passes, staffId])
}

/** The case of an interview: its family, or itself where there is none. */
export function caseIdOf(its: Pick<InterviewRecord, 'id' | 'familyId'>): string {
  return its.familyId ?? its.id
}

/** Words as they may leave the house: every recorded name of the families within reach becomes the family's code. */
export function useHiding(): (words: string) => string {
  const people = useRecords(person)
  const codeOf = useFamilyCodes()
  return useMemo(
    () => (words) => hideNames(words, people, codeOf, { petNames: true }),
    [people, codeOf],
  )
}
