import { Button, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { DateField, DoingNote, text, useDoing } from '../kit/index.ts'
import { useAct, useMay, useToday } from '../sync/index.ts'
import type { GroupFile } from './use-group.ts'

/** Start the group, or close it; both ask for the day once. A closed one is opened again by a supervisor. */
export function GroupState({ file }: { readonly file: GroupFile }) {
  const { id, state } = file.group
  const mayStart = useMay('supportGroup', 'start', `group:${id}`, id)
  const mayReopen = useMay('supportGroup', 'reopen', `group:${id}`, id)
  const [open, setOpen] = useState(false)
  if (state === 'closed') return mayReopen ? <ReopenButton id={id} /> : null
  if (!mayStart) return null
  const verb = state === 'planned' ? 'start' : 'close'
  return (
    <>
      <Button variant={verb === 'start' ? 'filled' : 'default'} onClick={() => setOpen(true)}>
        {text(`groupwork:page.${verb}`)}
      </Button>
      {open && <StateDialog id={id} verb={verb} onClose={() => setOpen(false)} />}
    </>
  )
}

function ReopenButton({ id }: { readonly id: string }) {
  const act = useAct()
  const doing = useDoing()
  const [open, setOpen] = useState(false)
  const reopen = async () => {
    const draft = { kind: supportGroup, recordId: id, verb: 'reopen', input: {}, fields: {} }
    if ((await doing.run(() => act(draft))) !== null) setOpen(false)
  }
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {text('groupwork:page.reopen')}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={text('groupwork:page.reopen')}
        closeButtonProps={{ 'aria-label': text('kit:close') }}
      >
        <Stack>
          <p>{text('groupwork:page.reopenHint')}</p>
          <DoingNote doing={doing} />
          <Button onClick={() => void reopen()} loading={doing.busy}>
            {text('groupwork:page.reopen')}
          </Button>
        </Stack>
      </Modal>
    </>
  )
}

function StateDialog({
  id,
  verb,
  onClose,
}: {
  readonly id: string
  readonly verb: 'start' | 'close'
  readonly onClose: () => void
}) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const [day, setDay] = useState<string | null>(today)
  const input = { [verb === 'start' ? 'startedOn' : 'closedOn']: day ?? today }
  const save = async () => {
    const draft = { kind: supportGroup, recordId: id, verb, input, fields: {} }
    if ((await doing.run(() => act(draft))) !== null) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text(`groupwork:page.${verb}`)}
      closeButtonProps={{ 'aria-label': text('kit:close') }}
    >
      <Stack>
        <p>{text(`groupwork:page.${verb}Hint`)}</p>
        <DateField label={text('groupwork:page.day')} value={day} max={today} onChange={setDay} />
        <DoingNote doing={doing} />
        <Button onClick={() => void save()} loading={doing.busy}>
          {text(`groupwork:page.${verb}`)}
        </Button>
      </Stack>
    </Modal>
  )
}
