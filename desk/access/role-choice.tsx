import { Checkbox, Stack } from '@mantine/core'
import { type Role, roles, roleShape } from '../../core/access/roles.ts'
import { text } from '../kit/text.ts'

/** One person may hold several roles: the lone worker of a station often holds four. */
export function RoleChoice({
  value,
  onChange,
  isOwn = false,
}: {
  readonly value: readonly Role[]
  readonly onChange: (roles: Role[]) => void
  /** ACC-5: nobody changes their own roles. */
  readonly isOwn?: boolean
}) {
  return (
    <Checkbox.Group
      label={text('access:staff.roles')}
      withAsterisk={!isOwn}
      {...(isOwn && { description: text('access:staff.ownRoles') })}
      value={[...value]}
      onChange={(chosen) => onChange(chosen.map((role) => roleShape.parse(role)))}
    >
      <Stack gap="xs" mt="xs">
        {roles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            disabled={isOwn}
            label={text(`access:roles.${role}`)}
            description={text(`access:roleHints.${role}`)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
