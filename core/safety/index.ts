import type { Kind } from '../sync/kind.ts'
import { callList } from './call-list.ts'
import { concern } from './concern.ts'
import { concernExclusion } from './concern-exclusion.ts'
import { concernReport } from './concern-report.ts'
import { concernReporter } from './concern-reporter.ts'
import { promptAnswer } from './prompt-answer.ts'

/** What is hidden from all but those who need it. */
export const concernKinds = [
  concern,
  concernReporter,
  concernReport,
  concernExclusion,
] as const satisfies readonly Kind[]

export const safetyKinds = [
  ...concernKinds,
  callList,
  promptAnswer,
] as const satisfies readonly Kind[]
