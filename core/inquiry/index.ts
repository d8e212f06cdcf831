import type { Kind } from '../sync/kind.ts'
import { answerSheet } from './answer-sheet.ts'
import { interviewKinds } from './coding/index.ts'
import { observationKinds } from './observation/index.ts'
import { evidenceSource } from './evidence/evidence-source.ts'
import { instrument } from './instrument.ts'
import { familyPaperEntry } from './paper/family-paper-entry.ts'
import { paperEntry } from './paper/paper-entry.ts'
import { spokenWords } from './spoken/spoken-words.ts'
import { surveySheet } from './survey-sheet.ts'
import { waveReminder } from './wave-reminder.ts'
import { wave } from './wave.ts'

export const inquiryKinds = [
  instrument,
  wave,
  answerSheet,
  surveySheet,
  paperEntry,
  familyPaperEntry,
  waveReminder,
  ...interviewKinds,
  ...observationKinds,
  evidenceSource,
  spokenWords,
] as const satisfies readonly Kind[]
