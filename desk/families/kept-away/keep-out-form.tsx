import { Alert, Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { servesFamilies } from '../../../core/access/roles.ts'
import { staff } from '../../../core/access/staff.ts'
import {
  excludedFrom,
  excludedStaff,
  exclusionGrounds,
} from '../../../core/families/excluded-staff.ts'
import { family } from '../../../core/families/family.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { announce, compareNames, DoingNote, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useActor, useKeptWords, useRecords, useToday } from '../../sync/index.ts'
import { oneOf } from '../option-list.ts'
import type { FamilyFile } from '../use-register.ts'

interface FormProps {
  readonly file: FamilyFile
  readonly onClose: () => void
}

/** Whoever looks after the family now is taken out of it in the same step, and somebody else put in. */
export function KeepOutForm({ file, onClose }: FormProps) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const people = useRecords(staff)
    .filter(({ state }) => state !== 'suspended')
    .toSorted((left, right) => compareNames(left.name, right.name))
  const [staffId, setStaffId] = useState('')
  const [ground, setGround] = useState<(typeof exclusionGrounds)[number] | null>(null)
  const kept = useKeptWords(`excludedStaff:new:${file.family.id}`)
  const [heirId, setHeirId] = useState('')
  const serving = file.family.staff
  const out = excludedFrom(useRecords(excludedStaff, { familyId: file.family.id }), file.family.id)
  const heirs = people.filter(
    ({ id, roles }) =>
      id !== staffId && !serving.includes(id) && !out.has(id) && servesFamilies(roles),
  )
  const { staffId: ownId } = useActor()
  const navigate = useNavigate()
  const isServing = serving.includes(staffId)
  const needsHeir = isServing && serving.length === 1
  const ready = staffId !== '' && ground !== null && (!needsHeir || heirId !== '')
  const save = async () => {
    if (!ready) return
    const familyId = file.family.id
    const exclusion = { familyId, staffId, ground, note: kept.words, since: today }
    const handOver = {
      kind: family,
      recordId: familyId,
      verb: 'assign',
      input: { add: heirId === '' ? [] : [heirId], remove: [staffId] },
      fields: {},
    }
    const drafts = [
      ...(isServing ? [handOver] : []),
      draftRecord(excludedStaff, newId(), exclusion),
    ]
    if ((await doing.run(() => act(drafts))) === null) return
    await close()
    const isOwn = staffId === ownId
    announce({ words: text(isOwn ? 'restricted:out.savedOwn' : 'restricted:out.saved') })
    // To whoever is kept out the file is gone: they are not left before an empty page.
    if (isOwn) await navigate('/families')
  }
  const close = async () => {
    await kept.clear()
    onClose()
  }
  const namesOf = (ids: readonly { readonly id: string; readonly name: string }[]) => [
    { value: '', label: text('families:choose') },
    ...ids.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Stack gap="sm">
      <NativeSelect
        label={text('restricted:out.who')}
        data={namesOf(people)}
        value={staffId}
        onChange={({ currentTarget }) => setStaffId(currentTarget.value)}
      />
      <NativeSelect
        label={text('restricted:out.ground')}
        data={[
          { value: '', label: text('families:choose') },
          ...exclusionGrounds.map((value) => ({
            value,
            label: text(`restricted:out.grounds.${value}`),
          })),
        ]}
        value={ground ?? ''}
        onChange={({ currentTarget }) => setGround(oneOf(exclusionGrounds, currentTarget.value))}
      />
      <Textarea
        label={text('restricted:out.note')}
        value={kept.words}
        maxLength={1000}
        autosize
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
      />
      {isServing && (
        <NativeSelect
          label={text('restricted:out.reassign')}
          description={text('restricted:out.reassignHint')}
          data={namesOf(heirs)}
          value={heirId}
          onChange={({ currentTarget }) => setHeirId(currentTarget.value)}
        />
      )}
      <Alert color="gray" variant="light">
        {text('restricted:out.whatHappens')}
      </Alert>
      <DoingNote doing={doing} />
      <Group>
        <Button disabled={!ready} loading={doing.busy} onClick={() => void save()}>
          {text('restricted:out.save')}
        </Button>
        <Button variant="default" onClick={() => void close().catch(reportError)}>
          {text('kit:cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
