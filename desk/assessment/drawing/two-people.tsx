import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { coupleStates } from '../../../core/assessment/drawing/facts/couple.ts'
import {
  parentage,
  parentageId,
  parentageNatures,
} from '../../../core/assessment/drawing/facts/parentage.ts'
import { relationQualities } from '../../../core/assessment/drawing/facts/relation-quality.ts'
import type { Person } from '../../../core/families/person.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import {
  announce,
  type Doing,
  DoingNote,
  SegmentedChoice,
  text,
  useDoing,
} from '../../kit/index.ts'
import { type LocalRecord, newId, useAct, useToday } from '../../sync/index.ts'
import { coupleOf, draftQuality, draftStage, qualityOf } from './change-lines.ts'
import styles from './drawing.module.css'
import { isPartialDay, PartialDayField } from './partial-day-field.tsx'
import type { DrawnFamily } from './use-drawn-family.ts'

interface TwoPeopleProps {
  readonly drawn: DrawnFamily
  readonly one: LocalRecord<Person>
  readonly other: LocalRecord<Person>
}

interface SavingProps extends TwoPeopleProps {
  readonly doing: Doing
  readonly save: (drafts: readonly Draft[]) => Promise<boolean>
}

/** Two who were tapped: how they stand to each other, whether they are a couple, or parent and child. */
export function TwoPeople(props: TwoPeopleProps) {
  const act = useAct()
  const doing = useDoing()
  const save = async (drafts: readonly Draft[]) => {
    if ((await doing.run(() => act(drafts))) === null) return false
    announce({ words: text('kit:savedHere') })
    return true
  }
  const names = { one: props.one.name, other: props.other.name }
  return (
    <section className={styles.panel} aria-label={text('assessment:drawing.two.title', names)}>
      <Text component="h2" fw={600} size="lg">
        {text('assessment:drawing.two.title', names)}
      </Text>
      <QualityFields {...props} doing={doing} save={save} />
      <CoupleFields {...props} doing={doing} save={save} />
      <ParentFields {...props} doing={doing} save={save} />
      <DoingNote doing={doing} />
    </section>
  )
}

function QualityFields({ drawn, one, other, doing, save }: SavingProps) {
  const today = useToday()
  const now = qualityOf(drawn, [one.id, other.id], today)
  const [quality, setQuality] = useState(now?.quality ?? null)
  const [because, setBecause] = useState(now?.because ?? '')
  const put = (next: typeof quality) =>
    save(draftQuality(drawn, [one.id, other.id], { quality: next, because }, today, newId()))
  return (
    <Stack gap="xs">
      <SegmentedChoice
        label={text('assessment:drawing.two.quality')}
        hint={text('assessment:drawing.two.qualityHint')}
        options={relationQualities.map((value) => ({
          value,
          label: text(`assessment:drawing.quality.${value}`),
        }))}
        value={quality}
        onChange={setQuality}
      />
      <TextInput
        label={text('assessment:fields.because')}
        maxLength={400}
        value={because}
        onChange={(event) => setBecause(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          disabled={quality === null || (quality === now?.quality && because === now.because)}
          loading={doing.busy}
          onClick={() => void put(quality)}
        >
          {text('assessment:drawing.two.saveQuality')}
        </Button>
        {now !== undefined && (
          <Button
            variant="default"
            onClick={() => void put(null).then((made) => made && setQuality(null))}
          >
            {text('assessment:drawing.two.endQuality')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

function CoupleFields({ drawn, one, other, doing, save }: SavingProps) {
  const today = useToday()
  const now = coupleOf(drawn, [one.id, other.id], today)
  const [state, setState] = useState<string>(now?.state ?? '')
  const [since, setSince] = useState(now?.since ?? '')
  const chosen = coupleStates.find((value) => value === state)
  const put = async () => {
    if (chosen === undefined) return
    const next = { state: chosen, since: since === '' ? null : since }
    await save(draftStage(drawn, [one.id, other.id], next, today, newId()))
  }
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={text('assessment:drawing.two.couple')}
        data={[
          { value: '', label: text('assessment:drawing.two.noCouple') },
          ...coupleStates.map((value) => ({
            value,
            label: text(`assessment:drawing.couple.${value}`),
          })),
        ]}
        value={state}
        onChange={(event) => setState(event.currentTarget.value)}
      />
      <PartialDayField
        label={text('assessment:drawing.two.coupleSince')}
        value={since}
        onChange={setSince}
      />
      <Button
        variant="light"
        disabled={chosen === undefined || !isPartialDay(since)}
        loading={doing.busy}
        onClick={() => void put()}
      >
        {text('assessment:drawing.two.saveCouple')}
      </Button>
    </div>
  )
}

function ParentFields({ drawn, one, other, doing, save }: SavingProps) {
  const known = drawn.parentages.find(
    ({ parentId, childId }) =>
      [one.id, other.id].includes(parentId) && [one.id, other.id].includes(childId),
  )
  const [parentId, setParentId] = useState(known?.parentId ?? '')
  const [chosen, setChosen] = useState<string>(known?.nature ?? 'birth')
  const nature = parentageNatures.find((value) => value === chosen) ?? 'birth'
  const childId = parentId === one.id ? other.id : one.id
  const put = () => {
    const id = parentageId(parentId, childId)
    return save([
      known?.id === id
        ? { kind: parentage, recordId: id, verb: 'edit', input: {}, fields: { nature } }
        : draftRecord(parentage, id, { familyId: drawn.family.id, parentId, childId, nature }),
    ])
  }
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={text('assessment:drawing.two.parent')}
        data={[
          { value: '', label: text('assessment:drawing.two.noParent') },
          ...[one, other].map(({ id, name }) => ({
            value: id,
            label: text('assessment:drawing.two.isParent', { name }),
          })),
        ]}
        value={parentId}
        disabled={known !== undefined}
        onChange={(event) => setParentId(event.currentTarget.value)}
      />
      <NativeSelect
        label={text('assessment:fields.nature')}
        data={parentageNatures.map((value) => ({
          value,
          label: text(`assessment:drawing.nature.${value}`),
        }))}
        value={nature}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          variant="light"
          disabled={parentId === ''}
          loading={doing.busy}
          onClick={() => void put()}
        >
          {text('assessment:drawing.two.saveParent')}
        </Button>
        {known !== undefined && (
          <Button
            variant="default"
            onClick={() =>
              void save([
                { kind: parentage, recordId: known.id, verb: 'remove', input: {}, fields: {} },
              ])
            }
          >
            {text('assessment:drawing.two.removeParent')}
          </Button>
        )}
      </Group>
    </div>
  )
}
