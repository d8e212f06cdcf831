import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { text } from '../../kit/index.ts'

/** The way from a group's report to its working papers. */
export function ToPapers({ groupId }: { readonly groupId: string }) {
  return (
    <Button component={Link} to={`/paperwork/groups/${groupId}/papers`} variant="default" size="sm">
      {text('paperwork:paper.title')}
    </Button>
  )
}
