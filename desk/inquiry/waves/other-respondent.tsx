import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { compareNames, Form, Section, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import { titleOf } from '../words.ts'
import { aboutText, nameText } from './line-text.ts'
import { answerPath, usePeople, useWaveInstruments, type WaveRecord } from './use-wave.ts'

/** Somebody whom the list does not expect: a second caregiver, a child without a pair, anybody for an open questionnaire. */
export function OtherRespondent({ wave }: { readonly wave: WaveRecord }) {
  const navigate = useNavigate()
  const people = usePeople()
  const instruments = useWaveInstruments(wave)
  const everyone = useRecords(person)
  const pairs = useRecords(pair)
  const [instrumentId, setInstrumentId] = useState('')
  const [respondentId, setRespondentId] = useState('')
  const [about, setAbout] = useState('')
  const chosen = people.person(respondentId)
  const children = everyone.filter(
    ({ familyId, role }) => familyId === chosen?.familyId && role === 'child',
  )
  const isChild = chosen?.role === 'child'
  const itsPairs = pairs.filter(
    ({ childId, adultId }) => childId === respondentId || adultId === respondentId,
  )
  const itsInstrument = instruments.find(({ id }) => id === instrumentId) ?? instruments[0]
  const start = async () => {
    const its = itsPairs.find(({ id }) => id === about)
    const childId = isChild ? respondentId : (its?.childId ?? children[0]?.id ?? null)
    if (chosen === null || childId === null || itsInstrument === undefined) return
    const place = { familyId: chosen.familyId, childId, respondentId, pairId: its?.id ?? null }
    await navigate(answerPath({ waveId: wave.id, instrumentId: itsInstrument.id, ...place }))
  }
  const named = [...everyone].sort((left, right) => compareNames(left.name, right.name))
  return (
    <Section title={text('inquiry:other.title')} hint={text('inquiry:other.hint')}>
      <Form onSubmit={() => void start()}>
        <div className={styles.fields}>
          <NativeSelect
            label={text('inquiry:line.instrument')}
            value={itsInstrument?.id ?? ''}
            onChange={(event) => setInstrumentId(event.currentTarget.value)}
            data={instruments.map((one) => ({ value: one.id, label: titleOf(one) }))}
          />
          <NativeSelect
            label={text('inquiry:line.respondent')}
            value={respondentId}
            onChange={(event) => {
              setRespondentId(event.currentTarget.value)
              setAbout('')
            }}
            data={[
              { value: '', label: text('inquiry:other.choose') },
              ...named.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
          <NativeSelect
            label={text('inquiry:line.about')}
            value={about}
            disabled={itsPairs.length === 0}
            onChange={(event) => setAbout(event.currentTarget.value)}
            data={[
              { value: '', label: text('inquiry:line.self') },
              ...itsPairs.map((its) => ({
                value: its.id,
                label: aboutText(people, {
                  waveId: wave.id,
                  instrumentId: '',
                  familyId: its.familyId,
                  childId: its.childId,
                  respondentId,
                  pairId: its.id,
                }),
              })),
            ]}
          />
        </div>
        <div>
          <Button type="submit" variant="default" disabled={respondentId === ''}>
            {text('inquiry:other.start', {
              name: respondentId === '' ? '' : nameText(people, respondentId),
            })}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
