import { useState } from 'react'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import { currentLanguage, SegmentedChoice, text } from '../../kit/index.ts'
import type { PaperLayout } from './paper-sheet.tsx'

const layouts = ['rows', 'blocks'] as const
const languages = ['zh-CN', 'en'] as const

export interface Look {
  readonly layout: PaperLayout
  readonly language: WordLanguage
  readonly setLayout: (layout: PaperLayout) => void
  readonly setLanguage: (language: WordLanguage) => void
}

/** How sheets are laid out, and in which language. */
export function useLook(): Look {
  const [layout, setLayout] = useState<PaperLayout>('rows')
  const [language, setLanguage] = useState<WordLanguage>(currentLanguage())
  return { layout, language, setLayout, setLanguage }
}

export function LookFields({ look }: { readonly look: Look }) {
  return (
    <>
      <SegmentedChoice
        label={text('inquiry:paper.layout')}
        options={layouts.map((value) => ({ value, label: text(`inquiry:paper.layouts.${value}`) }))}
        value={look.layout}
        onChange={look.setLayout}
      />
      <SegmentedChoice
        label={text('inquiry:collect.language')}
        options={languages.map((value) => ({
          value,
          label: text(`inquiry:editor.languages.${value}`),
        }))}
        value={look.language}
        onChange={look.setLanguage}
      />
    </>
  )
}
