import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { staff } from '../../core/access/staff.ts'
import { changeGroupHead, type GroupHead } from './change-group-head.ts'
import {
  DoingNote,
  Facts,
  Form,
  formatDay,
  formatList,
  SaveOrCancel,
  Section,
  text,
  useDoing,
} from '../kit/index.ts'
import { useAct, useRecords } from '../sync/index.ts'
import { HeadFields } from './head-fields.tsx'
import { TeamFields } from './team-fields.tsx'
import type { GroupFile } from './use-group.ts'

export function GroupFacts({
  file,
  mayEdit,
}: {
  readonly file: GroupFile
  readonly mayEdit: boolean
}) {
  const { group } = file
  const [editing, setEditing] = useState(false)
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  const team = Object.entries(group.team).map(([id, role]) =>
    text('groupwork:page.member', {
      name: names.get(id) ?? text('groupwork:page.someone'),
      role: text(`groupwork:teamRole.${role}`),
    }),
  )
  return (
    <Section
      title={text('groupwork:page.facts')}
      actions={
        mayEdit &&
        !editing && (
          <Button variant="default" size="sm" onClick={() => setEditing(true)}>
            {text('groupwork:page.editFacts')}
          </Button>
        )
      }
    >
      <Facts
        rows={[
          {
            label: text('groupwork:fields.state'),
            value: text(`groupwork:groupState.${group.state}`),
          },
          { label: text('groupwork:fields.code'), value: group.code },
          {
            label: text('groupwork:page.period'),
            value: text('groupwork:page.fromTo', {
              from: formatDay(group.startedOn ?? group.startsOn),
              to: formatDay(group.closedOn ?? group.endsOn),
            }),
          },
          { label: text('groupwork:fields.place'), value: group.place },
          { label: text('groupwork:fields.onlineTool'), value: group.onlineTool },
          { label: text('groupwork:new.team'), value: formatList(team) },
        ]}
      />
      {editing && <FactsEditor file={file} onDone={() => setEditing(false)} />}
    </Section>
  )
}

/** Name, number, place and team change while the group runs; planned meetings come along to a new place. */
function FactsEditor({ file, onDone }: { readonly file: GroupFile; readonly onDone: () => void }) {
  const { group, meetings } = file
  const act = useAct()
  const doing = useDoing()
  const [facts, setFacts] = useState<GroupHead>({
    title: group.title,
    code: group.code,
    place: group.place,
    onlineTool: group.onlineTool,
    team: group.team,
  })
  const set = (part: Partial<GroupHead>) => setFacts((before) => ({ ...before, ...part }))
  const save = async () => {
    const drafts = changeGroupHead(group, meetings, facts)
    if (drafts.length === 0 || (await doing.run(() => act(drafts))) !== null) onDone()
  }
  return (
    <Form onSubmit={() => void save()}>
      <Stack>
        <HeadFields draft={facts} programme={null} onChange={set} />
        <Text size="sm" c="gray.7">
          {text('groupwork:page.placeMoves')}
        </Text>
        <TeamFields draft={facts} onChange={(part) => set({ team: { ...part.team } })} />
        <DoingNote doing={doing} />
        <Group>
          <SaveOrCancel busy={doing.busy} onCancel={onDone} />
        </Group>
      </Stack>
    </Form>
  )
}
