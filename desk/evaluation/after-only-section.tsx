import type { GroupRecords } from '../../core/evaluation/evaluation-records.ts'
import {
  describeAfterOnly,
  listAfterOnly,
} from '../../core/evaluation/findings/describe-after-only.ts'
import { Section, text } from '../kit/index.ts'
import { FindingView } from './finding-view.tsx'
import { deskWording } from './wording.ts'

/** Satisfaction and whatever else was asked only at the end. */
export function AfterOnlySection({ records }: { readonly records: GroupRecords }) {
  const instruments = listAfterOnly(records)
  if (instruments.length === 0) return null
  return (
    <Section title={text('evaluation:afterOnly.title')} hint={text('evaluation:afterOnly.hint')}>
      {instruments.map((instrument) => (
        <FindingView
          key={instrument.id}
          finding={describeAfterOnly(records, instrument, deskWording())}
        />
      ))}
    </Section>
  )
}
