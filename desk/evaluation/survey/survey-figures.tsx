import type {
  SurveyGroup,
  SurveyScaleChange,
} from '../../../core/evaluation/evaluate-survey-change.ts'
import { nameSurveyGroup } from '../../../core/evaluation/name-survey.ts'
import { writeEstimate } from '../../../core/evaluation/findings/finding.ts'
import { placesFor, writeNumber, writeSigned } from '../../../core/evaluation/write-numbers.ts'
import { DataTable, text } from '../../kit/index.ts'
import { deskWording } from '../wording.ts'

/** Each group in a row: before, after, change with its interval, and the mean after as adjusted for the score before. */
export function SurveyFigures({ scale }: { readonly scale: SurveyScaleChange }) {
  const places = placesFor(scale.range)
  const wording = deskWording()
  const show = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : writeNumber(value, places)
  const numeric = (name: string, label: string, value: (group: SurveyGroup) => string) => ({
    name,
    label,
    numeric: true,
    show: value,
  })
  const adjusted = scale.comparison?.ancova?.adjustedMeans ?? []
  const showAdjusted = ({ label }: SurveyGroup): string => {
    const own = adjusted.find((one) => one.label === label)
    return own === undefined ? '–' : writeEstimate(own.mean, own.interval, places)
  }
  return (
    <DataTable
      caption={text('evaluation:survey.caption')}
      rows={scale.groups}
      keyOf={({ label }) => label}
      columns={[
        {
          name: 'group',
          label: text('evaluation:survey.group'),
          show: ({ label }) => nameSurveyGroup(label, wording),
        },
        numeric('n', 'n', ({ numbers }) => String(numbers.n)),
        numeric('before', text('evaluation:moment.before'), ({ numbers }) =>
          show(numbers.before?.mean),
        ),
        numeric('after', text('evaluation:moment.after'), ({ numbers }) =>
          show(numbers.after?.mean),
        ),
        numeric('change', text('evaluation:lines.change'), ({ numbers }) =>
          numbers.mean === null ? '–' : writeSigned(numbers.mean, places),
        ),
        numeric('low', text('evaluation:survey.low'), ({ numbers }) => show(numbers.interval?.low)),
        numeric('high', text('evaluation:survey.high'), ({ numbers }) =>
          show(numbers.interval?.high),
        ),
        numeric('g', 'g_av', ({ numbers }) =>
          numbers.effect === null ? '–' : writeNumber(numbers.effect.gAv, 2),
        ),
        ...(adjusted.length === 0
          ? []
          : [numeric('adjusted', text('evaluation:survey.adjusted'), showAdjusted)]),
      ]}
    />
  )
}
