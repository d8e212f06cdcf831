import { Textarea } from '@mantine/core'
import type { Words } from '../../../../core/inquiry/words.ts'
import { text } from '../../../kit/index.ts'
import styles from '../../inquiry.module.css'

/** The same words in both languages, side by side where there is room. */
export function WordsFields({
  label,
  words,
  onChange,
  minRows = 1,
}: {
  readonly label: string
  readonly words: Words
  readonly onChange: (words: Words) => void
  readonly minRows?: number
}) {
  const field = (language: keyof Words) => (
    <Textarea
      label={text(`inquiry:editor.in.${language}`, { label })}
      lang={language}
      autosize
      minRows={minRows}
      maxLength={2000}
      value={words[language]}
      onChange={(event) => onChange({ ...words, [language]: event.currentTarget.value })}
    />
  )
  return (
    <div className={styles.pairOfFields}>
      {field('zh-CN')}
      {field('en')}
    </div>
  )
}
