import { Button, NativeSelect } from '@mantine/core'
import { Link, useParams, useSearchParams } from 'react-router'
import type { PlanSubject } from '../../../core/assessment/plan/plan-shape.ts'
import { isFrozen } from '../../../core/assessment/plan/plan-state.ts'
import { servicePlan } from '../../../core/assessment/plan/service-plan.ts'
import { ConflictMark, Page, text, UnsentMark } from '../../kit/index.ts'
import { useReadLog } from '../../sync/index.ts'
import { ServedNote } from '../served-note.tsx'
import { BeginPlan } from './begin-plan.tsx'
import { PlanActions } from './plan-actions.tsx'
import { PlanAgree } from './plan-agree.tsx'
import { PlanCollaborators } from './plan-collaborators.tsx'
import { PlanFrom } from './plan-from.tsx'
import { PlanGoals } from './plan-goals.tsx'
import { PlanReview } from './plan-review.tsx'
import { PlanSeen } from './plan-seen.tsx'
import { PlanSources } from './plan-sources.tsx'
import { PlanVersions } from './plan-versions.tsx'
import { PlanWords } from './plan-words.tsx'
import { type PlanInHand, usePlan } from './use-plan.ts'
import { usePlanSubjects } from './use-plan-subjects.ts'

/** The service plan of a pair, a child or the family (form-F17): written, agreed to, carried out, looked at again. */
export function PlanPage() {
  const { familyId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const { subjects, chosen } = usePlanSubjects(familyId, search.get('for'))
  const { inHand, versions } = usePlan(chosen.subject, search.get('version'))
  useReadLog('family', inHand === null ? null : familyId)
  return (
    <Page
      title={text('goals:plan.title')}
      back={{ to: `/families/${familyId}`, label: text('goals:toFamily') }}
      marks={
        inHand !== null && (
          <>
            <UnsentMark record={inHand.plan} />
            <ConflictMark kind={servicePlan} record={inHand.plan} />
          </>
        )
      }
      actions={<Ways subject={chosen.subject} planId={inHand?.plan.id ?? null} />}
    >
      <ServedNote familyId={familyId} childId={chosen.childId} />
      <NativeSelect
        className="no-print"
        label={text('goals:plan.whose')}
        value={chosen.key}
        data={subjects.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={({ currentTarget }) => setSearch({ for: currentTarget.value }, { replace: true })}
      />
      {inHand === null ? (
        <BeginPlan subject={chosen.subject} />
      ) : (
        <>
          <PlanVersions inHand={inHand} versions={versions} />
          <PlanFrom familyId={familyId} profileIds={inHand.plan.profileIds} />
          <PlanSections key={inHand.plan.id} inHand={inHand} />
        </>
      )}
    </Page>
  )
}

function PlanSections({ inHand }: { readonly inHand: PlanInHand }) {
  const open = inHand.mayEdit && !isFrozen(inHand.plan)
  const part = { inHand, open }
  return (
    <>
      <PlanWords {...part} />
      <PlanGoals {...part} />
      <PlanCollaborators {...part} />
      <PlanActions {...part} />
      <PlanSources {...part} />
      <PlanReview inHand={inHand} />
      <PlanAgree inHand={inHand} />
      <PlanSeen inHand={inHand} />
    </>
  )
}

function Ways({
  subject: { familyId, pairId },
  planId,
}: {
  readonly subject: PlanSubject
  readonly planId: string | null
}) {
  const whose = pairId === null ? '' : `?pair=${pairId}`
  return (
    <>
      <Button
        component={Link}
        to={`/assessment/families/${familyId}/goals${whose}`}
        variant="default"
      >
        {text('goals:title')}
      </Button>
      <Button
        component={Link}
        to={`/paperwork/families/${familyId}${planId === null ? '' : `?plan=${planId}`}`}
        variant="default"
      >
        {text('goals:plan.print')}
      </Button>
    </>
  )
}
