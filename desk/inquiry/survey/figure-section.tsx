import { useMemo } from 'react'
import { listItemBars } from '../../../core/evaluation/survey/bars/bars-of-survey.ts'
import type { ShownItemCounts } from '../../../core/evaluation/survey/hide-item-counts.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { Section, text } from '../../kit/index.ts'
import { inquiryWording } from '../words.ts'
import { BarsView } from './bars-view.tsx'
import type { ShownSummary } from './summary-messages.ts'

/** The answers as bars, question by question. */
export function FigureSection({
  instrument,
  summary,
  counts,
}: {
  readonly instrument: Instrument
  readonly summary: ShownSummary
  readonly counts: readonly ShownItemCounts[]
}) {
  const wording = inquiryWording()
  const { language } = wording
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wording follows the language
  const figures = useMemo(() => {
    const answered = new Map(summary.items.map((one) => [one.itemId, one.answered]))
    const counted = counts.map((one) => ({ ...one, answered: answered.get(one.itemId) ?? 0 }))
    return listItemBars(instrument, counted, wording)
  }, [instrument, summary, counts, language])
  if (figures.length === 0) return null
  return (
    <Section title={text('inquiry:survey.figures')} hint={text('inquiry:survey.figuresHint')}>
      {figures.map((bars, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: figures stand in the order of the questionnaire
        <BarsView key={at} bars={bars} />
      ))}
    </Section>
  )
}
