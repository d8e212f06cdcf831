import { Alert, Text } from '@mantine/core'
import { concern } from '../../../core/safety/concern.ts'
import { Icon, text } from '../../kit/index.ts'
import { useActor, useRecords } from '../../sync/index.ts'

/** Before a family is erased: only supervisors are reminded that a safety record is there, and what to do about it. */
export function SafetyNotice({ familyId }: { readonly familyId: string }) {
  const { roles } = useActor()
  const some = useRecords(concern).filter((one) => one.familyId === familyId)
  if (!roles.includes('supervisor') || some.length === 0) return null
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<Icon name="safety" />}
      title={text('safety:hold.title')}
    >
      <Text>{text('safety:hold.words')}</Text>
    </Alert>
  )
}
