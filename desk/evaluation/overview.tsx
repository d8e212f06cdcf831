import { Anchor } from '@mantine/core'
import type { ScaleChange } from '../../core/evaluation/evaluate-change.ts'
import { describeOverview } from '../../core/evaluation/findings/overview-finding.ts'
import { placesFor, writeNumber, writeSigned } from '../../core/evaluation/write-numbers.ts'
import { readWords } from '../../core/inquiry/words.ts'
import { currentLanguage, DataTable, Section, text, textOrNull } from '../kit/index.ts'
import { AnswerButtons } from './word/answer-buttons.tsx'
import { deskWording } from './wording.ts'

/** All scales on one screen, in the order of the questionnaire: an order of questions, never of results. */
export function Overview({
  group,
  scales,
}: {
  readonly group: string
  readonly scales: readonly ScaleChange[]
}) {
  const language = currentLanguage()
  const answer = () => describeOverview(group, scales, deskWording())
  return (
    <Section title={text('evaluation:overview.title')} hint={text('evaluation:overview.hint')}>
      <DataTable
        caption={text('evaluation:overview.title')}
        rows={scales}
        keyOf={({ id }) => id}
        columns={[
          {
            name: 'title',
            label: text('evaluation:overview.scale'),
            show: ({ id, title, respondent }) => (
              <Anchor href={`#${anchorOf(id)}`}>
                {readWords(title, language)}
                {textOrNull(`evaluation:side.${respondent}`)}
              </Anchor>
            ),
          },
          {
            name: 'n',
            label: text('evaluation:overview.both'),
            numeric: true,
            show: showCompleteness,
          },
          {
            name: 'change',
            label: text('evaluation:figures.change'),
            numeric: true,
            show: showMean,
          },
          {
            name: 'interval',
            label: text('evaluation:overview.interval'),
            numeric: true,
            show: showInterval,
          },
        ]}
      />
      <AnswerButtons title={text('evaluation:overview.file', { group })} finding={answer} />
    </Section>
  )
}

export function anchorOf(scaleId: string): string {
  return `scale-${scaleId.replaceAll('.', '-')}`
}

function showCompleteness({ completeness }: ScaleChange): string {
  return `${completeness.both}/${completeness.expected}`
}

function showMean({ numbers, range }: ScaleChange): string {
  return numbers.mean === null ? '–' : writeSigned(numbers.mean, placesFor(range))
}

function showInterval({ numbers, range }: ScaleChange): string {
  if (numbers.interval === null) return '–'
  const places = placesFor(range)
  const shown = `${writeNumber(numbers.interval.low, places)} … ${writeNumber(numbers.interval.high, places)}`
  return numbers.n < 5 ? text('evaluation:overview.veryFew', { interval: shown }) : shown
}
