import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  systems,
  systemTie,
  type SystemTie,
  tieFlows,
  tieStrengths,
} from '../../../core/assessment/drawing/facts/system-tie.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { announce, DoingNote, Form, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, newId, useAct, useToday } from '../../sync/index.ts'
import { draftEnd } from './change-lines.ts'
import styles from './drawing.module.css'
import type { DrawnFamily } from './use-drawn-family.ts'

interface TieFormProps {
  readonly drawn: DrawnFamily
  /** null: a new one. */
  readonly tie: LocalRecord<SystemTie> | null
  readonly onDone: () => void
}

type Tie = Pick<
  SystemTie,
  'system' | 'name' | 'personId' | 'strength' | 'stressful' | 'flow' | 'because'
>

const fresh: Tie = {
  system: 'school',
  name: '',
  personId: null,
  strength: 'ordinary',
  stressful: false,
  flow: 'none',
  because: '',
}

/** A tie that has changed begins anew today: before and after can then be drawn side by side. */
export function TieForm({ drawn, tie, onDone }: TieFormProps) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const [values, setValues] = useState<Tie>(() => (tie === null ? fresh : tieOf(tie)))
  const set = (part: Partial<Tie>) => setValues((before) => ({ ...before, ...part }))
  const save = async (drafts: readonly Draft[]) => {
    if ((await doing.run(() => act(drafts))) === null) return
    announce({ words: text('kit:savedHere') })
    onDone()
  }
  const keep = () => {
    const familyId = drawn.family.id
    const next = draftRecord(systemTie, newId(), { familyId, ...values, since: today })
    if (tie === null) return save([next])
    const sameLine =
      tie.since === today ||
      (tie.strength === values.strength &&
        tie.stressful === values.stressful &&
        tie.flow === values.flow)
    return save(
      sameLine
        ? [
            {
              kind: systemTie,
              recordId: tie.id,
              verb: 'edit',
              input: {},
              fields: fieldsAsJson(values),
            },
          ]
        : [draftEnd(systemTie, tie, today), next],
    )
  }
  return (
    <section className={styles.panel} aria-label={text('assessment:drawing.eco.tie')}>
      <Form onSubmit={() => void keep()} label={text('assessment:drawing.eco.tie')}>
        <TieFields values={values} set={set} drawn={drawn} />
        <DoingNote doing={doing} />
        <Group gap="xs">
          <Button type="submit" loading={doing.busy}>
            {text('kit:save')}
          </Button>
          {tie !== null && (
            <Button variant="default" onClick={() => void save([draftEnd(systemTie, tie, today)])}>
              {text('assessment:drawing.eco.end')}
            </Button>
          )}
          <Button variant="default" onClick={onDone}>
            {text('kit:cancel')}
          </Button>
        </Group>
      </Form>
    </section>
  )
}

function tieOf({ system, name, personId, strength, stressful, flow, because }: SystemTie): Tie {
  return { system, name, personId, strength, stressful, flow, because }
}

function TieFields({
  values,
  set,
  drawn,
}: {
  readonly values: Tie
  readonly set: (part: Partial<Tie>) => void
  readonly drawn: DrawnFamily
}) {
  return (
    <>
      <div className={styles.fields}>
        <NativeSelect
          label={text('assessment:fields.system')}
          data={systems.map((value) => ({
            value,
            label: text(`assessment:drawing.system.${value}`),
          }))}
          value={values.system}
          onChange={(event) => {
            const system = systems.find((one) => one === event.currentTarget.value)
            if (system !== undefined) set({ system })
          }}
        />
        <TextInput
          label={text('assessment:drawing.eco.name')}
          maxLength={60}
          value={values.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={text('assessment:drawing.eco.of')}
          data={[
            { value: '', label: text('assessment:drawing.eco.ofHousehold') },
            ...drawn.people
              .filter(({ alive }) => alive)
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={values.personId ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            set({ personId: chosen === '' ? null : chosen })
          }}
        />
      </div>
      <SegmentedChoice
        label={text('assessment:fields.strength')}
        options={tieStrengths.map((value) => ({
          value,
          label: text(`assessment:drawing.strength.${value}`),
        }))}
        value={values.strength}
        onChange={(strength) => set({ strength })}
      />
      <SegmentedChoice
        label={text('assessment:fields.flow')}
        options={tieFlows.map((value) => ({
          value,
          label: text(`assessment:drawing.flow.${value}`),
        }))}
        value={values.flow}
        onChange={(flow) => set({ flow })}
      />
      <Checkbox
        label={text('assessment:drawing.eco.stressful')}
        checked={values.stressful}
        onChange={(event) => set({ stressful: event.currentTarget.checked })}
      />
      <TextInput
        label={text('assessment:fields.because')}
        maxLength={400}
        value={values.because}
        onChange={(event) => set({ because: event.currentTarget.value })}
      />
    </>
  )
}
