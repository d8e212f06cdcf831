import { Button, Text } from '@mantine/core'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { wordLanguages, type WordLanguage } from '../../../core/inquiry/words.ts'
import { Section, SegmentedChoice, text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'

const modes = ['readAloud', 'handover', 'paper'] as const
export type AskingMode = (typeof modes)[number]

/** How it is asked: read by the worker, in the other's own hands, or from paper. The mode stays with the sheet. */
export function ModeChoice({
  instrument,
  language,
  onLanguage,
  onChoose,
}: {
  readonly instrument: Instrument
  readonly language: WordLanguage
  readonly onLanguage: (language: WordLanguage) => void
  readonly onChoose: (mode: AskingMode) => void
}) {
  const hasWording = instrument.items.some((item) => item.text !== null)
  return (
    <Section title={text('inquiry:collect.how')}>
      {!hasWording && <Text c="gray.7">{text('inquiry:collect.noWording')}</Text>}
      {instrument.readAloud === 'recommended' && (
        <Text c="gray.7">{text('inquiry:collect.aloudBest')}</Text>
      )}
      <SegmentedChoice
        label={text('inquiry:collect.language')}
        options={wordLanguages.map((value) => ({ value, label: text(`kit:languages.${value}`) }))}
        value={language}
        onChange={onLanguage}
      />
      <ul className={styles.cards}>
        {modes.map((mode) => (
          <li key={mode} className={styles.card}>
            <Text fw={600}>{text(`inquiry:sheetMode.${mode}`)}</Text>
            <Text c="gray.7" size="sm">
              {text(`inquiry:collect.modeHint.${mode}`)}
            </Text>
            <div>
              <Button
                disabled={mode === 'handover' && !hasWording}
                variant={mode === 'readAloud' ? 'filled' : 'default'}
                onClick={() => onChoose(mode)}
              >
                {text(`inquiry:collect.start.${mode}`)}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
