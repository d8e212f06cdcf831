import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { staff } from '../../../core/access/staff.ts'
import { type ExcludedStaff, excludedStaff } from '../../../core/families/excluded-staff.ts'
import { seat } from '../../../core/groupwork/seat.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import {
  DoingNote,
  formatDay,
  formatDayOf,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import {
  type LocalRecord,
  useAct,
  useMay,
  useOpenWords,
  useRecord,
  useRecords,
} from '../../sync/index.ts'
import styles from '../families.module.css'
import type { FamilyFile } from '../use-register.ts'
import { KeepOutForm } from './keep-out-form.tsx'

/** Colleagues who stay out of this family (FAM-57). Whoever is one of them does not see this page. */
export function KeptOutSection({ file }: { readonly file: FamilyFile }) {
  const familyId = file.family.id
  const exclusions = useRecords(excludedStaff, { familyId })
  const mayAdd = useMay('excludedStaff', 'create', `family:${familyId}`)
  const [open, setOpen] = useState(false)
  return (
    <Section
      title={text('restricted:out.title')}
      hint={text('restricted:out.hint')}
      actions={
        mayAdd && !open ? (
          <Button variant="default" onClick={() => setOpen(true)}>
            {text('restricted:out.add')}
          </Button>
        ) : null
      }
    >
      {open && <KeepOutForm file={file} onClose={() => setOpen(false)} />}
      {exclusions.length === 0 && !open && <Text c="gray.7">{text('restricted:out.none')}</Text>}
      {exclusions.map((one) => (
        <ExclusionLine key={one.id} exclusion={one} />
      ))}
    </Section>
  )
}

function ExclusionLine({ exclusion }: { readonly exclusion: LocalRecord<ExcludedStaff> }) {
  const { staffId, ground, note, since, state, liftedAt, familyId, id } = exclusion
  const name = useRecord(staff, staffId)?.name ?? ''
  const mayLift = useMay('excludedStaff', 'lift', `family:${familyId}`, id)
  const stands = state === 'standing'
  return (
    <Stack gap={4} className={styles.inner}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {text('restricted:out.line', { name, ground: text(`restricted:out.grounds.${ground}`) })}
        </Text>
        <UnsentMark record={exclusion} />
      </Group>
      {note !== '' && <Text size="sm">{note}</Text>}
      <Text size="sm" c="gray.7">
        {stands
          ? text('restricted:out.sinceLine', { day: formatDay(since) })
          : text('restricted:out.lifted', { day: formatDayOf(liftedAt) })}
      </Text>
      {stands && <GroupsOf exclusion={exclusion} name={name} />}
      {stands && mayLift && <LiftExclusion recordId={id} />}
    </Stack>
  )
}

/** A seat lies in the group, not in the family: what can be seen there only people can change. */
function GroupsOf({
  exclusion,
  name,
}: {
  readonly exclusion: ExcludedStaff
  readonly name: string
}) {
  const seats = useRecords(seat, { familyId: exclusion.familyId })
  const held = new Set(seats.filter(({ leftOn }) => leftOn === null).map(({ groupId }) => groupId))
  const groups = useRecords(supportGroup).filter(
    ({ id, team, state }) =>
      held.has(id) && state !== 'closed' && team[exclusion.staffId] !== undefined,
  )
  return groups.map(({ id, title }) => (
    <Text key={id} size="sm" c="kite.8">
      {text('restricted:out.stillInGroup', { name, group: title })}
    </Text>
  ))
}

function LiftExclusion({ recordId }: { readonly recordId: string }) {
  const act = useAct()
  const doing = useDoing()
  const [reason, setReason] = useOpenWords(`excludedStaff:${recordId}:lift`)
  const lift = async () => {
    const draft = { kind: excludedStaff, recordId, verb: 'lift', input: { reason }, fields: {} }
    if ((await doing.run(() => act(draft))) !== null) setReason(null)
  }
  if (reason === null)
    return (
      <Group>
        <Button variant="default" size="xs" onClick={() => setReason('')}>
          {text('restricted:out.lift')}
        </Button>
      </Group>
    )
  return (
    <>
      <Textarea
        label={text('restricted:out.liftReason')}
        value={reason}
        maxLength={1000}
        autosize
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Group>
        <Button disabled={reason.trim() === ''} loading={doing.busy} onClick={() => void lift()}>
          {text('restricted:out.lift')}
        </Button>
        <Button variant="default" onClick={() => setReason(null)}>
          {text('kit:cancel')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}
