// What the exchange needs of this device: texts as they are and as they leave the house, marks that may be seen, who works here.
import { useMemo } from 'react'
import { parse } from 'yaml'
import starter from '../../../content/codebook/starter.yaml?raw'
import { person } from '../../../core/families/person.ts'
import { staff } from '../../../core/access/staff.ts'
import { codebookCode } from '../../../core/inquiry/coding/codebook-code.ts'
import { codedSpan } from '../../../core/inquiry/coding/coded-span.ts'
import { codingPass } from '../../../core/inquiry/coding/coding-pass.ts'
import { hideText } from '../../../core/inquiry/coding/refi/hidden-text.ts'
import type { KnownText } from '../../../core/inquiry/coding/refi/match-sources.ts'
import type { RefiWorld } from '../../../core/inquiry/coding/refi/plan-refi-import.ts'
import { readDescriptionMarks } from '../../../core/inquiry/coding/starter-codebook.ts'
import { joinLines, layOutLines } from '../../../core/inquiry/interview/text-lines.ts'
import { transcript } from '../../../core/inquiry/interview/transcript.ts'
import { useActor, useRecords } from '../../sync/index.ts'
import { useFamilyCodes, useInterviews } from '../interview/use-interviews.ts'
import { useHiding } from './use-cases.ts'

/** How the parts of a code's description are told apart in a file, in both languages. */
export const descriptionMarks = readDescriptionMarks(parse(starter))

export function useKnownTexts(): readonly KnownText[] {
  const interviews = useInterviews()
  const transcripts = useRecords(transcript)
  const people = useRecords(person)
  const codeOf = useFamilyCodes()
  return useMemo(() => {
    const byInterview = new Map(transcripts.map((one) => [one.interviewId, one]))
    return interviews.flatMap((interview): KnownText[] => {
      const text = byInterview.get(interview.id)
      if (text === undefined) return []
      const lines = layOutLines(text.lines)
      const hidden = hideText(joinLines(lines), people, codeOf, { petNames: true })
      return [{ interview, lines, hidden }]
    })
  }, [interviews, transcripts, people, codeOf])
}

export function useRefiWorld(texts: readonly KnownText[]): RefiWorld {
  const codes = useRecords(codebookCode)
  const spans = useRecords(codedSpan)
  const people = useRecords(staff)
  const passes = useRecords(codingPass, { state: 'done' })
  const { staffId } = useActor()
  const hide = useHiding()
  return useMemo(() => {
    const done = new Set(passes.map(({ interviewId, coderId }) => `${interviewId} ${coderId}`))
    return {
      codes,
      texts,
      spans,
      staff: people,
      importerId: staffId,
      isDone: (interviewId, coderId) => done.has(`${interviewId} ${coderId}`),
      marks: Object.values(descriptionMarks),
      hide,
    }
  }, [codes, texts, spans, people, passes, staffId, hide])
}
