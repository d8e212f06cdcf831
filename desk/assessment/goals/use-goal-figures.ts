import type { GoalBaseline } from '../../../core/assessment/goals/goal.ts'
import type {
  PairEntry,
  PairEvidence,
  TargetEvidence,
  TargetScore,
} from '../../../core/assessment/profile/pair-evidence.ts'
import type { ProgrammeTarget } from '../../../core/inquiry/programme-targets.ts'
import { readWords } from '../../../core/inquiry/words.ts'
import { currentLanguage, formatDay, formatNumber, text } from '../../kit/index.ts'
import { nameSide, writeScore } from '../profile/profile-words.ts'
import { usePairEvidence } from '../profile/use-pair-evidence.ts'

/** A figure of the record that a goal can begin from, in the words in which the goal takes it over. */
export interface GoalFigure {
  readonly from: GoalBaseline
  readonly target: ProgrammeTarget | null
  readonly words: string
}

export function useGoalFigures(pair: PairEntry): readonly GoalFigure[] {
  const evidence = usePairEvidence(pair)
  return [...figuresOfLog(evidence), ...evidence.targets.flatMap(figuresOfTarget)]
}

export function keyOfFigure({ of, figure, on }: GoalBaseline): string {
  return [of, figure, on].join(' ')
}

function figuresOfTarget({ target, rows }: TargetEvidence): readonly GoalFigure[] {
  return rows.flatMap((row) =>
    [row.child.at(-1), row.adult.at(-1)].flatMap((score: TargetScore | undefined) =>
      score === undefined
        ? []
        : [
            {
              from: {
                of: 'scale' as const,
                figure: `${row.id} ${score.side}`.slice(0, 160),
                sheetId: score.sheetId,
                value: score.value,
                on: score.on,
              },
              target,
              words: text('goals:figure.scale', {
                measure: readWords(row.title, currentLanguage()),
                who: nameSide(score.side),
                score: writeScore(score),
              }).slice(0, 300),
            },
          ],
    ),
  )
}

function figuresOfLog({ targets }: PairEvidence): readonly GoalFigure[] {
  const log = targets.find((one) => one.log !== null)?.log ?? null
  if (log === null) return []
  const days = { from: formatDay(log.from), to: formatDay(log.to) }
  const rates = [
    ['perWeek', log.perWeek],
    ['childBegins', log.startedBy.child / log.weeks],
    ['adultBegins', log.startedBy.adult / log.weeks],
  ] as const
  return rates.map(([figure, value]) => ({
    from: { of: 'contact', figure, sheetId: null, value, on: log.to },
    target: figure === 'perWeek' ? null : 'initiative',
    words: text(`goals:figure.${figure}`, { value: formatNumber(value, 1), ...days }),
  }))
}
