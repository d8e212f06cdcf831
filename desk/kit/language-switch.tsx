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

/** Each language under its own name. `onSwitched` lets the shell keep the choice for this person. */
export function LanguageSwitch({
  onSwitched,
}: {
  readonly onSwitched?: (language: Language) => void
}) {
  const choose = (language: Language) => {
    switchLanguage(language)
      .then(() => onSwitched?.(language))
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
