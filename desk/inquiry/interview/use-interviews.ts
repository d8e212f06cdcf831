// Interviews as the screens need them: with the names of people, the text laid out, and where they lie.
import { useMemo } from 'react'
import { family, type Family } from '../../../core/families/family.ts'
import { person } from '../../../core/families/person.ts'
import { type Interview, interview } from '../../../core/inquiry/interview/interview.ts'
import { layOutLines, type TextLine } from '../../../core/inquiry/interview/text-lines.ts'
import { transcript, transcriptId } from '../../../core/inquiry/interview/transcript.ts'
import { text } from '../../kit/index.ts'
import { type LocalRecord, useRecord, useRecords } from '../../sync/index.ts'
import { type KnownPeople, usePeople } from '../waves/use-wave.ts'

export type InterviewRecord = LocalRecord<Interview>

/** Newest first; what is only planned stands on top. */
export function useInterviews(): readonly InterviewRecord[] {
  const all = useRecords(interview)
  return useMemo(
    () =>
      [...all].sort((left, right) => (right.heldOn ?? '9999').localeCompare(left.heldOn ?? '9999')),
    [all],
  )
}

export function useInterview(id: string | undefined): InterviewRecord | null {
  return useRecord(interview, id)
}

const noLines: readonly TextLine[] = []

/** The text of an interview, laid out anew only when somebody has changed it. */
export function useTextLines(interviewId: string): readonly TextLine[] {
  const record = useRecord(transcript, transcriptId(interviewId))
  return useMemo(() => (record === null ? noLines : layOutLines(record.lines)), [record])
}

/** Where records of this interview lie, as rights are asked. */
export function scopeOfInterview({ familyId }: Pick<Interview, 'familyId'>): string {
  return familyId === null ? 'agency' : `family:${familyId}`
}

/** Who was talked with, as a heading names it. */
export function whoText(people: KnownPeople, its: Interview): string {
  const name = people.person(its.respondentId)?.name ?? its.respondentName
  const role = text(`interview:role.${its.role}`)
  return name === '' ? role : text('interview:who', { name, role })
}

/** The family by its children, or that it is about none. */
export function useFamilyNames(): (familyId: string | null) => string {
  const families = useRecords(family)
  const people = useRecords(person)
  return useMemo(() => {
    const byId = new Map(families.map((one) => [one.id, one]))
    return (familyId) => {
      if (familyId === null) return text('interview:noFamily')
      const children = people.filter((one) => one.familyId === familyId && one.role === 'child')
      const names = children.map(({ name }) => name).join(text('families:nameSeparator'))
      return names === '' ? (byId.get(familyId)?.code ?? '') : names
    }
  }, [families, people])
}

export function useFamilyCodes(): (familyId: string | null) => string {
  const families = useRecords(family)
  return useMemo(() => {
    const codes = new Map(families.map((one: LocalRecord<Family>) => [one.id, one.code]))
    return (familyId) =>
      familyId === null ? text('interview:noFamily') : (codes.get(familyId) ?? '')
  }, [families])
}

export { usePeople }
