import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'react-router'
import { mostSheets, sheetCodeOf } from '../../../core/inquiry/paper/sheet-code.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { EmptyState, Icon, Page, Scrolling, Section, text } from '../../kit/index.ts'
import { useRecord } from '../../sync/index.ts'
import fields from '../inquiry.module.css'
import { titleOf } from '../words.ts'
import { FamilySheets } from './family-sheets.tsx'
import { LookFields, useLook } from './look-fields.tsx'
import { PaperSheet } from './paper-sheet.tsx'
import styles from './paper.module.css'
import { usePaperSurvey, type PaperSurvey } from './use-paper.ts'

/** The paper version of a wave: so many numbered sheets of a survey, or one sheet for everybody of the register who is missing. */
export function PaperPage() {
  const { waveId } = useParams()
  const survey = usePaperSurvey(waveId)
  const found = useRecord(wave, waveId)
  const ofFamilies = found !== null && !found.removed && found.subject !== 'codes' ? found : null
  return (
    <Page
      title={text('inquiry:paper.print')}
      back={{ to: `/inquiry/waves/${waveId ?? ''}`, label: found?.title ?? '' }}
      actions={
        <Button leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
          {text('kit:print')}
        </Button>
      }
    >
      {survey !== null && <Sheets survey={survey} />}
      {ofFamilies !== null && <FamilySheets wave={ofFamilies} />}
      {survey === null && ofFamilies === null && (
        <EmptyState title={text('inquiry:paper.noSurvey')} />
      )}
    </Page>
  )
}

const mostAtOnce = 300

function Sheets({ survey: { wave, instruments } }: { readonly survey: PaperSurvey }) {
  const printable = instruments.filter(({ items }) => items.some((item) => item.text !== null))
  const [instrumentId, setInstrumentId] = useState('')
  const [from, setFrom] = useState(1)
  const [count, setCount] = useState(1)
  const look = useLook()
  const instrument = printable.find(({ id }) => id === instrumentId) ?? printable[0]
  if (instrument === undefined) return <EmptyState title={text('inquiry:paper.noWording')} />
  const numbers = Array.from(
    { length: Math.min(count, mostSheets - from + 1) },
    (_, at) => from + at,
  )
  return (
    <>
      <div className={styles.settings}>
        <Section title={text('inquiry:paper.howMany')} hint={text('inquiry:paper.howManyHint')}>
          <div className={fields.fields}>
            {printable.length > 1 && (
              <NativeSelect
                label={text('inquiry:line.instrument')}
                value={instrument.id}
                data={printable.map((one) => ({ value: one.id, label: titleOf(one) }))}
                onChange={(event) => setInstrumentId(event.currentTarget.value)}
              />
            )}
            <NumberInput
              label={text('inquiry:paper.count')}
              min={1}
              max={mostAtOnce}
              value={count}
              onChange={(value) => setCount(clamp(value, mostAtOnce))}
            />
            <NumberInput
              label={text('inquiry:paper.fromNumber')}
              min={1}
              max={mostSheets}
              value={from}
              onChange={(value) => setFrom(clamp(value, mostSheets))}
            />
          </div>
          <LookFields look={look} />
        </Section>
      </div>
      <Scrolling label={text('inquiry:paper.print')}>
        <div className={styles.sheets}>
          {numbers.map((number) => (
            <PaperSheet
              key={number}
              instrument={instrument}
              code={sheetCodeOf(number)}
              waveTitle={wave.title}
              layout={look.layout}
              language={look.language}
            />
          ))}
        </div>
      </Scrolling>
    </>
  )
}

function clamp(value: number | string, most: number): number {
  return Math.min(most, Math.max(1, Math.trunc(Number(value) || 1)))
}
