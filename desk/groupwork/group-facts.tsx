import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { staff } from '../../core/access/staff.ts'
import { supportGroup, type SupportGroup } from '../../core/groupwork/support-group.ts'
import { DoingNote, Facts, formatDay, formatList, Section, text, useDoing } from '../kit/index.ts'
import { useAct, useRecords } from '../sync/index.ts'
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
            {text('groupwork:page.editTeam')}
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
      {editing && <TeamEditor group={group} onDone={() => setEditing(false)} />}
    </Section>
  )
}

function TeamEditor({
  group,
  onDone,
}: {
  readonly group: SupportGroup & { readonly id: string }
  readonly onDone: () => void
}) {
  const act = useAct()
  const doing = useDoing()
  const [team, setTeam] = useState<SupportGroup['team']>(group.team)
  const save = async () => {
    const draft = {
      kind: supportGroup,
      recordId: group.id,
      verb: 'edit',
      input: {},
      fields: { team },
    }
    if ((await doing.run(() => act(draft))) !== null) onDone()
  }
  return (
    <Stack>
      <TeamFields draft={{ team }} onChange={(part) => setTeam({ ...part.team })} />
      <DoingNote doing={doing} />
      <Button onClick={() => void save()} loading={doing.busy}>
        {text('kit:save')}
      </Button>
    </Stack>
  )
}
