import { SegmentedChoice } from './segmented-choice.tsx'
import {
  currentLanguage,
  isLanguage,
  type Language,
  languages,
  switchLanguage,
  text,
} from './text.ts'

const names = { 'zh-CN': 'kit:languages.zh-CN', en: 'kit:languages.en' } as const

/** Each language under its own name. `keep` stores the choice for this person before the words change. */
export function LanguageSwitch({
  keep,
}: {
  readonly keep?: (language: Language) => Promise<void>
}) {
  const choose = (language: Language) => {
    Promise.resolve(keep?.(language))
      .then(() => switchLanguage(language))
      .catch(reportError)
  }
  return (
    <SegmentedChoice
      label={text('kit:language')}
      options={languages.map((value) => ({ value, label: text(names[value]) }))}
      value={currentLanguage()}
      onChange={(value) => {
        if (isLanguage(value)) choose(value)
      }}
    />
  )
}
