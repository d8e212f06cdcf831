import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { servesFamilies } from '../../../core/access/roles.ts'
import { staff } from '../../../core/access/staff.ts'
import { family } from '../../../core/families/family.ts'
import { compareNames, DoingNote, SaveOrCancel, Section, text, useDoing } from '../../kit/index.ts'
import { useAct, useMay, useRecords } from '../../sync/index.ts'
import type { FamilyFile } from '../use-register.ts'

/** Who may open this file; handing it over is an act of its own and stays on record. */
export function StaffSection({ file }: { readonly file: FamilyFile }) {
  const people = useRecords(staff)
  const mayAssign = useMay('family', 'assign', `family:${file.family.id}`)
  const [open, setOpen] = useState(false)
  const assigned = people.filter(({ id }) => file.family.staff.includes(id))
  return (
    <Section
      title={text('families:staff.title')}
      hint={text('families:staff.hint')}
      actions={
        mayAssign && !open ? (
          <Button variant="default" onClick={() => setOpen(true)}>
            {text('families:staff.change')}
          </Button>
        ) : null
      }
    >
      {open ? (
        <StaffChoice file={file} onClose={() => setOpen(false)} />
      ) : (
        <Text>
          {assigned.map(({ name }) => name).join(text('families:nameSeparator')) ||
            text('families:staff.none')}
        </Text>
      )}
    </Section>
  )
}

function StaffChoice({
  file,
  onClose,
}: {
  readonly file: FamilyFile
  readonly onClose: () => void
}) {
  const people = useRecords(staff)
  const act = useAct()
  const doing = useDoing()
  const [chosen, setChosen] = useState<readonly string[]>(file.family.staff)
  const save = async () => {
    const input = {
      add: chosen.filter((id) => !file.family.staff.includes(id)),
      remove: file.family.staff.filter((id) => !chosen.includes(id)),
    }
    const draft = { kind: family, recordId: file.family.id, verb: 'assign', input, fields: {} }
    if ((await doing.run(() => act(draft))) !== null) onClose()
  }
  return (
    <Stack gap="sm">
      {people
        .filter(
          ({ state, roles, id }) =>
            chosen.includes(id) || (state !== 'suspended' && servesFamilies(roles)),
        )
        .slice()
        .sort((left, right) => compareNames(left.name, right.name))
        .map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(event) =>
              setChosen(
                event.currentTarget.checked
                  ? [...chosen, id]
                  : chosen.filter((other) => other !== id),
              )
            }
          />
        ))}
      <DoingNote doing={doing} />
      <Group>
        <SaveOrCancel busy={doing.busy} onSave={() => void save()} onCancel={onClose} />
      </Group>
    </Stack>
  )
}
