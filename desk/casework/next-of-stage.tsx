import { Button, Group } from '@mantine/core'
import { Link } from 'react-router'
import { type CaseFile, stateOfCase } from '../../core/casework/case-shape.ts'
import type { StageOfCase } from '../../core/casework/stage-of-case.ts'
import { text } from '../kit/index.ts'
import { useMay } from '../sync/index.ts'
import styles from './casework.module.css'

/** What brings an open case one stage on, where that lies on another page: the profile of the pair, then the plan. */
export function NextOfStage({
  its,
  stage,
}: {
  readonly its: CaseFile
  readonly stage: StageOfCase
}) {
  const { familyId, pairId, personId } = its
  const may = useMay('caseFile', 'edit', `family:${familyId}`)
  const step = stepOf(its, stage)
  if (!may || step === null) return null
  const to =
    step === 'profile'
      ? `/assessment/families/${familyId}/profile${pairId === null ? '' : `?pair=${pairId}`}`
      : `/assessment/families/${familyId}/plan?for=${pairId ?? personId ?? ''}`
  return (
    <Group gap="xs">
      <span className={styles.fine}>{text(`casework:stage.next.${step}`)}</span>
      <Button component={Link} to={to} size="sm">
        {text(`casework:stage.to.${step}`)}
      </Button>
    </Group>
  )
}

function stepOf(its: CaseFile, { stage }: StageOfCase): 'profile' | 'plan' | null {
  if (stateOfCase(its) !== 'open') return null
  if (stage === 'plan') return 'plan'
  return stage === 'assessment' ? 'profile' : null
}
