import { NativeSelect } from '@mantine/core'
import { type Language, text } from '../../kit/index.ts'

const languages = ['zh-CN', 'en'] as const

interface LanguageChoiceProps {
  readonly language: Language
  readonly onChange: (language: Language) => void
}

/** In which language the paper is. */
export function LanguageChoice({ language, onChange }: LanguageChoiceProps) {
  return (
    <NativeSelect
      label={text('paperwork:make.language')}
      value={language}
      data={languages.map((value) => ({ value, label: text(`paperwork:languageName.${value}`) }))}
      onChange={({ currentTarget }) => onChange(currentTarget.value === 'en' ? 'en' : 'zh-CN')}
    />
  )
}
