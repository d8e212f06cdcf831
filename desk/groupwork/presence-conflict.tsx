import { Badge, Button, Modal, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { staff } from '../../core/access/staff.ts'
import { attendance, type Attendance } from '../../core/groupwork/attendance.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { Json } from '../../core/kit/json.ts'
import type { Offer } from '../../core/sync/entry.ts'
import { DoingNote, formatTime, Icon, text, useDoing } from '../kit/index.ts'
import { type LocalRecord, useRecords } from '../sync/index.ts'
import { useActInTurn } from '../sync/use-act-in-turn.ts'

type Row = LocalRecord<Attendance>
/** These say one thing together, so a person chooses among them once (GRP-13). */
const boundFields: readonly string[] = [
  'presence',
  'absenceReason',
  'representedBy',
  'representedAs',
]

interface Version {
  readonly name: string
  readonly offer: Offer | null
  readonly values: Readonly<Record<string, Json>>
}

/** Two phones marked the same person differently: both marks with who and when, and one is chosen whole. */
export function PresenceConflict({ row }: { readonly row: Row }) {
  const [open, setOpen] = useState(false)
  if (!row.conflicts.some(({ field }) => boundFields.includes(field))) return null
  return (
    <>
      <Badge
        component="button"
        type="button"
        color="kite"
        variant="light"
        tt="none"
        size="lg"
        leftSection={<Icon name="conflict" size={14} />}
        onClick={() => setOpen(true)}
      >
        {text('groupwork:attendance.twoMarks')}
      </Badge>
      {open && <PresenceDialog row={row} onClose={() => setOpen(false)} />}
    </>
  )
}

function PresenceDialog({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const act = useActInTurn()
  const doing = useDoing()
  const versions = versionsOf(row)
  const [choice, setChoice] = useState('present')
  const choose = async () => {
    const values = versions.find(({ name }) => name === choice)?.values ?? {}
    const seen = versions.flatMap(({ offer }) => (offer === null ? [] : [offer.changeId]))
    const draft = {
      kind: attendance,
      recordId: row.id,
      verb: 'resolve',
      input: { seen },
      fields: { ...values },
    }
    if ((await doing.run(() => act(() => draft))) !== null) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('groupwork:attendance.twoMarks')}
      closeButtonProps={{ 'aria-label': text('kit:close') }}
    >
      <Stack>
        <Text>{text('sync:conflict.explain')}</Text>
        <Radio.Group value={choice} onChange={setChoice} label={text('sync:conflict.which')}>
          <Stack mt="xs" gap="sm">
            {versions.map((version) => (
              <Radio
                key={version.name}
                value={version.name}
                label={<VersionWords row={row} version={version} />}
              />
            ))}
          </Stack>
        </Radio.Group>
        <DoingNote doing={doing} />
        <Button onClick={() => void choose()} loading={doing.busy}>
          {text('sync:conflict.keepThis')}
        </Button>
      </Stack>
    </Modal>
  )
}

/** The mark that counts now, and each other one, with the values it has for the fields in question. */
function versionsOf(row: Row): readonly Version[] {
  const present = fieldsAsJson(row)
  const disputed = row.conflicts.filter(({ field }) => boundFields.includes(field))
  const kept = Object.fromEntries(disputed.map(({ field }) => [field, present[field] ?? null]))
  const offers = new Map(
    disputed.flatMap((conflict) =>
      conflict.offers.map((offer) => [offer.changeId, offer] as const),
    ),
  )
  const others = [...offers.values()].map((offer) => ({
    name: offer.changeId,
    offer,
    values: {
      ...kept,
      ...Object.fromEntries(
        disputed.flatMap(({ field, offers: own }) =>
          own
            .filter(({ changeId }) => changeId === offer.changeId)
            .map(({ value }) => [field, value] as const),
        ),
      ),
    },
  }))
  return [{ name: 'present', offer: null, values: kept }, ...others]
}

function VersionWords({ row, version }: { readonly row: Row; readonly version: Version }) {
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  const mark = row.trail.find(({ fields }) => fields.includes('presence'))
  const by = version.offer ?? mark
  const { presence, absenceReason, representedBy, representedAs } = {
    ...fieldsAsJson(row),
    ...version.values,
  }
  const words = [
    typeof presence === 'string' ? text(`groupwork:presence.${presence}`) : '',
    typeof absenceReason === 'string' ? text(`groupwork:absenceReason.${absenceReason}`) : '',
    typeof representedBy === 'string' ? representedBy : '',
    typeof representedAs === 'string' ? text(`groupwork:standInAs.${representedAs}`) : '',
  ]
  return (
    <>
      <Text component="span" fw={600} display="block">
        {words.filter((word) => word !== '').join(' · ')}
      </Text>
      <Text component="span" size="sm" c="gray.7">
        {text('sync:conflict.by', {
          name: names.get(by?.actorId ?? '') ?? text('sync:conflict.someone'),
          time: formatTime(by?.claimedAt ?? null),
        })}
      </Text>
    </>
  )
}
