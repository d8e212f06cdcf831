import { Alert, NativeSelect, SimpleGrid } from '@mantine/core'
import { staff } from '../../core/access/staff.ts'
import { teamRoles } from '../../core/groupwork/support-group.ts'
import { Icon, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'
import type { GroupDraft } from './group-draft.ts'

/** Who is with the group. Two adults are always present (the programme's safety rules). */
export function TeamFields({
  draft,
  onChange,
}: {
  readonly draft: Pick<GroupDraft, 'team'>
  readonly onChange: (part: Pick<GroupDraft, 'team'>) => void
}) {
  const people = useRecords(staff).filter(({ state }) => state !== 'suspended')
  const choose = (id: string, wanted: string) => {
    const role = teamRoles.find((one) => one === wanted)
    const rest = Object.entries(draft.team).filter(([other]) => other !== id)
    onChange({ team: Object.fromEntries(role === undefined ? rest : [...rest, [id, role]]) })
  }
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {people.map(({ id, name }) => (
          <NativeSelect
            key={id}
            label={name}
            value={draft.team[id] ?? ''}
            onChange={(event) => choose(id, event.currentTarget.value)}
            data={[
              { value: '', label: text('groupwork:new.notInTeam') },
              ...teamRoles.map((role) => ({
                value: role,
                label: text(`groupwork:teamRole.${role}`),
              })),
            ]}
          />
        ))}
      </SimpleGrid>
      {Object.keys(draft.team).length < 2 && (
        <Alert color="yellow" icon={<Icon name="warning" />} variant="light">
          {text('groupwork:new.twoAdults')}
        </Alert>
      )}
    </>
  )
}
