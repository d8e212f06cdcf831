import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { family } from '../../../core/families/family.ts'
import { person } from '../../../core/families/person.ts'
import { codePeople } from '../../../core/inquiry/dataset/code-people.ts'
import { EmptyState, Scrolling, Section, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import fields from '../inquiry.module.css'
import { aboutText, callText, nameText } from '../waves/line-text.ts'
import { usePeople, useWaveLines, type WaveLine, type WaveRecord } from '../waves/use-wave.ts'
import { titleOf } from '../words.ts'
import { LookFields, useLook } from './look-fields.tsx'
import { PaperSheet } from './paper-sheet.tsx'
import styles from './paper.module.css'

/** The paper version for people in the register: one sheet each, by code; who has which code stands on a list of its own. */
export function FamilySheets({ wave }: { readonly wave: WaveRecord }) {
  const people = usePeople()
  const codes = codePeople(useRecords(family), useRecords(person))
  const look = useLook()
  const [which, setWhich] = useState('')
  const lines = useWaveLines(wave).filter(
    ({ sheet, instrument }) =>
      sheet?.state !== 'submitted' && instrument.items.some((item) => item.text !== null),
  )
  if (lines.length === 0) return <EmptyState title={text('inquiry:paper.nobodyLeft')} />
  const nameLine = ({ place, instrument }: WaveLine) =>
    `${nameText(people, place.respondentId)} · ${aboutText(people, place)} · ${titleOf(instrument)}`
  const chosen = lines.filter(({ key }) => which === '' || key === which)
  const codeOf = ({ place }: WaveLine) => codes.get(place.respondentId) ?? ''
  // A child answers about “mum” or “dad”; an adult about one of the children, who is a code on paper.
  const aboutOf = ({ place }: WaveLine) => {
    if (place.pairId === null) return {}
    const isChild = place.respondentId === place.childId
    const parent = isChild ? callText(people, place.pairId) : null
    return { about: { shown: parent ?? codes.get(place.childId) ?? '', parent } }
  }
  return (
    <>
      <div className={styles.settings}>
        <Section title={text('inquiry:paper.howMany')} hint={text('inquiry:paper.familyHint')}>
          <div className={fields.fields}>
            <NativeSelect
              label={text('inquiry:paper.forWhom')}
              value={which}
              data={[
                { value: '', label: text('inquiry:paper.allMissing', { count: lines.length }) },
                ...lines.map((line) => ({ value: line.key, label: nameLine(line) })),
              ]}
              onChange={(event) => setWhich(event.currentTarget.value)}
            />
          </div>
          <LookFields look={look} />
        </Section>
      </div>
      <Scrolling label={text('inquiry:paper.print')}>
        <div className={styles.sheets}>
          <article className={styles.sheet}>
            <h2>{text('inquiry:paper.key')}</h2>
            <p>{text('inquiry:paper.keyHint')}</p>
            <ul>
              {chosen.map((line) => (
                <li key={line.key}>
                  {codeOf(line)} — {nameLine(line)}
                </li>
              ))}
            </ul>
          </article>
          {chosen.map((line) => (
            <PaperSheet
              key={line.key}
              instrument={line.instrument}
              code={codeOf(line)}
              waveTitle={wave.title}
              layout={look.layout}
              language={look.language}
              {...aboutOf(line)}
            />
          ))}
        </div>
      </Scrolling>
    </>
  )
}
