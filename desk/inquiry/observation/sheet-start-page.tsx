import { Button, NativeSelect, NumberInput, Text } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { checklistCodes, type ChecklistCode } from '../../../core/inquiry/observation/checklist.ts'
import { episodeSettings, type EpisodeSetting } from '../../../core/inquiry/observation/episode.ts'
import {
  observationSheet,
  observationSheetId,
  occasionOf,
} from '../../../core/inquiry/observation/observation-sheet.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import {
  currentLanguage,
  DateField,
  DoingNote,
  Form,
  Page,
  Section,
  SegmentedChoice,
  StickyActions,
  text,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useActor, useRecords, useToday } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import { checklistFor } from './checklists.ts'
import { ClosedNote, FamilyChoice, onlyOf } from './form-parts.tsx'
import { useLooked } from './use-same-occasion.ts'
import { useNameable } from './use-observation.ts'

interface Start {
  readonly familyId: string
  readonly childId: string
  readonly adultId: string
  readonly code: ChecklistCode
  readonly onDay: string
  readonly no: number
  readonly setting: EpisodeSetting
}

/** Whom, by which list and on which occasion; a second observer of the same occasion gives the same and rates alone. */
export function SheetStartPage() {
  const [asked] = useSearchParams()
  const today = useToday()
  const [start, setStart] = useState<Start>(() => ({
    familyId: asked.get('family') ?? '',
    childId: asked.get('child') ?? '',
    adultId: asked.get('adult') ?? '',
    code: checklistCodes.find((code) => code === asked.get('list')) ?? 'rolePlay',
    onDay: asked.get('day') ?? today,
    no: Number(asked.get('no') ?? '1'),
    setting: 'home',
  }))
  const set = (part: Partial<Start>) => setStart((before) => ({ ...before, ...part }))
  const nameable = useNameable(start.familyId, 'assessment')
  const { children, adults } = nameable
  const childId = start.childId === '' ? (onlyOf(children) ?? '') : start.childId
  const adultId = start.adultId === '' ? (onlyOf(adults) ?? '') : start.adultId
  const chosen = { ...start, childId, adultId }
  const { begin, doing } = useBegin(chosen)
  const language = currentLanguage()
  const list = checklistFor(start.code)
  const back = start.familyId === '' ? '' : `?family=${start.familyId}`
  return (
    <Page
      title={text('observation:sheet.new')}
      back={{ to: `/inquiry/observation${back}`, label: text('kit:back') }}
    >
      <Form onSubmit={() => void begin()}>
        <Section title={text('observation:sheet.which')}>
          <SegmentedChoice
            label={text('observation:fields.checklistCode')}
            options={checklistCodes.map((code) => ({
              value: code,
              label: checklistFor(code).title[language],
            }))}
            value={start.code}
            onChange={(code) => set({ code, setting: code === 'call' ? 'videoCall' : 'home' })}
          />
          <Text>{list.about[language]}</Text>
          <Text size="sm" c="gray.7">
            {text('observation:sheet.size', { count: list.items.length, minutes: list.minutes })}
          </Text>
        </Section>
        <Section title={text('observation:sheet.whom')}>
          <FamilyChoice
            value={start.familyId}
            none={text('interview:form.chooseFamily')}
            onChange={(familyId) => set({ familyId, childId: '', adultId: '' })}
          />
          <ClosedNote familyId={start.familyId} nameable={nameable} />
          <div className={styles.fields}>
            <NativeSelect
              label={text('observation:sheet.child')}
              data={[
                { value: '', label: text('interview:form.chooseChild') },
                ...children.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={childId}
              onChange={(event) => set({ childId: event.currentTarget.value })}
            />
            <NativeSelect
              label={text('observation:sheet.adult')}
              data={[
                { value: '', label: text('observation:sheet.chooseAdult') },
                ...adults.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={adultId}
              onChange={(event) => set({ adultId: event.currentTarget.value })}
            />
          </div>
        </Section>
        <Section
          title={text('observation:sheet.occasion')}
          hint={text('observation:sheet.occasionHint')}
        >
          <div className={styles.fields}>
            <DateField
              label={text('observation:fields.onDay')}
              max={today}
              value={start.onDay}
              onChange={(onDay) => onDay !== null && set({ onDay })}
            />
            <NumberInput
              label={text('observation:fields.no')}
              min={1}
              max={9}
              clampBehavior="strict"
              allowDecimal={false}
              value={start.no}
              onChange={(no) => typeof no === 'number' && set({ no })}
            />
            <NativeSelect
              label={text('observation:fields.setting')}
              data={episodeSettings.map((value) => ({
                value,
                label: text(`observation:setting.${value}`),
              }))}
              value={start.setting}
              onChange={(event) =>
                set({
                  setting:
                    episodeSettings.find((one) => one === event.currentTarget.value) ?? 'other',
                })
              }
            />
          </div>
        </Section>
        <DoingNote doing={doing} />
        <StickyActions>
          <Button type="submit" loading={doing.busy} disabled={childId === '' || adultId === ''}>
            {text('observation:sheet.begin')}
          </Button>
        </StickyActions>
      </Form>
    </Page>
  )
}

/** Goes on with one's own sheet of that occasion where there is one already. */
function useBegin(start: Start) {
  const { staffId } = useActor()
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const { familyId, childId, adultId, code, onDay, no, setting } = start
  const { version: checklistVersion } = checklistFor(code)
  const list = { checklistCode: code, checklistVersion }
  const place = { childId, adultId, ...list, onDay, no, observerId: staffId }
  const { looked } = useLooked(occasionOf(place))
  const known = useRecords(observationSheet, { familyId })
  const begin = async () => {
    const id = observationSheetId(place)
    if (!known.some((one) => one.id === id)) {
      const fields = { ...place, familyId, setting, knewOthers: looked }
      const made = await doing.run(() => act(draftRecord(observationSheet, id, fields)))
      if (made === null) return
    }
    await navigate(`/inquiry/observation/sheets/${id}`)
  }
  return { begin, doing }
}
