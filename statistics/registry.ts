import { agreementAnalyses } from './registry/agreement-analyses.ts'
import { associationAnalyses } from './registry/association-analyses.ts'
import { caseAnalyses } from './registry/case-analyses.ts'
import type { Analysis } from './registry/define-analysis.ts'
import { evidenceAnalyses } from './registry/evidence-analyses.ts'
import { goalAnalyses } from './registry/goal-analyses.ts'
import { groupAnalyses } from './registry/group-analyses.ts'
import { individualAnalyses } from './registry/individual-analyses.ts'
import { pairedAnalyses } from './registry/paired-analyses.ts'
import { planningAnalyses } from './registry/planning-analyses.ts'
import { regressionAnalyses } from './registry/regression-analyses.ts'
import { scaleAnalyses } from './registry/scale-analyses.ts'
import { tableAnalyses } from './registry/table-analyses.ts'
import { waveAnalyses } from './registry/wave-analyses.ts'
import { refuse } from './result.ts'
import type { Result } from './result.ts'

export type { Analysis } from './registry/define-analysis.ts'
export type { ColumnSpec, OptionSpec } from './registry/read-inputs.ts'

/** Every analysis that can be run by name on plain JSON. */
export const analyses: readonly Analysis[] = [
  ...pairedAnalyses,
  ...individualAnalyses,
  ...groupAnalyses,
  ...waveAnalyses,
  ...scaleAnalyses,
  ...agreementAnalyses,
  ...associationAnalyses,
  ...regressionAnalyses,
  ...tableAnalyses,
  ...caseAnalyses,
  ...goalAnalyses,
  ...evidenceAnalyses,
  ...planningAnalyses,
]

/** The analysis of that name, or null. */
export function findAnalysis(name: string): Analysis | null {
  return analyses.find((analysis) => analysis.name === name) ?? null
}

/** Runs an analysis by name on untyped JSON; refuses unknown names, columns and options. */
export function runAnalysis(name: string, data: unknown, options?: unknown): Result<unknown> {
  const analysis = findAnalysis(name)
  if (analysis === null) return refuse('BadInput', `no analysis is called ${name}`)
  return analysis.run(data, options)
}
