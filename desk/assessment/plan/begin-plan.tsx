import { Anchor, Button, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { PlanSubject } from '../../../core/assessment/plan/plan-shape.ts'
import { servicePlan, servicePlanId } from '../../../core/assessment/plan/service-plan.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { DoingNote, EmptyState, text, useDoing } from '../../kit/index.ts'
import { useAct, useMay } from '../../sync/index.ts'
import { PlanFrom } from './plan-from.tsx'
import { usePlanGround } from './use-plan-ground.ts'

/** No plan yet: what it would begin with is said before it is begun. */
export function BeginPlan({ subject }: { readonly subject: PlanSubject }) {
  const act = useAct()
  const doing = useDoing()
  const { familyId, pairId } = subject
  const may = useMay('servicePlan', 'create', `family:${familyId}`)
  const { profiles, fields } = usePlanGround(subject)
  const begin = () => {
    const recordId = servicePlanId({ ...subject, version: 1 })
    return doing.run(() => act(draftRecord(servicePlan, recordId, fields)))
  }
  return (
    <>
      {may && profiles.length > 0 && (
        <>
          <PlanFrom familyId={familyId} profileIds={profiles.map(({ id }) => id)} />
          <Text c="gray.7">{text('goals:plan.willBegin')}</Text>
        </>
      )}
      {may && profiles.length === 0 && (
        <Text c="gray.7">
          {text('goals:plan.noProfile')}{' '}
          <Anchor
            component={Link}
            to={`/assessment/families/${familyId}/profile${pairId === null ? '' : `?pair=${pairId}`}`}
            underline="always"
          >
            {text('goals:plan.toProfile')}
          </Anchor>
        </Text>
      )}
      <EmptyState
        title={text('goals:plan.none')}
        hint={text('goals:plan.noneHint')}
        action={
          may && (
            <Button loading={doing.busy} onClick={() => void begin()}>
              {text('goals:plan.begin')}
            </Button>
          )
        }
      />
      <Group>
        <DoingNote doing={doing} />
      </Group>
      {!may && <Text c="gray.7">{text('goals:plan.readOnly')}</Text>}
    </>
  )
}
