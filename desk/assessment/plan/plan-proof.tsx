import { Anchor, Button, FileButton, Group } from '@mantine/core'
import { z } from 'zod'
import { isFrozen } from '../../../core/assessment/plan/plan-state.ts'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import { sendFile, useOnline } from '../../sync/index.ts'
import type { PlanInHand } from './use-plan.ts'
import styles from './plan.module.css'

const storedShape = z.object({ id: z.uuid() })

/** The photographed paper with the signatures; it may be kept once somebody has agreed, and needs the network. */
export function PlanProof({ inHand }: { readonly inHand: PlanInHand }) {
  const { plan, mayEdit } = inHand
  const doing = useDoing()
  const online = useOnline()
  const { proofFileId, closedOn, familyId } = plan
  const keep = (file: File) =>
    doing.run(async () => {
      const stored = await sendFile(`/api/files/consentPaper/family:${familyId}`, file, storedShape)
      return stored.ok
        ? inHand.say('keepProof', { fileId: stored.value.id, instead: proofFileId })
        : stored
    })
  const mayKeep = mayEdit && isFrozen(plan) && closedOn === null
  if (proofFileId === null && !mayKeep) return null
  return (
    <Group className={styles.onScreen} gap="sm">
      {proofFileId !== null && (
        <Anchor href={`/api/files/${proofFileId}`} target="_blank" underline="always">
          {text('goals:plan.seePaper')}
        </Anchor>
      )}
      {mayKeep && (
        <FileButton
          accept="image/png,image/jpeg,image/webp,application/pdf"
          onChange={(file) => {
            if (file !== null) void keep(file).catch(reportError)
          }}
          disabled={!online || doing.busy}
        >
          {(props) => (
            <Button {...props} variant="default" loading={doing.busy}>
              {text('goals:plan.keepPaper')}
            </Button>
          )}
        </FileButton>
      )}
      <DoingNote doing={doing} />
    </Group>
  )
}
