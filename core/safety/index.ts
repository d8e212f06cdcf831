import type { Kind } from '../sync/kind.ts'
import { concern } from './concern.ts'
import { concernReport } from './concern-report.ts'
import { concernReporter } from './concern-reporter.ts'

export const safetyKinds = [
  concern,
  concernReporter,
  concernReport,
] as const satisfies readonly Kind[]
