import { describeValues, type Column } from '../../statistics/index.ts'
import { scoreAt, type MeasuredLine, type Moment, type WhyMissing } from './collect-lines.ts'

export interface MissingLine {
  readonly key: string
  readonly label: string
  readonly moment: Moment
  readonly why: WhyMissing
}

/** Who is missing, when, and whether those who were lost started elsewhere than those who stayed. */
export interface Completeness {
  readonly expected: number
  readonly before: number
  readonly after: number
  readonly followUp: number | null
  readonly both: number
  readonly missing: readonly MissingLine[]
  /** Measured before and not after. No test: with so few it says nothing. */
  readonly lost: StartScores
  readonly kept: StartScores
}

export interface StartScores {
  readonly n: number
  readonly mean: number | null
  readonly min: number | null
  readonly max: number | null
}

/** EVA-4: everyone expected is counted; whoever is missing is named with the wave and the reason. */
export function findCompleteness(lines: readonly MeasuredLine[]): Completeness {
  const started = lines.filter(({ before }) => before.ok)
  const kept = started.filter(({ after }) => after.ok)
  const hasFollowUp = lines.some(({ followUp }) => followUp !== null)
  return {
    expected: lines.length,
    before: started.length,
    after: lines.filter(({ after }) => after.ok).length,
    followUp: hasFollowUp ? lines.filter(({ followUp }) => followUp?.ok === true).length : null,
    both: kept.length,
    missing: lines.flatMap(listMissing),
    lost: startOf(started.filter(({ after }) => !after.ok)),
    kept: startOf(kept),
  }
}

function listMissing(line: MeasuredLine): readonly MissingLine[] {
  const { key, label, before, after, followUp } = line
  const found = [
    { moment: 'before', measurement: before },
    { moment: 'after', measurement: after },
    { moment: 'followUp', measurement: followUp },
  ] as const
  return found.flatMap(({ moment, measurement }) =>
    measurement === null || measurement.ok ? [] : [{ key, label, moment, why: measurement.why }],
  )
}

function startOf(lines: readonly MeasuredLine[]): StartScores {
  return summariseStart(lines.map(({ before }) => scoreAt(before)))
}

export function summariseStart(values: Column): StartScores {
  const found = describeValues(values)
  if (!found.ok) return { n: 0, mean: null, min: null, max: null }
  return { n: found.n, mean: found.value.mean, min: found.value.min, max: found.value.max }
}
