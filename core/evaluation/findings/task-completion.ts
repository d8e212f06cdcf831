import { rateCompletion } from '../../../statistics/index.ts'
import type { StemsChart } from '../charts/chart-spec.ts'
import type { Known } from '../evaluation-records.ts'
import type { AgreedTask } from '../goals/agreed-task.ts'
import { writeNumber, type Wording } from '../write-numbers.ts'
import type { Finding } from './finding.ts'
import { noteMissingFamilies } from './who-is-missing.ts'

export interface TaskRecords {
  readonly families: readonly { readonly id: string; readonly code: string }[]
  readonly tasks: readonly Known<AgreedTask>[]
}

/** Completion of a family's rated tasks in percent of the possible sum; families without a rated task are not there. */
export function completionByFamily(
  tasks: readonly Known<AgreedTask>[],
): ReadonlyMap<string, number> {
  const families = [...new Set(tasks.map(({ familyId }) => familyId))]
  return new Map(
    families.flatMap((familyId): readonly (readonly [string, number])[] => {
      const found = rateCompletion(
        tasks.filter((task) => task.familyId === familyId).map(({ rating }) => rating),
      )
      return found.ok ? [[familyId, found.value.percent]] : []
    }),
  )
}

/** EVA-31: agreed tasks rated 0 to 4, the sum over the possible sum. What nobody has rated is missing, never 0. */
export function completeTasks({ families, tasks }: TaskRecords, wording: Wording): Finding {
  const { translate } = wording
  const found = rateCompletion(tasks.map(({ rating }) => rating))
  const title = translate('evaluation:task.title')
  const open = tasks.filter(({ rating }) => rating === null).length
  return {
    id: 'tasks',
    title,
    charts: found.ok ? [drawFamilies(title, families, tasks, wording)] : [],
    sentence: found.ok
      ? translate('evaluation:task.sentence', {
          tasks: tasks.length,
          rated: found.n,
          percent: writeNumber(found.value.percent, 0),
          sum: found.value.sum,
          possible: found.value.possible,
          complete: found.value.complete,
        })
      : translate('evaluation:task.nothing', { tasks: tasks.length }),
    notes: [
      ...noteMissingFamilies(families.length, completionByFamily(tasks).size, wording),
      ...(open > 0 ? [translate('evaluation:task.open', { count: open })] : []),
    ],
    figures: [
      {
        label: translate('evaluation:task.percent'),
        value: found.ok ? `${writeNumber(found.value.percent, 1)}%` : '–',
        method: found.ok ? found.method : null,
      },
      ...[4, 3, 2, 1, 0].map((level) => ({
        label: translate(`evaluation:task.level.${level}`),
        value: String(tasks.filter(({ rating }) => rating === level).length),
        method: null,
      })),
    ],
    tables: [
      {
        name: 'tasks',
        caption: translate('evaluation:task.list'),
        columns: [
          { label: translate('evaluation:lines.family'), numeric: false },
          { label: translate('evaluation:task.what'), numeric: false },
          { label: translate('evaluation:task.doneBy'), numeric: false },
          { label: translate('evaluation:fields.rating'), numeric: true },
        ],
        rows: tasks.map(({ familyId, text, doneBy, rating }) => [
          families.find(({ id }) => id === familyId)?.code ?? '',
          text,
          translate(`evaluation:task.doers.${doneBy}`),
          rating,
        ]),
      },
    ],
  }
}

function drawFamilies(
  title: string,
  families: TaskRecords['families'],
  tasks: readonly Known<AgreedTask>[],
  { translate }: Wording,
): StemsChart {
  const percents = completionByFamily(tasks)
  const shown = families.filter(({ id }) => percents.has(id))
  return {
    kind: 'stems',
    title: translate('evaluation:task.chart'),
    key: '',
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:goal.families', { count: shown.length }),
    }),
    axis: { title: translate('evaluation:dose.axis.tasks'), min: 0, max: 100 },
    rows: shown.map(({ id, code }) => ({
      label: code,
      value: percents.get(id) ?? 0,
      text: `${writeNumber(percents.get(id) ?? 0, 0)}%`,
      reach: null,
    })),
  }
}
