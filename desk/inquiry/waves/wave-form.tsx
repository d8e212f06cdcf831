import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { wavePhases, type Wave } from '../../../core/inquiry/wave.ts'
import {
  compareNames,
  DateField,
  type Doing,
  DoingNote,
  Form,
  SegmentedChoice,
  text,
} from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { useInstruments } from '../instruments/use-instruments.ts'
import { titleOf, versionText } from '../words.ts'

export interface WaveDraft {
  readonly title: string
  readonly phase: Wave['phase']
  /** `codes`, `register`, `group:<id>`; empty until one is chosen. */
  readonly who: string
  readonly instrumentIds: readonly string[]
  readonly opensOn: string
  readonly dueOn: string | null
}

export function WaveForm({
  initial,
  doing,
  onSave,
}: {
  readonly initial: WaveDraft
  readonly doing: Doing
  readonly onSave: (draft: WaveDraft) => void
}) {
  const groups = useRecords(supportGroup)
  const [draft, setDraft] = useState(initial)
  const change = (part: Partial<WaveDraft>) => setDraft({ ...draft, ...part })
  const { who } = draft
  const ready = draft.title.trim() !== '' && draft.instrumentIds.length > 0 && who !== ''
  // The page of an ended group may still ask its members: it is offered because somebody came from there.
  const offered = groups.filter(
    ({ id, state }) => state !== 'closed' || initial.who === `group:${id}`,
  )
  return (
    <Form onSubmit={() => onSave(draft)}>
      <TextInput
        label={text('inquiry:wave.title')}
        description={text('inquiry:wave.titleHint')}
        required
        maxLength={120}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <SegmentedChoice
        label={text('inquiry:wave.phase')}
        options={wavePhases.map((value) => ({ value, label: text(`inquiry:wavePhase.${value}`) }))}
        value={draft.phase}
        onChange={(phase) => change({ phase })}
      />
      <NativeSelect
        label={text('inquiry:wave.who')}
        {...(who === '' ? {} : { description: text(`inquiry:wave.whoHint.${whoKind(who)}`) })}
        required
        value={who}
        onChange={(event) => change({ who: event.currentTarget.value })}
        data={[
          { value: '', label: text('inquiry:wave.chooseWho') },
          ...offered.map((group) => ({ value: `group:${group.id}`, label: group.title })),
          { value: 'register', label: text('inquiry:wave.register') },
          { value: 'codes', label: text('inquiry:wave.codes') },
        ]}
      />
      <InstrumentChoice
        chosen={draft.instrumentIds}
        onChange={(instrumentIds) => change({ instrumentIds })}
      />
      <Group align="flex-start">
        <DateField
          label={text('inquiry:wave.opensOn')}
          required
          value={draft.opensOn}
          onChange={(day) => day !== null && change({ opensOn: day })}
        />
        <DateField
          label={text('inquiry:wave.dueOn')}
          value={draft.dueOn}
          min={draft.opensOn}
          onChange={(dueOn) => change({ dueOn })}
        />
      </Group>
      <DoingNote doing={doing} />
      <Group>
        <Button type="submit" loading={doing.busy} disabled={!ready}>
          {text('kit:save')}
        </Button>
        {!ready && <Text c="gray.7">{text('inquiry:wave.notReady')}</Text>}
      </Group>
    </Form>
  )
}

function whoKind(who: string): string {
  return who.startsWith('group') ? 'group' : who
}

function InstrumentChoice({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}) {
  const all = useInstruments().filter(({ state }) => state === 'published')
  const sorted = [...all].sort(
    (left, right) =>
      Number(right.licence.status === 'ours') - Number(left.licence.status === 'ours') ||
      compareNames(titleOf(left), titleOf(right)),
  )
  return (
    <Checkbox.Group
      label={text('inquiry:wave.instruments')}
      value={[...chosen]}
      onChange={onChange}
      withAsterisk
    >
      <Stack gap="xs" mt="xs">
        {sorted.map((one) => (
          <Checkbox
            key={one.id}
            value={one.id}
            label={`${titleOf(one)} · ${versionText(one.version)}`}
            description={text('inquiry:wave.instrumentHint', {
              respondent: text(`inquiry:respondent.${one.respondent}`),
              licence: text(`inquiry:licenceStatus.${one.licence.status}`),
            })}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
