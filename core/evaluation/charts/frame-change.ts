import type { Direction } from '../measure-change.ts'
import type { Wording } from '../write-numbers.ts'

/** What every picture of changes has around it: its words, the axis of the change, and the line at no change. */
export function frameChange(
  { title, direction, people }: { title: string; direction: Direction; people: number },
  { translate }: Wording,
) {
  return {
    title,
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:who.code', { count: people }),
    }),
    axis: {
      title: translate('evaluation:chart.change', {
        direction: translate(`evaluation:direction.${direction}`),
      }),
      min: null,
      max: null,
    },
    zeroLabel: translate('evaluation:chart.noChange'),
  }
}
