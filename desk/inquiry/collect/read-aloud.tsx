import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { listAskedItems } from '../../../core/inquiry/asked-items.ts'
import { findBrokenRules } from '../../../core/inquiry/find-broken-rules.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import { fillNames, readWords } from '../../../core/inquiry/words.ts'
import { Section, SegmentedChoice, text } from '../../kit/index.ts'
import { type HomeNames, itemText } from '../words.ts'
import { AnswerItem } from './answer-item.tsx'
import { AssentPage } from './assent-page.tsx'
import styles from './collect.module.css'
import { Friendly } from './friendly.tsx'
import { ItemLead } from './item-lead.tsx'
import { ItemWalk, RuleBroken } from './item-walk.tsx'
import { SheetEnd, SheetTrouble } from './sheet-end.tsx'
import type { OpenSheet } from './use-sheet.ts'

const layouts = ['single', 'list'] as const

export interface ReadAloudProps {
  readonly instrument: Instrument
  readonly sheet: OpenSheet
  readonly language: WordLanguage
  readonly names: HomeNames
  /** A child is asked before the first question whether it wants to answer (INQ-16). */
  readonly asksAssent: boolean
  readonly onDone: () => void
}

/** The worker reads, the other one answers, the worker marks: by number key, mouse or finger. */
export function ReadAloud(props: ReadAloudProps) {
  const { sheet, language, names, asksAssent } = props
  const assent = sheet.record?.assent
  if (!asksAssent || assent === 'given') return <ReadItems {...props} />
  return assent === 'refused' && sheet.record?.state === 'declined' ? (
    <Friendly title={text('inquiry:assent.fine')} words={text('inquiry:assent.fineAloud')} />
  ) : (
    <AssentPage
      sheet={sheet}
      language={language}
      names={names}
      handedOver={false}
      onDecided={() => undefined}
    />
  )
}

function ReadItems(props: ReadAloudProps) {
  const { instrument, sheet, language, names, onDone } = props
  const [layout, setLayout] = useState<(typeof layouts)[number]>('single')
  const asked = listAskedItems(instrument, sheet.answers)
  const firstOpen = asked.find(({ id }) => (sheet.answers[id] ?? null) === null)
  const instructions = fillNames(readWords(instrument.instructions, language), names)
  return (
    <>
      {instructions !== '' && (
        <details open={firstOpen === asked[0]}>
          <summary>{text('inquiry:instrument.instructions')}</summary>
          <Text lang={language}>{instructions}</Text>
        </details>
      )}
      <SheetTrouble sheet={sheet} />
      {layout === 'single' ? (
        <>
          <ItemWalk
            instrument={instrument}
            sheet={sheet}
            language={language}
            names={names}
            withKeys
            {...(firstOpen === undefined ? {} : { startAt: firstOpen.id })}
            end={(back) => (
              <Section title={text('inquiry:collect.end')}>
                <SheetEnd instrument={instrument} sheet={sheet} onBack={back} onDone={onDone} />
              </Section>
            )}
          />
          <Text size="sm" c="gray.7" className={styles.keysHint ?? ''}>
            {text('inquiry:collect.keysHint')}
          </Text>
        </>
      ) : (
        <ItemList {...props} />
      )}
      <SegmentedChoice
        label={text('inquiry:collect.layout')}
        labelHidden
        options={layouts.map((value) => ({
          value,
          label: text(`inquiry:collect.layouts.${value}`),
        }))}
        value={layout}
        onChange={setLayout}
      />
    </>
  )
}

function ItemList({ instrument, sheet, language, names, onDone }: ReadAloudProps) {
  const asked = listAskedItems(instrument, sheet.answers)
  const broken = findBrokenRules(instrument, sheet.answers)
  return (
    <Section title={text('inquiry:collect.layouts.list')}>
      {asked.map((item, index) => {
        const words = itemText(item, language, names)
        return (
          <Stack key={item.id} gap="xs" className={styles.stage} lang={language}>
            <ItemLead
              instrument={instrument}
              item={item}
              before={asked[index - 1]}
              answers={sheet.answers}
              language={language}
              names={names}
            />
            <Text fw={600}>
              {item.number}. {words}
            </Text>
            <AnswerItem
              instrument={instrument}
              item={item}
              label={words}
              language={language}
              value={sheet.answers[item.id] ?? null}
              onAnswer={(given) => sheet.answer(item.id, given)}
            />
            {broken
              .filter((one) => one.item.id === item.id)
              .map(({ message }) => (
                <RuleBroken key={item.id} words={readWords(message, language)} />
              ))}
          </Stack>
        )
      })}
      <SheetEnd instrument={instrument} sheet={sheet} onDone={onDone} />
    </Section>
  )
}
