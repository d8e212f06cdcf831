import {
  listFamilySeries,
  nameSeries,
  type FamilyRecords,
} from '../../core/evaluation/findings/family-records.ts'
import { describeSingleCase } from '../../core/evaluation/findings/single-case.ts'
import { Section, text } from '../kit/index.ts'
import { ChoiceField } from './choice-field.tsx'
import { FindingView } from './finding-view.tsx'
import { useChoice } from './use-choice.ts'
import { useFamilyBoundaries } from './use-family-boundaries.ts'
import { deskWording } from './wording.ts'

/** A questionnaire asked again and again is a line too; with two points it is told above already. */
export function MeasureCase({ records }: { readonly records: FamilyRecords }) {
  const wording = deskWording()
  const repeated = listFamilySeries(records).filter(({ points }) => points.length >= 3)
  const [chosen, choose] = useChoice(
    'measure',
    repeated.map(({ id }) => id),
  )
  const boundaries = useFamilyBoundaries(records, null)
  const series = repeated.find(({ id }) => id === chosen)
  if (series === undefined) return null
  const title = nameSeries(series, records, wording)
  return (
    <Section title={text('evaluation:case.measureTitle')}>
      <ChoiceField
        label={text('evaluation:familyChange.measure')}
        value={chosen}
        options={repeated.map((one) => ({
          value: one.id,
          label: nameSeries(one, records, wording),
        }))}
        onChange={choose}
      />
      <FindingView
        finding={describeSingleCase(
          {
            id: series.id,
            title,
            axis: text('evaluation:chart.score', {
              direction: text(`evaluation:direction.${series.scale.direction}`),
            }),
            unit: 'measurement',
            direction: series.scale.direction === 'lowerIsBetter' ? 'decrease' : 'increase',
            points: series.points,
          },
          boundaries,
          wording,
        )}
      />
    </Section>
  )
}
