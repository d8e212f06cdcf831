import {
  describeValues,
  scoreGoals,
  type GoalAttainment,
  type Method,
  type Result,
} from '../../../statistics/index.ts'
import type { PairedLinesChart } from '../charts/chart-spec.ts'
import { mostNamedLines } from '../charts/chart-spec.ts'
import type { Known } from '../evaluation-records.ts'
import type { Goal } from '../../assessment/goals/goal.ts'
import { goalMoments, goalRaters, type GoalRating } from '../../assessment/goals/goal-rating.ts'
import { writeNumber, writeSigned, type Wording } from '../write-numbers.ts'
import type { Finding, FindingTable } from './finding.ts'
import { noteMissingFamilies } from './who-is-missing.ts'

export interface GoalRecords {
  readonly families: readonly { readonly id: string; readonly code: string }[]
  readonly goals: readonly Known<Goal>[]
  readonly ratings: readonly Known<GoalRating>[]
}

type Moment = GoalRating['moment']

/** EVA-30: how far goals were reached: each family's T at each moment, and how many goals came as far as expected. */
export function attainGoals(records: GoalRecords, wording: Wording): Finding {
  const { translate } = wording
  const title = translate('evaluation:goal.title')
  const latest = records.goals.map((goal) => latestOf(records.ratings, goal.id))
  const rated = latest.flatMap((rating) => rating ?? [])
  const whole = scoreFamilies(records.goals, (goal) => latestOf(records.ratings, goal.id))
  const families = records.families.filter(({ id }) =>
    records.goals.some(({ familyId }) => familyId === id),
  )
  return {
    id: 'goals',
    title,
    charts: rated.length === 0 ? [] : [drawScores(title, families, records, wording)],
    sentence:
      rated.length === 0
        ? translate('evaluation:goal.nothing', { goals: records.goals.length })
        : translate('evaluation:goal.sentence', {
            count: families.length,
            goals: records.goals.length,
            rated: rated.length,
            reached: rated.filter(({ level }) => level >= 0).length,
            t: whole === null ? '–' : writeNumber(whole.median, 1),
          }),
    notes: [
      translate('evaluation:goal.noRanking'),
      ...noteMissingFamilies(records.families.length, whole?.families ?? 0, wording),
      ...noteLeft(records, wording),
      ...(records.goals.length > rated.length
        ? [translate('evaluation:goal.unrated', { count: records.goals.length - rated.length })]
        : []),
      ...(records.goals.some((goal) => goal.expected === '')
        ? [translate('evaluation:goal.noLevels')]
        : []),
    ],
    figures: listFigures(records, whole, rated, wording),
    tables: [listGoals(records, wording)],
  }
}

/** The start of the families that nobody rated again stands beside that of the others, without a test (EVA-4). */
function noteLeft({ goals, ratings }: GoalRecords, { translate }: Wording): readonly string[] {
  const at = (moment: Moment) => (goal: Known<Goal>) => ratingAt(ratings, goal.id, moment)
  const stayed = new Set(
    goals.flatMap((goal) => (at('after')(goal) === null ? [] : [goal.familyId])),
  )
  if (stayed.size === 0) return []
  const startOf = (again: boolean) =>
    scoreFamilies(
      goals.filter(({ familyId }) => stayed.has(familyId) === again),
      at('before'),
    )
  const left = startOf(false)
  const kept = startOf(true)
  return left === null || kept === null
    ? []
    : [
        translate('evaluation:goal.left', {
          count: left.families,
          left: writeNumber(left.median, 1),
          kept: writeNumber(kept.median, 1),
        }),
      ]
}

/** The worker's rating first, then the adult's, then the child's: one per goal and moment. */
function ratingAt(
  ratings: readonly Known<GoalRating>[],
  goalId: string,
  moment: Moment,
): Known<GoalRating> | null {
  const own = ratings.filter((one) => one.goalId === goalId && one.moment === moment)
  for (const rater of goalRaters) {
    const found = own.find(({ ratedBy }) => ratedBy === rater)
    if (found !== undefined) return found
  }
  return null
}

function latestOf(ratings: readonly Known<GoalRating>[], goalId: string): Known<GoalRating> | null {
  for (const moment of goalMoments.toReversed()) {
    const found = ratingAt(ratings, goalId, moment)
    if (found !== null) return found
  }
  return null
}

function scoreAt(
  goals: readonly Known<Goal>[],
  find: (goal: Known<Goal>) => GoalRating | null,
): Result<GoalAttainment> {
  const rated = goals.flatMap((goal) => {
    const rating = find(goal)
    return rating === null ? [] : [{ level: rating.level, weight: goal.weight }]
  })
  return scoreGoals(
    rated.map(({ level }) => level),
    rated.map(({ weight }) => weight),
  )
}

interface FamilyScores {
  readonly median: number
  readonly families: number
  readonly method: Method
}

/** Kiresuk and Sherman's T is one person's: goals of several families are not thrown together, their T's have a median. */
function scoreFamilies(
  goals: readonly Known<Goal>[],
  find: (goal: Known<Goal>) => GoalRating | null,
): FamilyScores | null {
  const familyIds = [...new Set(goals.map(({ familyId }) => familyId))]
  const scores = familyIds.flatMap((familyId) => {
    const found = scoreAt(
      goals.filter((goal) => goal.familyId === familyId),
      find,
    )
    return found.ok ? [found] : []
  })
  const [first] = scores
  if (first === undefined) return null
  const described = describeValues(scores.map(({ value }) => value.t))
  return described.ok
    ? { median: described.value.median, families: scores.length, method: first.method }
    : { median: first.value.t, families: 1, method: first.method }
}

function drawScores(
  title: string,
  families: GoalRecords['families'],
  { goals, ratings }: GoalRecords,
  { translate }: Wording,
): PairedLinesChart {
  const moments = goalMoments.filter((moment) => ratings.some((one) => one.moment === moment))
  const scoreOf = (some: readonly Known<Goal>[], moment: Moment): number | null => {
    const found = scoreAt(some, ({ id }) => ratingAt(ratings, id, moment))
    return found.ok ? found.value.t : null
  }
  const lines = families.map(({ id, code }) => ({
    label: code,
    values: moments.map((moment) =>
      scoreOf(
        goals.filter(({ familyId }) => familyId === id),
        moment,
      ),
    ),
  }))
  const known = lines.flatMap(({ values }) => values.flatMap((value) => value ?? []))
  return {
    kind: 'pairedLines',
    title: translate('evaluation:goal.chart', { title }),
    key: translate('evaluation:goal.key'),
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:goal.families', { count: families.length }),
    }),
    moments: moments.map((moment) => translate(`evaluation:goal.moments.${moment}`)),
    axis: {
      title: translate('evaluation:goal.axis'),
      min: Math.floor(Math.min(30, ...known) / 10) * 10,
      max: Math.ceil(Math.max(70, ...known) / 10) * 10,
    },
    lines,
    mean: { label: translate('evaluation:goal.expected'), values: moments.map(() => 50) },
    crowded: families.length > mostNamedLines,
  }
}

function listFigures(
  { goals, ratings }: GoalRecords,
  whole: FamilyScores | null,
  rated: readonly GoalRating[],
  { translate }: Wording,
): Finding['figures'] {
  const perMoment = goalMoments.flatMap((moment) => {
    const found = scoreFamilies(goals, ({ id }) => ratingAt(ratings, id, moment))
    return found !== null
      ? [
          {
            label: translate('evaluation:goal.tAt', {
              moment: translate(`evaluation:goal.moments.${moment}`),
            }),
            value: `${writeNumber(found.median, 1)} (n = ${found.families})`,
            method: found.method,
          },
        ]
      : []
  })
  const count = (level: number): number => rated.filter((one) => one.level === level).length
  return [
    ...perMoment,
    {
      label: translate('evaluation:goal.levels'),
      value: [-2, -1, 0, 1, 2]
        .map((level) => `${writeSigned(level, 0)}: ${count(level)}`)
        .join(', '),
      method: whole?.method ?? null,
    },
  ]
}

function listGoals(
  { families, goals, ratings }: GoalRecords,
  { translate }: Wording,
): FindingTable {
  return {
    name: 'goals',
    caption: translate('evaluation:goal.list'),
    columns: [
      { label: translate('evaluation:lines.family'), numeric: false },
      { label: translate('evaluation:goal.what'), numeric: false },
      { label: translate('evaluation:fields.weight'), numeric: true },
      ...goalMoments.map((moment) => ({
        label: translate(`evaluation:goal.moments.${moment}`),
        numeric: true,
      })),
    ],
    rows: goals.map((goal) => [
      families.find(({ id }) => id === goal.familyId)?.code ?? '',
      goal.text,
      goal.weight,
      ...goalMoments.map((moment) => {
        const rating = ratingAt(ratings, goal.id, moment)
        return rating === null ? null : writeSigned(rating.level, 0)
      }),
    ]),
  }
}
