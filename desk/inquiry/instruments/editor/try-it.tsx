import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { findNotAsked } from '../../../../core/inquiry/asked-items.ts'
import type { Answer, Answers } from '../../../../core/inquiry/check-answers.ts'
import type { Instrument } from '../../../../core/inquiry/instrument.ts'
import { findScale, listScores, scoreSheet } from '../../../../core/inquiry/score-sheet.ts'
import type { WordLanguage } from '../../../../core/inquiry/words.ts'
import {
  currentLanguage,
  formatNumber,
  Section,
  SegmentedChoice,
  text,
} from '../../../kit/index.ts'
import { Friendly } from '../../collect/friendly.tsx'
import { ItemWalk } from '../../collect/item-walk.tsx'
import type { OpenSheet } from '../../collect/use-sheet.ts'
import { showWords } from '../../words.ts'

const modes = ['worker', 'child'] as const
const languages = ['zh-CN', 'en'] as const

/** The questionnaire as it will be asked, with the very screens that ask it; nothing that is answered here is kept. */
export function TryIt({
  shown,
  openId,
}: {
  readonly shown: Instrument
  /** The question being written is the one that is tried. */
  readonly openId: string | null
}) {
  const [mode, setMode] = useState<(typeof modes)[number]>('worker')
  const [language, setLanguage] = useState<WordLanguage>(currentLanguage())
  const [round, setRound] = useState(0)
  const sheet = useTrySheet()
  if (shown.items.length === 0) return null
  const isHeldBack = openId !== null && findNotAsked(shown, sheet.answers).has(openId)
  return (
    <Section title={text('inquiry:editor.try')} hint={text('inquiry:editor.tryHint')}>
      <Group gap="xs">
        <SegmentedChoice
          label={text('inquiry:editor.tryMode')}
          labelHidden
          options={modes.map((value) => ({
            value,
            label: text(`inquiry:editor.tryModes.${value}`),
          }))}
          value={mode}
          onChange={setMode}
        />
        <SegmentedChoice
          label={text('inquiry:collect.language')}
          labelHidden
          options={languages.map((value) => ({
            value,
            label: text(`inquiry:editor.languages.${value}`),
          }))}
          value={language}
          onChange={setLanguage}
        />
      </Group>
      {isHeldBack && (
        <Text role="status" c="gray.7">
          {text('inquiry:editor.heldBack')}
        </Text>
      )}
      <ItemWalk
        key={`${round} ${openId ?? ''} ${isHeldBack}`}
        instrument={shown}
        sheet={sheet}
        language={language}
        names={{}}
        withKeys={false}
        showKeys={mode === 'worker'}
        {...(openId === null ? {} : { startAt: openId })}
        end={(back) => (
          <Friendly title={text('inquiry:handover.last')} words={scoresOf(shown, sheet.answers)}>
            <Group>
              <Button variant="default" onClick={back}>
                {text('inquiry:collect.previous')}
              </Button>
              <Button
                onClick={() => {
                  sheet.clear()
                  setRound(round + 1)
                }}
              >
                {text('inquiry:editor.tryAgain')}
              </Button>
            </Group>
          </Friendly>
        )}
      />
    </Section>
  )
}

function scoresOf(shown: Instrument, answers: Answers): string {
  const scored = scoreSheet(shown, answers)
  if (!scored.ok) return ''
  return listScores(scored.value)
    .map(({ scaleId, value }) => {
      const title = findScale(shown, scaleId)?.title
      const name = title === undefined ? scaleId : showWords(title)
      const score = value === null ? '–' : formatNumber(Math.round(value * 100) / 100)
      return `${name === '' ? scaleId : name}: ${score}`
    })
    .join(' · ')
}

/** Answers that live as long as this page. */
function useTrySheet(): OpenSheet & { readonly clear: () => void } {
  const [answers, setAnswers] = useState<Answers>({})
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const put = (itemId: string, value: Answer) =>
    setAnswers((before) => ({ ...before, [itemId]: value }))
  return {
    record: null,
    answers,
    skipped,
    refusal: null,
    trouble: null,
    begin: () => undefined,
    answer: put,
    skip: (itemId) => {
      put(itemId, null)
      setSkipped([...skipped, itemId])
    },
    note: () => undefined,
    submit: async () => true,
    recordAssent: async () => true,
    clear: () => {
      setAnswers({})
      setSkipped([])
    },
  }
}
