import type { StemsChart } from '../charts/chart-spec.ts'
import type { Known } from '../evaluation-records.ts'
import { changeSources, type StatedChange } from '../goals/stated-change.ts'
import { writeShare, type Wording } from '../write-numbers.ts'
import type { Finding } from './finding.ts'
import { noteMissingFamilies } from './who-is-missing.ts'

export interface ImpactRecords {
  readonly families: readonly { readonly id: string; readonly code: string }[]
  readonly changes: readonly Known<StatedChange>[]
}

/** EVA-32: what families say has changed, and where they think it came from. Their view, kept apart from the scores. */
export function describeImpact({ families, changes }: ImpactRecords, wording: Wording): Finding {
  const { translate } = wording
  const title = translate('evaluation:impact.title')
  const speaking = new Set(changes.map(({ familyId }) => familyId)).size
  const count = (source: StatedChange['source'], direction: StatedChange['direction']): number =>
    changes.filter((one) => one.source === source && one.direction === direction).length
  const better = changes.filter(({ direction }) => direction === 'better').length
  return {
    id: 'impact',
    title,
    charts: changes.length === 0 ? [] : [drawSources(title, changes, wording)],
    sentence:
      changes.length === 0
        ? translate('evaluation:impact.nothing')
        : translate('evaluation:impact.sentence', {
            count: speaking,
            n: changes.length,
            better,
            worse: changes.length - better,
            service: count('service', 'better'),
            both: count('both', 'better'),
            elsewhere: count('elsewhere', 'better'),
            unsure: count('unsure', 'better'),
          }),
    notes: [
      translate('evaluation:impact.theirView'),
      ...noteMissingFamilies(families.length, speaking, wording),
    ],
    figures: changeSources.map((source) => ({
      label: translate(`evaluation:impact.sources.${source}`),
      value: translate('evaluation:impact.figure', {
        better: count(source, 'better'),
        worse: count(source, 'worse'),
      }),
      method: null,
    })),
    tables: [
      {
        name: 'changes',
        caption: translate('evaluation:impact.list'),
        columns: [
          translate('evaluation:lines.family'),
          translate('evaluation:impact.saidBy'),
          translate('evaluation:impact.what'),
          translate('evaluation:impact.direction'),
          translate('evaluation:impact.source'),
        ].map((label) => ({ label, numeric: false })),
        rows: changes.map(({ familyId, saidBy, text, direction, source }) => [
          families.find(({ id }) => id === familyId)?.code ?? '',
          translate(`evaluation:impact.who.${saidBy}`),
          text,
          translate(`evaluation:impact.directions.${direction}`),
          translate(`evaluation:impact.sources.${source}`),
        ]),
      },
    ],
  }
}

function drawSources(
  title: string,
  changes: readonly Known<StatedChange>[],
  { translate }: Wording,
): StemsChart {
  const rows = (['better', 'worse'] as const).flatMap((direction) => {
    const own = changes.filter((one) => one.direction === direction)
    return own.length === 0
      ? []
      : changeSources.map((source) => {
          const count = own.filter((one) => one.source === source).length
          return {
            label: `${translate(`evaluation:impact.directions.${direction}`)} · ${translate(`evaluation:impact.sources.${source}`)}`,
            value: count,
            text: `${count} (${writeShare(count / changes.length)})`,
            reach: null,
          }
        })
  })
  return {
    kind: 'stems',
    title: translate('evaluation:impact.chart'),
    key: '',
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:impact.changes', { count: changes.length }),
    }),
    axis: { title: translate('evaluation:impact.axis'), min: 0, max: null },
    rows,
  }
}
