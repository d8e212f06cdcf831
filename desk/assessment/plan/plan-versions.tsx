import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useSearchParams } from 'react-router'
import type { ServicePlanEntry } from '../../../core/assessment/plan/plan-shape.ts'
import { beginNextVersion, stateOfPlan } from '../../../core/assessment/plan/plan-state.ts'
import { servicePlan, servicePlanId } from '../../../core/assessment/plan/service-plan.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { useAct, useToday } from '../../sync/index.ts'
import type { PlanInHand } from './use-plan.ts'
import styles from './plan.module.css'

/** Which version is shown, how far it is, and the way to the next. */
export function PlanVersions({
  inHand,
  versions,
}: {
  readonly inHand: PlanInHand
  readonly versions: readonly ServicePlanEntry[]
}) {
  const { plan, mayEdit } = inHand
  const [search, setSearch] = useSearchParams()
  const newest = versions[0]?.id === plan.id
  const show = (id: string) => {
    const next = new URLSearchParams(search)
    next.set('version', id)
    setSearch(next, { replace: true })
  }
  return (
    <Group gap="sm" align="end">
      <Text fw={600}>
        {text('goals:plan.version', {
          number: plan.version,
          state: text(`goals:plan.state.${stateOfPlan(plan)}`),
        })}
      </Text>
      {plan.closedOn !== null && (
        <Text c="gray.7">{`${formatDay(plan.closedOn)} · ${plan.closedReason}`}</Text>
      )}
      {versions.length > 1 && (
        <NativeSelect
          className={styles.onScreen}
          label={text('goals:plan.otherVersions')}
          value={plan.id}
          data={versions.map((one) => ({
            value: one.id,
            label: text('goals:plan.versionOf', {
              number: one.version,
              day: formatDay(one.begunOn),
            }),
          }))}
          onChange={({ currentTarget }) => show(currentTarget.value)}
        />
      )}
      {mayEdit && newest && stateOfPlan(plan) !== 'draft' && (
        <NextVersion plan={plan} onBegun={show} />
      )}
    </Group>
  )
}

function NextVersion({
  plan,
  onBegun,
}: {
  readonly plan: ServicePlanEntry
  readonly onBegun: (id: string) => void
}) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const begin = async () => {
    const recordId = servicePlanId({ ...plan, version: plan.version + 1 })
    const made = await doing.run(() =>
      act([
        draftRecord(servicePlan, recordId, beginNextVersion(plan, today)),
        { kind: servicePlan, recordId, verb: 'takeOver', input: {}, fields: {} },
      ]),
    )
    if (made !== null) onBegun(recordId)
  }
  return (
    <>
      <Button
        className={styles.onScreen}
        variant="default"
        loading={doing.busy}
        onClick={() => void begin().catch(reportError)}
      >
        {text('goals:plan.nextVersion')}
      </Button>
      <DoingNote doing={doing} />
    </>
  )
}
