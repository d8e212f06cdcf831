import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { SheetPlace } from '../../../core/inquiry/draft-answer-sheet.ts'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import { DateField, Section, text } from '../../kit/index.ts'
import { useToday } from '../../sync/index.ts'
import { FamilyTyping, useIsTypedTwice } from '../paper/family-typing.tsx'
import { PaperGrid } from '../paper/paper-grid.tsx'
import type { InstrumentRecord } from '../waves/use-wave.ts'
import type { HomeNames } from '../words.ts'
import { SheetEnd } from './sheet-end.tsx'
import type { OpenSheet } from './use-sheet.ts'

export interface PaperEntryProps {
  readonly place: SheetPlace
  readonly adultId: string | null
  readonly instrument: InstrumentRecord
  readonly sheet: OpenSheet
  readonly language: WordLanguage
  readonly names: HomeNames
  readonly onDone: () => void
}

/** Typing in the paper of somebody in the register: by one person, or by two who do not see each other's answers. */
export function PaperEntry(props: PaperEntryProps) {
  const { instrument, sheet, place, adultId } = props
  const begun = useIsTypedTwice(place)
  const [byTwo, setByTwo] = useState(false)
  if (begun || byTwo)
    return <FamilyTyping {...props} place={place} adultId={adultId} instrument={instrument} />
  return (
    <>
      <TypedOnce {...props} />
      {Object.keys(sheet.answers).length === 0 && (
        <Group>
          <Button variant="default" onClick={() => setByTwo(true)}>
            {text('inquiry:paper.twice')}
          </Button>
          <Text size="sm" c="gray.7">
            {text('inquiry:paper.twiceHint')}
          </Text>
        </Group>
      )}
    </>
  )
}

function TypedOnce({ instrument, sheet, language, names, onDone }: PaperEntryProps) {
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
