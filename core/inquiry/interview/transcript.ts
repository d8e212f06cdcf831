import { z } from 'zod'
import { deriveId } from '../../kit/ids.ts'
import { refusal } from '../../kit/outcome.ts'
import { defineKind } from '../../sync/kind.ts'
import { interviewNeeds, refuseBesideInterview } from './interview.ts'

export const mostLines = 8_000
export const mostCharacters = 600_000
export const lineKeyShape = z.string().regex(/^[0-9a-z]{1,100}$/)

const transcriptShape = z.strictObject({
  interviewId: z.uuid(),
  familyId: z.uuid().nullable().default(null),
  /** Line by line as typed, under keys that sort: two people correct two lines without conflict. */
  lines: z
    .record(
      lineKeyShape,
      z
        .string()
        .max(200_000)
        .regex(/^[^\r\n]*$/),
    )
    .default({}),
})
export type Transcript = z.infer<typeof transcriptShape>

/** What was said, speaker by speaker; time marks and speakers are read from the lines themselves. */
export const transcript = defineKind({
  name: 'transcript',
  room: 'inquiry',
  shape: transcriptShape,
  scope: { of: 'family', field: 'familyId', orAgency: true },
  key: { of: 'family', field: 'familyId', orAgency: true },
  sealed: ['lines'],
  maps: ['lines'],
  guarded: ['interviewId', 'familyId'],
  references: { interviewId: 'interview', familyId: 'family' },
  columns: ['interviewId', 'familyId'],
  ruleNeeds: interviewNeeds,
  rule: (after, _before, found, { today }) => {
    const lines = Object.values(after.lines)
    const characters = lines.reduce((sum, line) => sum + line.length, 0)
    if (lines.length > mostLines || characters > mostCharacters)
      return refusal('TranscriptTooLong', { lines: mostLines, characters: mostCharacters })
    return refuseBesideInterview(after, found, today)
  },
})

/** An interview has one transcript, on whichever device it is begun. */
export function transcriptId(interviewId: string): string {
  return deriveId('transcript', interviewId)
}
