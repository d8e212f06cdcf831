import { Button } from '@mantine/core'
import { Link } from 'react-router'
import type { SupportGroup } from '../../../core/groupwork/support-group.ts'
import { text } from '../../kit/index.ts'
import { useMayMakeBox } from './use-may-make-box.ts'

/** The way from a group's report to its file box. */
export function ToFileBox({ group }: { readonly group: SupportGroup & { readonly id: string } }) {
  const mayMake = useMayMakeBox()
  if (!mayMake(group)) return null
  return (
    <div>
      <Button
        component={Link}
        to={`/paperwork/groups/${group.id}/file-box`}
        variant="default"
        size="sm"
      >
        {text('paperwork:fileBox.desk.open')}
      </Button>
    </div>
  )
}
