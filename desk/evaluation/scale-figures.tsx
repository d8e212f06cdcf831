import { Text } from '@mantine/core'
import type { ScaleChange } from '../../core/evaluation/evaluate-change.ts'
import {
  placesFor,
  writeNumber,
  writeP,
  writeShare,
  writeSigned,
} from '../../core/evaluation/write-numbers.ts'
import { type Fact, Facts, text, textOrNull } from '../kit/index.ts'
import type { Interval } from '../../statistics/index.ts'

/** The figures with their methods, opened by whoever wants them. */
export function ScaleFigures({
  scale,
  paragraph,
}: {
  readonly scale: ScaleChange
  readonly paragraph: string
}) {
  return (
    <details>
      <summary>{text('evaluation:figures.open')}</summary>
      <Text my="sm" maw="46em">
        {paragraph}
      </Text>
      <Facts rows={factsOf(scale)} />
    </details>
  )
}

function factsOf(scale: ScaleChange): readonly Fact[] {
  const { numbers, completeness, reliable } = scale
  const places = placesFor(scale.range)
  const range = (interval: Interval | null, digits: number): string =>
    interval === null
      ? ''
      : text('evaluation:figures.interval', {
          low: writeNumber(interval.low, digits),
          high: writeNumber(interval.high, digits),
          method: methodText(interval.method),
        })
  const mean = (value: number | null | undefined, sd: number | null | undefined): string =>
    value === null || value === undefined
      ? '–'
      : text('evaluation:figures.meanSd', {
          mean: writeNumber(value, places),
          sd: sd === null || sd === undefined ? '–' : writeNumber(sd, places),
        })
  return [
    {
      label: text('evaluation:figures.answered'),
      value: text('evaluation:figures.answeredValue', {
        expected: completeness.expected,
        before: completeness.before,
        after: completeness.after,
        both: completeness.both,
      }),
    },
    {
      label: text('evaluation:moment.before'),
      value: mean(numbers.before?.mean, numbers.before?.sd),
    },
    { label: text('evaluation:moment.after'), value: mean(numbers.after?.mean, numbers.after?.sd) },
    {
      label: text('evaluation:figures.change'),
      value:
        numbers.mean === null
          ? '–'
          : `${writeSigned(numbers.mean, places)} ${range(numbers.interval, places)}`,
    },
    {
      label: text('evaluation:figures.median'),
      value: numbers.median === null ? '–' : writeSigned(numbers.median, places),
    },
    {
      label: 'Hodges–Lehmann',
      value:
        numbers.hodgesLehmann === null
          ? '–'
          : `${writeSigned(numbers.hodgesLehmann.value, places)} ${range(numbers.hodgesLehmann.interval, places)}`,
    },
    {
      label: text('evaluation:figures.effect'),
      value:
        numbers.effect === null
          ? '–'
          : `g_av ${writeNumber(numbers.effect.gAv, 2)} ${range(numbers.effect.gInterval, 2)}`,
    },
    {
      label: text('evaluation:figures.improved'),
      value:
        numbers.improved === null
          ? '–'
          : text('evaluation:figures.improvedValue', {
              improved: numbers.improved.improved,
              n: numbers.n,
              share: writeShare(numbers.improved.share),
            }),
    },
    {
      label: text('evaluation:figures.reliable'),
      value:
        reliable === null
          ? text('evaluation:warnings.noReliability')
          : text('evaluation:figures.reliableValue', {
              up: reliable.up,
              within: reliable.within,
              down: reliable.down,
              needed: writeNumber(reliable.needed, places),
              source: reliable.source.source,
            }),
    },
    ...(numbers.test === null
      ? []
      : [
          {
            label: text(`evaluation:testKind.${numbers.test.kind}`),
            value:
              numbers.test.p === null
                ? '–'
                : text('evaluation:figures.test', {
                    p: writeP(numbers.test.p),
                    method: numbers.test.method === null ? '' : methodText(numbers.test.method.id),
                  }),
          },
        ]),
  ]
}

function methodText(id: string): string {
  return textOrNull(`evaluation:method.${id}`) ?? id
}
