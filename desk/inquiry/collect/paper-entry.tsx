import { Group } from '@mantine/core'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import { DateField, Section, text } from '../../kit/index.ts'
import { useToday } from '../../sync/index.ts'
import { PaperGrid } from '../paper/paper-grid.tsx'
import type { HomeNames } from '../words.ts'
import { SheetEnd } from './sheet-end.tsx'
import type { OpenSheet } from './use-sheet.ts'

export interface PaperEntryProps {
  readonly instrument: Instrument
  readonly sheet: OpenSheet
  readonly language: WordLanguage
  readonly names: HomeNames
  readonly onDone: () => void
}

/** Typing in the paper of somebody in the register. */
export function PaperEntry({ instrument, sheet, language, names, onDone }: PaperEntryProps) {
  const today = useToday()
  return (
    <Section title={text('inquiry:sheetMode.paper')} hint={text('inquiry:collect.paperHint')}>
      <Group>
        <DateField
          label={text('inquiry:sheet.answeredOn')}
          max={today}
          value={sheet.record?.answeredOn ?? null}
          onChange={(answeredOn) => sheet.note({ answeredOn })}
        />
      </Group>
      <PaperGrid
        instrument={instrument}
        answers={sheet.answers}
        language={language}
        names={names}
        onAnswer={sheet.answer}
      />
      <SheetEnd instrument={instrument} sheet={sheet} onDone={onDone} />
    </Section>
  )
}
