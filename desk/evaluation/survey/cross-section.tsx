import { describeCross } from '../../../core/evaluation/findings/cross-finding.ts'
import { nameItem } from '../../../core/evaluation/findings/school-finding.ts'
import type { CrossFigures } from '../../../core/evaluation/survey/cross-survey.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { text } from '../../kit/index.ts'
import { ChoiceField } from '../choice-field.tsx'
import { FindingView } from '../finding-view.tsx'
import { deskWording } from '../wording.ts'

/** One question by groups. */
export function CrossSection({
  instrument,
  items,
  itemId,
  onItem,
  figures,
  split,
}: {
  readonly instrument: Instrument
  readonly items: readonly string[]
  readonly itemId: string
  readonly onItem: (itemId: string) => void
  readonly figures: CrossFigures
  readonly split: string
}) {
  const wording = deskWording()
  return (
    <>
      <ChoiceField
        label={text('evaluation:cross.which')}
        value={itemId}
        options={items.map((id) => ({ value: id, label: nameItem(instrument, id, wording) }))}
        onChange={onItem}
      />
      <FindingView
        finding={describeCross(
          instrument,
          itemId,
          split === '' ? text('evaluation:school.class') : split,
          figures,
          wording,
        )}
      />
    </>
  )
}
