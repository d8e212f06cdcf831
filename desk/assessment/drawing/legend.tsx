import type { ReactNode } from 'react'
import { coupleStates } from '../../../core/assessment/drawing/facts/couple.ts'
import { relationQualities } from '../../../core/assessment/drawing/facts/relation-quality.ts'
import {
  legendSigns,
  type LegendSign,
} from '../../../core/assessment/drawing/picture/legend-signs.ts'
import { Section, text } from '../../kit/index.ts'
import styles from './drawing.module.css'
import { ShapeView } from './shape-view.tsx'

/** What each sign means, with the sign itself beside it. */
export function Legend({ signs }: { readonly signs: readonly LegendSign[] }) {
  return (
    <Section title={text('assessment:drawing.legend.title')}>
      <ul className={styles.legend}>
        {signs.map((sign) => (
          <Entry key={sign} words={text(`assessment:drawing.legend.${sign}`)}>
            {legendSigns(sign).map((shape, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a sign have no other name than their place
              <ShapeView key={index} shape={shape} />
            ))}
          </Entry>
        ))}
      </ul>
    </Section>
  )
}

function Entry({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <li>
      <svg width={56} height={30} viewBox="0 0 56 30" aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  )
}

export const genogramSigns: readonly LegendSign[] = [
  'male',
  'female',
  'unknown',
  'index',
  'dead',
  'unborn',
  'phone',
  'household',
  ...coupleStates,
  ...relationQualities,
  'adopted',
  'fostered',
]

export const ecomapSigns: readonly LegendSign[] = [
  'strong',
  'ordinary',
  'weak',
  'stressful',
  'toFamily',
  'fromFamily',
]
