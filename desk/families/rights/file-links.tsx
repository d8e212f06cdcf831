import { Button, Group } from '@mantine/core'
import { Link } from 'react-router'
import type { RightsRequest } from '../../../core/families/rights-request.ts'
import { text } from '../../kit/index.ts'
import type { LocalRecord } from '../../sync/index.ts'
import type { FamilyFile } from '../use-register.ts'

export interface RequestProps {
  readonly file: FamilyFile
  readonly request: LocalRecord<RightsRequest>
}

/** To where it is corrected or removed. */
export function FileLinks({ familyId }: { readonly familyId: string }) {
  return (
    <Group>
      <Button component={Link} to={`/families/${familyId}`} variant="default">
        {text('rights:page.toFile')}
      </Button>
      <Button component={Link} to="/families/retention" variant="default">
        {text('rights:page.toRetention')}
      </Button>
    </Group>
  )
}
