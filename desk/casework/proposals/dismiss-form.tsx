import { Group, Textarea } from '@mantine/core'
import { caseDismissal, caseDismissalId } from '../../../core/casework/case-dismissal.ts'
import type { CaseProposal } from '../../../core/evaluation/casework/propose-cases.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { announce, DoingNote, Form, SaveOrCancel, text, useDoing } from '../../kit/index.ts'
import { useAct, useActor, useKeptWords, useToday } from '../../sync/index.ts'

/** CAS-11: why no case is opened now; the same rule asks again only on a newer ground. */
export function DismissForm({
  proposal,
  onDone,
}: {
  readonly proposal: CaseProposal
  readonly onDone: () => void
}) {
  const today = useToday()
  const { staffId } = useActor()
  const act = useAct()
  const doing = useDoing()
  const kept = useKeptWords(`case-dismissal:${proposal.key}`)
  const save = async () => {
    const { familyId, pairId, personId, trigger, ground } = proposal
    const fields = { familyId, pairId, personId, trigger, ground }
    const draft = draftRecord(caseDismissal, caseDismissalId(fields), {
      ...fields,
      ...{ on: today, byId: staffId, reason: kept.words.trim() },
    })
    if ((await doing.run(() => act(draft))) === null) return
    await kept.clear()
    announce({ words: text('casework:proposal.dismissed') })
    onDone()
  }
  return (
    <Form
      onSubmit={() => void save().catch(reportError)}
      label={text('casework:proposal.dismissWhy')}
    >
      <Textarea
        label={text('casework:proposal.dismissWhy')}
        description={text('casework:proposal.dismissHint')}
        autosize
        minRows={2}
        maxLength={600}
        required
        value={kept.words}
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group gap="xs">
        <SaveOrCancel busy={doing.busy} onCancel={onDone} />
      </Group>
    </Form>
  )
}
