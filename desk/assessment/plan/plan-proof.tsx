import { Anchor, Button, FileButton, Group } from '@mantine/core'
import { z } from 'zod'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import { sendFile, useOnline } from '../../sync/index.ts'
import type { PlanInHand } from './use-plan.ts'
import styles from './plan.module.css'

const storedShape = z.object({ id: z.uuid() })

/** The photographed paper with the signatures; it may be kept once the worker has agreed, and needs the network. */
export function PlanProof({ inHand }: { readonly inHand: PlanInHand }) {
  const { plan, mayEdit } = inHand
  const doing = useDoing()
  const online = useOnline()
  const { proofFileId, workerAgreedOn: on, closedOn, familyId } = plan
  const keep = (file: File, day: string) =>
    doing.run(async () => {
      const stored = await sendFile(`/api/files/consentPaper/family:${familyId}`, file, storedShape)
      return stored.ok
        ? inHand.say('agree', { by: 'worker', on: day, proofFileId: stored.value.id })
        : stored
    })
  const mayKeep = mayEdit && on !== null && closedOn === null
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
            if (file !== null && on !== null) void keep(file, on).catch(reportError)
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
